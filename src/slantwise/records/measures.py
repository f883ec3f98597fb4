"""Tables of who speaks, how they are introduced, who is named as a doer, and what is left out.

`comparison` makes these from a run; `report` shows them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from slantwise.records.figures import Interval, Verdict
from slantwise.records.labels import HarmForm


class Quoted(StrEnum):
    """Which quoted words count."""

    DIRECT = "direct"
    ALL = "direct and reported"


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """Room that one outlet gives to one actor's words.

    Attributes:
        outlet: its name.
        actor: actor id; a roll-up parent (a side) counts its members' words.
        quoted: which quoted words count.
        n_words: numerator: words quoted from the actor.
        n_known: denominator: quoted words whose speaker is known.
        n_unknown: quoted words whose speaker is not known; in neither of the two.
        n_articles: articles that quote the actor.
        share: numerator over denominator, with interval over events; None where too few.
        n_units: events (or articles) with quoted words whose speaker is known.
        verdict: compared, or too few.
    """

    outlet: str
    actor: str
    quoted: Quoted
    n_words: int
    n_known: int
    n_unknown: int
    n_articles: int
    share: Interval | None
    n_units: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """How one outlet introduces what one actor says.

    Attributes:
        outlet: its name.
        actor: actor id; a roll-up parent (a side) counts its members.
        n_loaded: numerator: introductions with a loaded attribution or a discrediting qualifier.
        n_introductions: denominator: introductions of the actor's words in the outlet's own.
        n_unknown: introductions by the outlet of speakers not known; in neither of the two.
        n_articles: articles that introduce the actor.
        share: numerator over denominator, with interval over events; None where too few.
        n_units: events (or articles) with such an introduction.
        verdict: compared, or too few.
    """

    outlet: str
    actor: str
    n_loaded: int
    n_introductions: int
    n_unknown: int
    n_articles: int
    share: Interval | None
    n_units: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """How often one outlet's own voice names one actor as the doer of its harms.

    Attributes:
        outlet: its name.
        actor: actor id; a roll-up parent (a side) counts its members' harms.
        n_named: numerator: harms that name the actor as their doer.
        n_harms: denominator: those, and harms without a doer for which the article makes the
            actor likely and some article on the event names it.
        forms: the denominator by form.
        n_unknown: harms of the outlet whose doer is not known; in neither of the two.
        n_articles: articles that tell such a harm.
        share: numerator over denominator, with interval over events; None where too few.
        n_units: events (or articles) with such a harm.
        verdict: compared, or too few.
    """

    outlet: str
    actor: str
    n_named: int
    n_harms: int
    forms: dict[HarmForm, int]
    n_unknown: int
    n_articles: int
    share: Interval | None
    n_units: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Events of the sample that one outlet reports, of those that others report in its dates.

    Absence from the sample is not absence from the outlet.

    Attributes:
        outlet: its name.
        first: day of its first dated article; None where none is dated.
        last: day of its last dated article.
        n_reported: numerator: events of the denominator that it reports.
        n_events: denominator: events that another outlet reports between the two days.
        n_undated: events that another outlet reports and that cannot be placed, for the event
            or the outlet has no date; in neither of the two.
        left_out: ids of events of the denominator that it does not report, those that most
            outlets report first; at most as many as the settings say.
    """

    outlet: str
    first: date | None
    last: date | None
    n_reported: int
    n_events: int
    n_undated: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionRow:
    """How often one outlet mentions one actor on events on which others do.

    Attributes:
        outlet: its name.
        actor: actor id; a roll-up parent (a side) counts its members.
        n_mentioned: numerator: events of the denominator on which the outlet mentions it.
        n_events: denominator: events that the outlet reports and on which another mentions it.
        share: numerator over denominator, with interval over events; None where too few.
        verdict: compared, or too few.
    """

    outlet: str
    actor: str
    n_mentioned: int
    n_events: int
    share: Interval | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SpokenCell:
    """How one speaker, as one outlet quotes it, presents one actor.

    Stance by the speaker; never part of the outlet's own.

    Attributes:
        outlet: its name.
        speaker: actor id; a roll-up parent (a side) counts what its members say.
        actor: id of the actor spoken of, never of the speaker's own side.
        quoted: which quoted words count.
        n_articles: articles judged or not; the five counts below sum to it.
        against: articles labelled against.
        neutral: articles labelled neutral.
        favour: articles labelled favour.
        abstained: articles where the model would not say.
        failed: articles that could not be judged.
        mean: mean expected stance over articles labelled or abstained, -1..1, with interval;
            None where too few.
        n_units: events (or articles) with such a judgement.
        verdict: compared, or too few.
    """

    outlet: str
    speaker: str
    actor: str
    quoted: Quoted
    n_articles: int
    against: int
    neutral: int
    favour: int
    abstained: int
    failed: int
    mean: Interval | None
    n_units: int
    verdict: Verdict
