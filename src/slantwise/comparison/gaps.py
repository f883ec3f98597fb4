"""Differences between every two outlets, and the correction for comparing so many."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

import numpy as np

from slantwise.comparison.checks import checks
from slantwise.comparison.correction import benjamini_hochberg
from slantwise.comparison.matched import Differences, differences
from slantwise.comparison.pairs import Field, Pair, informative
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals
from slantwise.comparison.unmatched import difference
from slantwise.records.comparison import Check, GapRow, Interval, Verdict

_CELLS = 2**20
"""Cells of resampled ratios worked on at a time, to bound memory."""


def gap_rows(field: Field, settings: ComparisonSettings) -> tuple[GapRow, ...]:
    """One row a pair of outlets and subject, with q over all that are compared.

    In the order of the first outlet, the second, and the series. A gap is compared where the
    outlets share at least `settings.minimum_units` events (have as many articles each, where
    articles are the unit), and in as many of them at least one has anything to count (for a
    share, anything on either side of it). A series in which no unit is shared gives no rows
    for a measure of shares: where nobody could be compared, there is nothing to list.
    """
    rows: dict[Pair, list[GapRow]] = {}
    enough = []
    for pair, totals in field.pairs():
        if pair.n_units >= settings.minimum_units:
            enough.append(pair)
        elif pair.n_units or not field.series[pair.series].subjects[0].measure.is_share:
            rows[pair] = _too_few(pair, field, totals)
    for batch in _batches(enough, field, settings):
        together = [field.totals(pair) for pair in batch]
        found = _differences(together, settings, matched=field.matched)
        for position, pair in enumerate(batch):
            told = informative(together[position], field, pair)
            rows[pair] = [
                _judged(_start(pair, field, column, n), found, (position, column))
                if n >= settings.minimum_units
                else _start(pair, field, column, n)(
                    a=float(found.a[position, column]), b=float(found.b[position, column])
                )
                for column, n in enumerate(told)
            ]
    ordered = sorted(rows, key=lambda pair: (pair.first, pair.second, pair.series))
    checked = _with_checks(rows, field, settings)
    return _corrected([gap for pair in ordered for gap in checked[pair]])


def _with_checks(
    rows: dict[Pair, list[GapRow]], field: Field, settings: ComparisonSettings
) -> dict[Pair, list[GapRow]]:
    compared = {
        (pair, column): gap.difference
        for pair, gaps in rows.items()
        for column, gap in enumerate(gaps)
        if gap.difference is not None
    }
    found = checks(compared, field, settings)
    none: tuple[Check, ...] = ()
    return {
        pair: [
            replace(gap, checks=each) if (each := found.get((pair, column), none)) else gap
            for column, gap in enumerate(gaps)
        ]
        for pair, gaps in rows.items()
    }


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


def _start(pair: Pair, field: Field, column: int, n_informative: int) -> "partial[GapRow]":
    """A row that is not compared, but for its two values."""
    subject = field.series[pair.series].subjects[column]
    return partial(
        GapRow,
        measure=subject.measure,
        outlet_a=field.outlets[pair.first],
        outlet_b=field.outlets[pair.second],
        kind=subject.kind,
        actor=subject.actor,
        difference=None,
        effect=None,
        p=None,
        q=None,
        n_units=pair.n_units,
        verdict=Verdict.TOO_FEW,
        n_informative=n_informative,
    )


def _judged(start: "partial[GapRow]", found: Differences, at: tuple[int, int]) -> GapRow:
    a, b, reach = float(found.a[at]), float(found.b[at]), float(found.reach[at])
    effect = float(found.effect[at])
    return start(
        a=a,
        b=b,
        difference=Interval(a - b, a - b - reach, a - b + reach),
        effect=None if np.isnan(effect) else effect,
        p=float(found.p[at]),
        verdict=Verdict.COMPARED,
    )


def _too_few(pair: Pair, field: Field, totals: tuple[Totals, Totals]) -> list[GapRow]:
    a, b = totals
    return [
        _start(pair, field, column, told)(a=_known(a, column), b=_known(b, column))
        for column, told in enumerate(informative(totals, field, pair))
    ]


def _known(totals: Totals, column: int) -> float | None:
    return float(totals.ratios[column]) if len(totals) else None


def _corrected(rows: Sequence[GapRow]) -> tuple[GapRow, ...]:
    """The rows with q."""
    compared = np.array([row.p for row in rows if row.p is not None], np.float64)
    q = iter(benjamini_hochberg(compared).tolist())
    return tuple(row if row.p is None else replace(row, q=next(q)) for row in rows)
