"""Differences between every two outlets, and the correction for comparing so many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

import numpy as np

from slantwise.comparison.correction import benjamini_hochberg
from slantwise.comparison.matched import Differences, differences
from slantwise.comparison.series import Series
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, shared
from slantwise.comparison.unmatched import difference
from slantwise.records.comparison import GapRow, Interval, Verdict

_CELLS = 2**22
"""Cells of resampled ratios worked on at a time, to bound memory."""


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

    def pairs(self) -> Iterator[Pair]:
        """Every two outlets in every series."""
        for number in range(len(self.series)):
            for first, second in combinations(range(len(self.outlets)), 2):
                a, b = self.totals(first, second, number)
                yield Pair(first, second, number, min(len(a), len(b)))

    def totals(self, first: int, second: int, series: int) -> tuple[Totals, Totals]:
        """Totals of two outlets; on the events both report, where units are events."""
        by_outlet = self.series[series].by_outlet
        a, b = by_outlet[first], by_outlet[second]
        return shared(a, b) if self.matched else (a, b)


def gap_rows(field: Field, settings: ComparisonSettings) -> tuple[GapRow, ...]:
    """One row a pair of outlets and subject, with q over all that are compared.

    In the order of the first outlet, the second, and the series. A gap is compared where the
    outlets share at least `settings.minimum_units` events (have as many articles each, where
    articles are the unit), and in as many of them at least one has anything to count.
    """
    rows: dict[Pair, list[GapRow]] = {}
    enough = []
    for pair in field.pairs():
        if pair.n_units >= settings.minimum_units:
            enough.append(pair)
        else:
            rows[pair] = _too_few(pair, field)
    for batch in _batches(enough, field, settings):
        totals = [field.totals(pair.first, pair.second, pair.series) for pair in batch]
        found = _differences(totals, settings, matched=field.matched)
        for position, pair in enumerate(batch):
            told = _informative(*totals[position], matched=field.matched)
            rows[pair] = _judged(pair, field, found, position)
            rows[pair] = [
                gap if told[column] >= settings.minimum_units else _withheld(gap)
                for column, gap in enumerate(rows[pair])
            ]
    ordered = sorted(rows, key=lambda pair: (pair.first, pair.second, pair.series))
    return _corrected([gap for pair in ordered for gap in rows[pair]])


def _batches(
    pairs: Sequence[Pair], field: Field, settings: ComparisonSettings
) -> Iterator[list[Pair]]:
    """Pairs that can be worked out together: of one series, with equally many units."""

    def size(pair: Pair) -> tuple[int, int]:
        return len(field.series[pair.series].subjects), pair.n_units

    for (width, _), group in groupby(sorted(pairs, key=size), key=size):
        together = list(group)
        step = max(1, _CELLS // (settings.n_resamples * width)) if field.matched else 1
        for start in range(0, len(together), step):
            yield together[start : start + step]


def _differences(
    totals: Sequence[tuple[Totals, Totals]], settings: ComparisonSettings, *, matched: bool
) -> Differences:
    n_resamples, seed = settings.n_resamples, settings.seed
    if matched:
        return differences(totals, n_resamples=n_resamples, seed=seed)
    ((a, b),) = totals
    return difference(a, b, n_resamples=n_resamples, seed=seed)


def _informative(a: Totals, b: Totals, *, matched: bool) -> list[int]:
    """For each measure, units in which at least one outlet has anything to count."""
    first, second = a.numerators != 0, b.numerators != 0
    both = first | second if matched else np.concatenate([first, second])
    counted: list[int] = both.sum(axis=0).tolist()
    return counted


def _judged(pair: Pair, field: Field, found: Differences, position: int) -> list[GapRow]:
    rows = []
    for column in range(len(field.series[pair.series].subjects)):
        a, b = float(found.a[position, column]), float(found.b[position, column])
        reach, effect = float(found.reach[position, column]), found.effect[position, column]
        rows.append(
            replace(
                _row(pair, field, column, values=(a, b)),
                difference=Interval(a - b, a - b - reach, a - b + reach),
                effect=None if np.isnan(effect) else float(effect),
                p=float(found.p[position, column]),
                verdict=Verdict.COMPARED,
            )
        )
    return rows


def _too_few(pair: Pair, field: Field) -> list[GapRow]:
    a, b = field.totals(pair.first, pair.second, pair.series)
    return [
        _row(pair, field, column, values=(_known(a, column), _known(b, column)))
        for column in range(len(field.series[pair.series].subjects))
    ]


def _known(totals: Totals, column: int) -> float | None:
    return float(totals.ratios[column]) if len(totals) else None


def _row(
    pair: Pair, field: Field, column: int, *, values: tuple[float | None, float | None]
) -> GapRow:
    subject = field.series[pair.series].subjects[column]
    return GapRow(
        measure=subject.measure,
        outlet_a=field.outlets[pair.first],
        outlet_b=field.outlets[pair.second],
        kind=subject.kind,
        actor=subject.actor,
        a=values[0],
        b=values[1],
        difference=None,
        effect=None,
        p=None,
        q=None,
        n_units=pair.n_units,
        verdict=Verdict.TOO_FEW,
    )


def _withheld(gap: GapRow) -> GapRow:
    """The gap without what too few findings cannot carry; the two values stay."""
    return replace(gap, difference=None, effect=None, p=None, verdict=Verdict.TOO_FEW)


def _corrected(rows: Sequence[GapRow]) -> tuple[GapRow, ...]:
    """The rows with q."""
    compared = np.array([row.p for row in rows if row.p is not None], np.float64)
    q = iter(benjamini_hochberg(compared).tolist())
    return tuple(row if row.p is None else replace(row, q=next(q)) for row in rows)
