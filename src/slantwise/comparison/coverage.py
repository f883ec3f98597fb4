"""What each outlet of the sample leaves out: events of others, and actors that matter to them.

Absence from the sample is not absence from the outlet: it may have reported the event in an
article that was not collected.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from slantwise.comparison.counts import Flags, Floats, Ints, RunCounts
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import Amounts, ByOutlet, amount_totals, intervals_of
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records.comparison import CoverageRow, EventRow, MentionRow, Verdict


def coverage_rows(
    counts: RunCounts, events: Sequence[EventRow], *, n_listed: int
) -> Iterator[CoverageRow]:
    """One row an outlet, by name. An outlet that ran a wire copy alone reports the event too."""
    number = {name: position for position, name in enumerate(counts.outlets)}
    reports = np.zeros((len(events), len(counts.outlets)), np.bool_)
    for position, event in enumerate(events):
        reports[position, [number[outlet] for outlet, _ in event.articles]] = True
    firsts = _ordinals([event.first for event in events])
    lasts = _ordinals([event.last for event in events])
    n_outlets = reports.sum(axis=1)
    for outlet, (first, last) in enumerate(_days_by_outlet(counts)):
        by_other = n_outlets - reports[:, outlet] > 0
        dated = (firsts > 0) & (first is not None)
        inside = dated & (lasts >= _ordinal(first)) & (firsts <= _ordinal(last))
        open_ = by_other & inside
        left_out = np.flatnonzero(open_ & ~reports[:, outlet])
        order = sorted(left_out.tolist(), key=lambda at: (-n_outlets[at], firsts[at], at))
        yield CoverageRow(
            outlet=counts.outlets[outlet],
            first=first,
            last=last,
            n_reported=int((open_ & reports[:, outlet]).sum()),
            n_events=int(open_.sum()),
            n_undated=int((by_other & ~dated).sum()),
            left_out=tuple(events[at].id for at in order[:n_listed]),
        )


def mention_totals(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> ByOutlet:
    """For every outlet and unit it reports, whether it mentions each actor, in any voice.

    A mention counts on events to which the actor matters, as `ComparisonSettings` says, so that
    a name dropped once by one outlet is no difference; where no event is shared, every one counts.
    """
    by_outlet = _amounts(counts, units, actors)
    if units.name != "event":
        return tuple(
            replace(totals, numerators=(totals.numerators > 0).astype(np.float64))
            for totals in by_outlet
        )
    heard, most = _heard(by_outlet, len(actors))
    matters = _matters(heard, most[0], settings)
    return tuple(
        replace(
            totals,
            numerators=((totals.numerators > 0) & matters[totals.units]).astype(np.float64),
        )
        for totals in by_outlet
    )


def mention_rows(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> Iterator[MentionRow]:
    """One row an outlet × actor, in the order of actors, then outlets.

    Only events that the outlet reports and to which, by the other outlets alone, the actor
    matters count.
    """
    by_outlet = _amounts(counts, units, actors)
    heard, most = _heard(by_outlet, len(actors))
    open_ = [_open(totals, heard, most, settings) for totals in by_outlet]
    for column, actor in enumerate(actors):
        own = [
            add_up(
                totals.units[others[:, column]],
                (totals.numerators[others[:, column], column] > 0).astype(np.float64)[:, None],
                np.ones(int(others[:, column].sum())),
            )
            for totals, others in zip(by_outlet, open_, strict=True)
        ]
        for outlet, (totals, (share,)) in enumerate(
            zip(own, intervals_of(own, settings), strict=True)
        ):
            if len(totals):
                yield MentionRow(
                    outlet=counts.outlets[outlet],
                    actor=counts.actors[actor].id,
                    n_mentioned=round(totals.numerators.sum()),
                    n_events=len(totals),
                    share=share,
                    verdict=Verdict.COMPARED if share else Verdict.TOO_FEW,
                )


def _amounts(counts: RunCounts, units: Units, actors: Sequence[int]) -> ByOutlet:
    """For every outlet and unit it reports, how often it mentions each actor, in any voice."""
    column = np.full(len(counts.actors), -1)
    column[list(actors)] = np.arange(len(actors))
    article, actor = counts.stances.article, column[counts.stances.actor]
    kept = units.counted[article] & (actor >= 0)
    whole = np.flatnonzero(units.counted)
    _, first_of_unit = np.unique(_cells(counts, units, whole), return_index=True)
    parts = Amounts(
        article=article[kept],
        actor=actor[kept],
        # A mention that could not be judged is one.
        amount=np.maximum(counts.stances.n_judged[kept], 1).astype(np.float64),
        whole_article=whole[first_of_unit],
        whole=np.ones(len(first_of_unit)),
    )
    return amount_totals(parts, counts, units, n_columns=len(actors))


def _heard(by_outlet: ByOutlet, n_actors: int) -> tuple[Ints, tuple[Floats, Floats]]:
    """Arrays [unit, actor]: outlets that mention it; the most mentions by one, and by the next."""
    n_units = 1 + max((int(each.units[-1]) for each in by_outlet if len(each)), default=0)
    heard = np.zeros((n_units, n_actors), np.int64)
    most, next_most = np.zeros((n_units, n_actors)), np.zeros((n_units, n_actors))
    for totals in by_outlet:
        at, amounts = totals.units, totals.numerators
        heard[at] += amounts > 0
        next_most[at] = np.maximum(next_most[at], np.minimum(most[at], amounts))
        most[at] = np.maximum(most[at], amounts)
    return heard, (most, next_most)


def _open(
    totals: Totals, heard: Ints, most: tuple[Floats, Floats], settings: ComparisonSettings
) -> Flags:
    """Array [unit of the outlet, actor]: whether the actor matters, by the other outlets alone."""
    at, own = totals.units, totals.numerators
    others_most = np.where(own == most[0][at], most[1][at], most[0][at])
    return _matters(heard[at] - (own > 0), others_most, settings)


def _matters(heard: Ints, most: Floats, settings: ComparisonSettings) -> Flags:
    matters: Flags = (heard >= settings.min_naming_outlets) | (most >= settings.min_naming_mentions)
    return matters


def _cells(counts: RunCounts, units: Units, article: Ints) -> Ints:
    """Array [row], one number a unit and outlet."""
    return units.unit[article] * max(1, len(counts.outlets)) + counts.outlet[article]


def _days_by_outlet(counts: RunCounts) -> list[tuple[date | None, date | None]]:
    days: list[list[date]] = [[] for _ in counts.outlets]
    for outlet, day in zip(counts.outlet.tolist(), counts.days, strict=True):
        if day is not None:
            days[outlet].append(day)
    return [(min(each, default=None), max(each, default=None)) for each in days]


def _ordinals(days: Sequence[date | None]) -> Ints:
    return np.array([_ordinal(day) for day in days], np.int64)


def _ordinal(day: date | None) -> int:
    """Number of the day; 0 for none."""
    return day.toordinal() if day else 0
