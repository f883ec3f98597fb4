"""What a comparison of outlets holds: figures with numerator, denominator and interval.

`compare` makes these from a run; `report` shows them. Nothing here refers to a text: the
report walks from a figure to its sentences by outlet, kind, voice, actor and event.
"""

from dataclasses import dataclass
from datetime import date

from slantwise.records.correction import Correction
from slantwise.records.figures import Interval, Verdict
from slantwise.records.gaps import Check, GapRow, Measure, Outcome, Variant
from slantwise.records.labels import ActorKind, Kind, Stance, Voice
from slantwise.records.measures import (
    AgencyRow,
    CoverageRow,
    IntroductionRow,
    MentionRow,
    Quoted,
    SpeechRow,
    SpokenCell,
)

__all__ = [
    "ActorRow",
    "AgencyRow",
    "Check",
    "Comparison",
    "CoverageRow",
    "EventRow",
    "GapRow",
    "Interval",
    "IntroductionRow",
    "Measure",
    "MentionRow",
    "Outcome",
    "OutletRow",
    "Quoted",
    "RateRow",
    "SpeechRow",
    "SpokenCell",
    "StanceCell",
    "Variant",
    "Verdict",
]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What was read of one outlet.

    Attributes:
        outlet: its name.
        n_articles: analysed articles.
        n_wire: how many of them are copies of an agency's or another outlet's text; they are
            listed, and counted once, with the first outlet that ran them.
        n_events: events it reports together with at least one other outlet.
        words: words by voice (outlet, direct, reported, scare), wire copies left out.
        findings: findings by voice, wire copies left out.
    """

    outlet: str
    n_articles: int
    n_wire: int
    n_events: int
    words: dict[Voice, int]
    findings: dict[Voice, int]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event and who reported it.

    Attributes:
        id: the event's id, given or made.
        title: headline of its first article.
        first: date of its first dated article; None where none is dated.
        last: date of its last dated article.
        articles: (outlet, article id) in order of outlet, then date.
        wire: groups of article ids that are one text.
        given: whether the data named the event (else it was matched).
    """

    id: str
    title: str
    first: date | None
    last: date | None
    articles: tuple[tuple[str, str], ...]
    wire: tuple[tuple[str, ...], ...]
    given: bool


@dataclass(frozen=True, slots=True)
class RateRow:
    """Findings per 1,000 words of one voice of one outlet.

    Attributes:
        outlet: its name.
        voice: whose words.
        kind: the main kind of framing; None for all kinds together.
        n_findings: numerator.
        n_words: denominator: words of that voice.
        per_1k_words: rate with 95 % interval, from the cluster-bootstrap standard error over events
            (articles where no events).
        n_articles: articles with words in that voice.
        n_units: events (or articles) resampled.
        verdict: compared, or too few.
    """

    outlet: str
    voice: Voice
    kind: Kind | None
    n_findings: int
    n_words: int
    per_1k_words: Interval | None
    n_articles: int
    n_units: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor met in the run.

    Attributes:
        id: its id.
        name: its name.
        kind: what sort.
        parent: id of the actor it rolls up to; None for none.
        n_articles: articles that mention it (or a member rolled up to it).
        n_outlets: outlets that do.
        aliases_seen: surface forms met, the most frequent first.
    """

    id: str
    name: str
    kind: ActorKind
    parent: str | None
    n_articles: int
    n_outlets: int
    aliases_seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceCell:
    """How one voice of one outlet presents one actor.

    Attributes:
        outlet: its name.
        actor: actor id; a roll-up parent counts its members' mentions.
        voice: whose words.
        n_articles: articles judged or not; the five counts below sum to it.
        against: articles labelled against.
        neutral: articles labelled neutral.
        favour: articles labelled favour.
        abstained: articles where the model would not say.
        failed: articles that could not be judged.
        mean: mean expected stance over articles labelled or abstained, -1..1, with interval;
            None where too few.
        verdict: compared, or too few.
    """

    outlet: str
    actor: str
    voice: Voice
    n_articles: int
    against: int
    neutral: int
    favour: int
    abstained: int
    failed: int
    mean: Interval | None
    verdict: Verdict

    def share(self, stance: Stance) -> float | None:
        """Share of labelled articles with that stance; None where none is labelled."""
        labelled = self.against + self.neutral + self.favour
        count = {
            Stance.AGAINST: self.against,
            Stance.NEUTRAL: self.neutral,
            Stance.FAVOUR: self.favour,
        }[stance]
        return count / labelled if labelled else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a report says in figures.

    Attributes:
        run: name of the run.
        unit: what is resampled: "event" or "article".
        n_articles: articles analysed.
        n_problems: problem rows of the run.
        n_not_analysed: articles read but not analysed (with a problem row each).
        minimum_units: below so many events (or articles) nothing is compared.
        outlets: one row an outlet.
        events: events reported by at least two outlets, then the others.
        actors: actors, the most widely mentioned first.
        rates: one row an outlet × voice × kind, and all kinds together.
        stances: one cell an outlet × actor × voice.
        gaps: one row a pair of outlets × measure × (kind or actor).
        family_size: number of gaps compared, over which q is computed.
        signature: what made the figures: versions, digests, settings, seed.
        corrections: gaps corrected with human-coded samples, one a sample; none where none.
        speech: one row an outlet × quoted words × speaker.
        introductions: one row an outlet × speaker.
        agency: one row an outlet × doer of harm.
        coverage: one row an outlet; empty where events are not shared.
        mentions: one row an outlet × actor; empty where events are not shared.
        spoken: one cell an outlet × speaker × actor spoken of × quoted words.
    """

    run: str
    unit: str
    n_articles: int
    n_problems: int
    n_not_analysed: int
    minimum_units: int
    outlets: tuple[OutletRow, ...]
    events: tuple[EventRow, ...]
    actors: tuple[ActorRow, ...]
    rates: tuple[RateRow, ...]
    stances: tuple[StanceCell, ...]
    gaps: tuple[GapRow, ...]
    family_size: int
    signature: dict[str, str]
    corrections: tuple[Correction, ...] = ()
    speech: tuple[SpeechRow, ...] = ()
    introductions: tuple[IntroductionRow, ...] = ()
    agency: tuple[AgencyRow, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    spoken: tuple[SpokenCell, ...] = ()
