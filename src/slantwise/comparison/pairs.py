"""Every two outlets in every series, and what either has to count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from slantwise.comparison.counts import Floats
from slantwise.comparison.series import Series
from slantwise.comparison.totals import Totals, shared
from slantwise.records.comparison import Variant


@dataclass(frozen=True, slots=True)
class Pair:
    """Two outlets in one series.

    Attributes:
        first: number of the first outlet.
        second: number of the second.
        series: number of the series.
        n_units: events both report; where articles are the unit, articles of the outlet that
            has fewer.
    """

    first: int
    second: int
    series: int
    n_units: int


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Everything that is compared.

    Attributes:
        outlets: names, in the order of every series' totals.
        series: what is measured.
        matched: whether units are events, so that those of two outlets correspond.
    """

    outlets: Sequence[str]
    series: Sequence[Series]
    matched: bool

    def pairs(self) -> Iterator[tuple[Pair, tuple[Totals, Totals]]]:
        """Every two outlets in every series, with their totals."""
        for number, series in enumerate(self.series):
            for first, second in combinations(range(len(self.outlets)), 2):
                totals = self._both(series.by_outlet[first], series.by_outlet[second])
                n_units = min(len(totals[0]), len(totals[1]))
                yield Pair(first, second, number, n_units), totals

    def totals(self, pair: Pair, variant: Variant | None = None) -> tuple[Totals, Totals]:
        """Totals of two outlets; on the events both report, where units are events.

        Raises:
            KeyError: the series has no such variant.
        """
        series = self.series[pair.series]
        by_outlet = series.by_outlet if variant is None else series.checks[variant]
        return self._both(by_outlet[pair.first], by_outlet[pair.second])

    def _both(self, a: Totals, b: Totals) -> tuple[Totals, Totals]:
        return shared(a, b) if self.matched else (a, b)


def informative(totals: tuple[Totals, Totals], field: Field, pair: Pair) -> list[int]:
    """For each measure, units in which at least one outlet has anything to count.

    For a share, the fewer of the units with anything in the numerator and of those with
    anything outside it: where all is (or none is) so, nothing varies and nothing can be said.
    """
    told = _held([each.numerators for each in totals], matched=field.matched)
    if field.series[pair.series].subjects[0].measure.is_share:
        rests = [each.denominators[:, None] - each.numerators for each in totals]
        told = np.minimum(told, _held(rests, matched=field.matched))
    counted: list[int] = told.tolist()
    return counted


def _held(amounts: Sequence[Floats], *, matched: bool) -> Floats:
    first, second = (amount != 0 for amount in amounts)
    held = first | second if matched else np.concatenate([first, second])
    counts: Floats = held.sum(axis=0)
    return counts
