"""A figure with its doubt: what every table of a comparison is made of."""

from dataclasses import dataclass
from enum import StrEnum


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
