"""Differences between two outlets, and the same under other choices.

`comparison` makes these from a run; `report` shows them.
"""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.records.figures import Interval, Verdict
from slantwise.records.labels import Kind


class Measure(StrEnum):
    """What a gap between two outlets is measured in."""

    RATE = "findings per 1,000 outlet-voice words"
    STANCE = "mean stance, outlet voice"
    DIRECT_WORDS = "share of directly quoted words"
    QUOTED_WORDS = "share of words quoted or reported"
    LOADED = "share of introductions that are loaded"
    AGENCY = "share of harms that name their doer"
    MENTION = "share of events that mention the actor"

    @property
    def is_share(self) -> bool:
        """Whether its values are shares, 0..1.

        >>> Measure.LOADED.is_share, Measure.STANCE.is_share
        (True, False)
        """
        return self not in (Measure.RATE, Measure.STANCE)


class Variant(StrEnum):
    """A choice made otherwise, to see whether a gap depends on it."""

    QUOTATIONS = "quotations counted in"
    WIRE = "wire copies counted in"
    LAXER = "finding threshold 0.1 lower"
    STRICTER = "finding threshold 0.1 higher"


class Outcome(StrEnum):
    """What became of a gap under a variant; clear means that the interval excludes 0."""

    HOLDS = "holds"
    TURNS = "changes sign"
    FADES = "no longer clear"
    CLEARS = "becomes clear"
    UNCLEAR = "stays unclear"
    TOO_FEW = "too few to compare"


@dataclass(frozen=True, slots=True)
class Check:
    """One gap under one variant.

    Attributes:
        variant: what is done otherwise.
        difference: first outlet minus second with 95 % interval; None where too few.
        n_units: shared events (or articles) under the variant.
        outcome: holds where it is clear with the same sign as before, and so on.
    """

    variant: Variant
    difference: Interval | None
    n_units: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class GapRow:
    """Difference between two outlets on the events both report.

    Attributes:
        measure: what differs.
        outlet_a: first outlet.
        outlet_b: second outlet.
        kind: kind of framing, for rates; None for all kinds together.
        actor: actor id; None for rates.
        a: value of the first outlet on the shared events.
        b: value of the second.
        difference: a minus b with 95 % interval, from the cluster-bootstrap standard error over
            shared events; None where too few.
        effect: standardised mean of the per-event differences (Cohen's d for paired samples);
            None where too few or nothing varies.
        p: two-sided p by flipping the signs of the events' contributions; None where too few.
        q: p after Benjamini–Hochberg over all gaps compared; None where too few.
        n_units: shared events; where articles are the unit, articles of the outlet with fewer.
        verdict: compared, or too few.
        n_informative: those in which either outlet has anything to count; for a share, the fewer
            of those with anything in its numerator and those with anything outside it.
        checks: the same gap under other choices; only where compared.
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
    n_informative: int | None = None
    checks: tuple[Check, ...] = ()
