"""What each outlet of the sample leaves out: events that others report in its dates."""

from dataclasses import dataclass

from slantwise.records.comparison import Comparison, CoverageRow, EventRow
from slantwise.report.words import count, days, percent, plural

HONEST = (
    "Absence from this sample is not absence from the outlet: it may have reported the event in "
    "an article that was not collected, or outside the dates collected."
)


_FEW = 3
"""Events named of those that an outlet leaves out, on a page of many outlets."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One event that an outlet does not report.

    Attributes:
        title: headline of the event's first article.
        when: its days in words; empty where not dated.
        by: which outlets report it, in words.
    """

    title: str
    when: str
    by: str


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One outlet.

    Attributes:
        outlet: its name.
        dates: the days of its articles in words; empty where none is dated.
        reported: events reported, of those that another outlet reports in its dates.
        share: the same in percent; a dash where there are none.
        undated: events that cannot be placed.
        left_out: events not reported, the most reported first.
        n_more: how many more there are.
    """

    outlet: str
    dates: str
    reported: str
    share: str
    undated: str
    left_out: tuple[LeftOut, ...]
    n_more: int


def coverage_lines(comparison: Comparison, *, few: bool = False) -> tuple[CoverageLine, ...]:
    """One line an outlet; empty where events are not shared.

    `few` names only the first events that each leaves out, for a page of many outlets.
    """
    events = {event.id: event for event in comparison.events}
    most = _FEW if few else None
    return tuple(_line(row, events, most) for row in comparison.coverage)


def _line(row: CoverageRow, events: dict[str, EventRow], most: int | None) -> CoverageLine:
    n_left_out = row.n_events - row.n_reported
    named = row.left_out[:most]
    return CoverageLine(
        outlet=row.outlet,
        dates=days(row.first, row.last),
        reported=f"{count(row.n_reported)} of {plural(row.n_events, 'event')}",
        share=percent(row.n_reported / row.n_events) if row.n_events else "–",
        undated=count(row.n_undated),
        left_out=tuple(_left_out(events[id_]) for id_ in named if id_ in events),
        n_more=n_left_out - len(named),
    )


def _left_out(event: EventRow) -> LeftOut:
    outlets = sorted({outlet for outlet, _ in event.articles})
    named = ", ".join(outlets[:4])
    by = named if len(outlets) <= 4 else f"{named} and {len(outlets) - 4} more"
    return LeftOut(event.title, days(event.first, event.last), by)
