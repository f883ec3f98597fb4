"""Totals of one voice of one outlet by unit: what every rate and mean is a ratio of.

A rate is findings over words, a mean stance is the sum of scores over articles judged: both are
ratios of sums over units (events, or articles), so one estimator serves both.
"""

from dataclasses import dataclass

import numpy as np

from slantwise.comparison.counts import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """Numerators and denominators by unit.

    Attributes:
        units: array [unit], sorted numbers of the units with a denominator above 0.
        numerators: array [unit, measure].
        denominators: array [unit], above 0, the same for every measure.
    """

    units: Ints
    numerators: Floats
    denominators: Floats

    def __len__(self) -> int:
        return len(self.units)

    @property
    def ratios(self) -> Floats:
        """Array [measure], sum of numerators over sum of denominators; NaN without units."""
        total = self.denominators.sum()
        sums = self.numerators.sum(axis=0)
        return sums / total if len(self) else np.full(sums.shape, np.nan)

    def at(self, chosen: Ints) -> "Totals":
        """The same at the chosen positions of `units`."""
        return Totals(self.units[chosen], self.numerators[chosen], self.denominators[chosen])


def add_up(units: Ints, numerators: Floats, denominators: Floats) -> Totals:
    """Totals by unit of rows that name their unit; units without a denominator are left out.

    Args:
        units: array [row].
        numerators: array [row, measure].
        denominators: array [row], 0 or more.

    >>> totals = add_up(np.array([7, 3, 7]), np.array([[1.0], [2.0], [4.0]]), np.ones(3))
    >>> totals.units.tolist(), totals.numerators.tolist(), totals.denominators.tolist()
    ([3, 7], [[2.0], [5.0]], [1.0, 2.0])
    """
    known, place = np.unique(units, return_inverse=True)
    sums = np.zeros((len(known), numerators.shape[1]))
    np.add.at(sums, place, numerators)
    below: Floats = np.bincount(place, weights=denominators, minlength=len(known)).astype(
        np.float64
    )
    return Totals(known.astype(np.int64), sums, below).at(np.flatnonzero(below > 0))


def shared(a: Totals, b: Totals) -> tuple[Totals, Totals]:
    """Both totals on the units that both have."""
    _, first, second = np.intersect1d(a.units, b.units, assume_unique=True, return_indices=True)
    return a.at(first), b.at(second)
