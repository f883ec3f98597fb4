"""The gaps that are compared, once more under other choices: do they hold?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from slantwise.comparison.matched import Spreads, spreads
from slantwise.comparison.pairs import Field, Pair, informative
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals
from slantwise.comparison.unmatched import spread
from slantwise.records.comparison import Check, Interval, Outcome, Variant

_CELLS = 2**20
"""Cells of resampled ratios worked on at a time, to bound memory."""

Key = tuple[Pair, int]
"""A gap: its pair of outlets in a series, and the column."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One pair under one variant."""

    pair: Pair
    variant: Variant
    totals: tuple[Totals, Totals]

    @property
    def n_units(self) -> int:
        return min(len(self.totals[0]), len(self.totals[1]))

    @property
    def size(self) -> tuple[int, int]:
        return self.totals[0].numerators.shape[1], self.n_units


def checks(
    compared: Mapping[Key, Interval], field: Field, settings: ComparisonSettings
) -> dict[Key, tuple[Check, ...]]:
    """For every compared gap, its checks in the order of `Variant`.

    Args:
        compared: difference of each gap that is compared.
        field: everything that is compared, with the totals under each variant.
        settings: minimum numbers, seed, resamples.
    """
    found: dict[Key, list[Check]] = {key: [] for key in compared}
    for variant in Variant:
        for pair, column, check in _checked(variant, compared, field, settings):
            found[pair, column].append(check)
    return {key: tuple(each) for key, each in found.items()}


def outcome(before: Interval, after: Interval) -> Outcome:
    """What became of a gap.

    >>> outcome(Interval(2, 1, 3), Interval(1, -1, 3)).value
    'no longer clear'
    """
    was_clear, is_clear = _clear(before), _clear(after)
    if was_clear and (before.value > 0) != (after.value > 0):
        return Outcome.TURNS
    if was_clear:
        return Outcome.HOLDS if is_clear else Outcome.FADES
    return Outcome.CLEARS if is_clear else Outcome.UNCLEAR


def _clear(interval: Interval) -> bool:
    return interval.low > 0 or interval.high < 0


def _checked(
    variant: Variant,
    compared: Mapping[Key, Interval],
    field: Field,
    settings: ComparisonSettings,
) -> Iterator[tuple[Pair, int, Check]]:
    columns: dict[Pair, list[int]] = {}
    for pair, column in compared:
        if variant in field.series[pair.series].checks:
            columns.setdefault(pair, []).append(column)
    jobs = [_Job(pair, variant, field.totals(pair, variant)) for pair in columns]
    for job in jobs:
        if job.n_units < settings.minimum_units:
            few = Check(variant, None, job.n_units, Outcome.TOO_FEW)
            yield from ((job.pair, column, few) for column in columns[job.pair])
    enough = [job for job in jobs if job.n_units >= settings.minimum_units]
    for batch in _batches(enough, settings, matched=field.matched):
        found = _spreads(batch, settings, matched=field.matched)
        for position, job in enumerate(batch):
            told = informative(job.totals, field, job.pair)
            for column in columns[job.pair]:
                check = _too_few(job)
                if told[column] >= settings.minimum_units:
                    a, b, reach = (
                        float(each[position, column]) for each in (found.a, found.b, found.reach)
                    )
                    after = Interval(a - b, a - b - reach, a - b + reach)
                    became = outcome(compared[job.pair, column], after)
                    check = Check(variant, after, job.n_units, became)
                yield job.pair, column, check


def _too_few(job: _Job) -> Check:
    return Check(job.variant, None, job.n_units, Outcome.TOO_FEW)


def _batches(
    jobs: Iterable[_Job], settings: ComparisonSettings, *, matched: bool
) -> Iterator[list[_Job]]:
    ordered = sorted(jobs, key=lambda job: job.size)
    for (width, _), group in groupby(ordered, key=lambda job: job.size):
        together = list(group)
        step = max(1, _CELLS // (settings.n_resamples * width)) if matched else 1
        for start in range(0, len(together), step):
            yield together[start : start + step]


def _spreads(jobs: Sequence[_Job], settings: ComparisonSettings, *, matched: bool) -> Spreads:
    n_resamples, seed = settings.n_resamples, settings.seed
    if matched:
        return spreads([job.totals for job in jobs], n_resamples=n_resamples, seed=seed)
    ((a, b),) = (job.totals for job in jobs)
    return spread(a, b, n_resamples=n_resamples, seed=seed)
