"""What a comparison of outlets holds: figures with numerator, denominator and interval.

`compare` makes these from a run; `report` shows them. Nothing here refers to a text: the
report walks from a figure to its sentences by outlet, kind, voice, actor and event.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from slantwise.records.labels import ActorKind, Kind, Stance, Voice

if TYPE_CHECKING:
    from slantwise.records.correction import Correction


class Verdict(StrEnum):
    """Whether a figure may be compared."""

    COMPARED = "compared"
    TOO_FEW = "too few to compare"


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % interval.

    Attributes:
        value: the estimate.
        low: lower end; equal to `value` only where nothing varies.
        high: upper end.
    """

    value: float
    low: float
    high: float


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
        n_articles: articles judged or not; the four counts below sum to it.
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


class Measure(StrEnum):
    """What a gap between two outlets is measured in."""

    RATE = "findings per 1,000 outlet-voice words"
    STANCE = "mean stance, outlet voice"


@dataclass(frozen=True, slots=True)
class GapRow:
    """Difference between two outlets on the events both report.

    Attributes:
        measure: what differs.
        outlet_a: first outlet.
        outlet_b: second outlet.
        kind: kind of framing, for rates; None for all kinds together.
        actor: actor id, for stance; None for rates.
        a: value of the first outlet on the shared events.
        b: value of the second.
        difference: a minus b with 95 % interval, from the cluster-bootstrap standard error over
            shared events; None where too few.
        effect: standardised mean of the per-event differences (Cohen's d for paired samples);
            None where too few or nothing varies.
        p: two-sided p by flipping the signs of the events' contributions; None where too few.
        q: p after Benjamini–Hochberg over all gaps compared; None where too few.
        n_units: shared events.
        verdict: compared, or too few.
    """

    measure: Measure
    outlet_a: str
    outlet_b: str
    kind: Kind | None
    actor: str | None
    a: float | None
    b: float | None
    difference: Interval | None
    effect: float | None
    p: float | None
    q: float | None
    n_units: int
    verdict: Verdict


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
    corrections: "tuple[Correction, ...]" = ()
