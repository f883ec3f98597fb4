"""Totals and intervals of shares: how much of something falls to one actor."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.comparison.counts import Flags, Floats, Ints, RunCounts, parents_of, with_sides
from slantwise.comparison.intervals import linear_errors, share_interval
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records.figures import Interval

ByOutlet = tuple[Totals, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Things that are or are not so, each in an article and of an actor.

    Attributes:
        article: array [row], number of the article.
        actor: array [row], number of the actor; members have a row for each of their sides.
        hit: array [row], whether it is so: what a numerator counts.
    """

    article: Ints
    actor: Ints
    hit: Flags

    def of(self, actor: int) -> "Cases":
        """Those of one actor."""
        chosen = np.flatnonzero(self.actor == actor)
        return Cases(self.article[chosen], self.actor[chosen], self.hit[chosen])


def cases(article: Ints, actor: Ints, hit: Flags, counts: RunCounts) -> Cases:
    """Cases with a row for the actor and each side it rolls up to; without those of no actor."""
    rows, sides = with_sides(actor, parents_of(counts.actors))
    return Cases(article[rows], sides, hit[rows])


def case_totals(found: Cases, counts: RunCounts, units: Units) -> ByOutlet:
    """For every outlet, hits over cases by unit; wire copies as `units` has them."""
    counted = units.counted[found.article]
    article, hit = found.article[counted], found.hit[counted].astype(np.float64)
    outlet, unit = counts.outlet[article], units.unit[article]
    return tuple(
        add_up(unit[ours], hit[ours, None], np.ones(int(ours.sum())))
        for ours in (outlet == number for number in range(len(counts.outlets)))
    )


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """Amounts of one whole that fall to actors.

    Attributes:
        article: array [row], number of the article.
        actor: array [row], column of the actor; -1 for an actor without a column.
        amount: array [row].
        whole_article: array [part], number of the article.
        whole: array [part], parts of the whole; may fall to no actor.
    """

    article: Ints
    actor: Ints
    amount: Floats
    whole_article: Ints
    whole: Floats


def amount_totals(parts: Amounts, counts: RunCounts, units: Units, *, n_columns: int) -> ByOutlet:
    """For every outlet, amounts by actor over the whole, by unit."""
    kept = units.counted[parts.article] & (parts.actor >= 0)
    whole_kept = units.counted[parts.whole_article]
    article, column, amount = parts.article[kept], parts.actor[kept], parts.amount[kept]
    whole_article, whole = parts.whole_article[whole_kept], parts.whole[whole_kept]
    made = []
    for outlet in range(len(counts.outlets)):
        ours, below = counts.outlet[article] == outlet, counts.outlet[whole_article] == outlet
        totals = add_up(
            units.unit[whole_article[below]], np.empty((int(below.sum()), 0)), whole[below]
        )
        place = np.searchsorted(totals.units, units.unit[article[ours]])
        cells = place * n_columns + column[ours]
        sums = np.bincount(cells, amount[ours], len(totals) * n_columns)
        numerators = sums.astype(np.float64).reshape(len(totals), n_columns)
        made.append(Totals(totals.units, numerators, totals.denominators))
    return tuple(made)


def intervals_of(
    totals: Sequence[Totals], settings: ComparisonSettings
) -> list[list[Interval | None]]:
    """For each of the totals, one interval a column; None where units are too few.

    Too few are also fewer than `minimum_units` in which anything falls to the actor, or to
    others: a share that rests on one event says nothing of the outlet. None at all is told, as
    a bound.
    """
    made: list[list[Interval | None]] = [[None] * each.numerators.shape[1] for each in totals]
    for number, each in enumerate(totals):
        if len(each) < settings.minimum_units:
            continue
        error = linear_errors(each)
        told = _informative(each)
        made[number] = [
            share_interval(value, spread, n_units=len(each), n_informative=n)
            if n == 0 or n >= settings.minimum_units
            else None
            for value, spread, n in zip(each.ratios.tolist(), error.tolist(), told, strict=True)
        ]
    return made


def _informative(totals: Totals) -> list[int]:
    """For each column, the fewer of the units with a numerator and of those with a rest."""
    rest = totals.denominators[:, None] - totals.numerators
    told = np.minimum((totals.numerators > 0).sum(axis=0), (rest > 0).sum(axis=0))
    counted: list[int] = told.tolist()
    return counted
