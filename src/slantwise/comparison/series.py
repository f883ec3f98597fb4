"""What is compared between outlets: rates by kind, and stance by actor, in the outlets' words."""

from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.comparison.counts import RunCounts
from slantwise.comparison.rates import MEASURES, rate_totals
from slantwise.comparison.stances import Judgements
from slantwise.comparison.totals import Totals
from slantwise.comparison.units import Units
from slantwise.records import Kind, Voice
from slantwise.records.comparison import Measure


@dataclass(frozen=True, slots=True)
class Subject:
    """What one column of totals measures.

    Attributes:
        measure: rate or stance.
        kind: kind of framing, for rates; None for all kinds together.
        actor: actor id, for stance.
    """

    measure: Measure
    kind: Kind | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Totals of one sort for every outlet.

    Attributes:
        subjects: one a column of the totals.
        by_outlet: totals, in the order of the run's outlets.
    """

    subjects: tuple[Subject, ...]
    by_outlet: tuple[Totals, ...]


def all_series(judgements: Judgements, actors: Sequence[int]) -> tuple[Series, ...]:
    """Rates first, all kinds and each kind; then stance, one actor at a time."""
    counts, units = judgements.counts, judgements.units
    return (_rates(counts, units), *(_stance(judgements, actor) for actor in actors))


def _rates(counts: RunCounts, units: Units) -> Series:
    return Series(
        subjects=tuple(Subject(Measure.RATE, kind=kind) for kind in MEASURES),
        by_outlet=tuple(
            rate_totals(counts, units, outlet=outlet, voice=Voice.OUTLET)
            for outlet in range(len(counts.outlets))
        ),
    )


def _stance(judgements: Judgements, actor: int) -> Series:
    counts = judgements.counts
    return Series(
        subjects=(Subject(Measure.STANCE, actor=counts.actors[actor].id),),
        by_outlet=tuple(
            judgements.totals(outlet, actor, Voice.OUTLET) for outlet in range(len(counts.outlets))
        ),
    )
