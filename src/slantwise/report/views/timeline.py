"""When each outlet wrote: articles by date, a lane an outlet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from slantwise.records.comparison import Comparison
from slantwise.report.evidence import Listed
from slantwise.report.views.matrix import MANY
from slantwise.report.words import count, day, plural

MOST_STEPS = 60
"""Steps that still stand apart on a figure as wide as the page."""

_LENGTHS = (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366))


@dataclass(frozen=True, slots=True)
class Step:
    """One day, week, month, quarter or year.

    Attributes:
        first: its first day.
        label: its name in words.
        counts: articles of each outlet, in the comparison's order, wire copies among them.
        n_shared: events that at least two outlets report and that begin in it.
    """

    first: date
    label: str
    counts: tuple[int, ...]
    n_shared: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The articles of a run by date.

    Attributes:
        unit: day, week, month, quarter or year.
        outlets: names, in the comparison's order.
        steps: those with an article, in order.
        first: first day drawn.
        last: last day drawn.
        n_undated: articles without a date.
        note: what the figure shows, in words.
    """

    unit: str
    outlets: tuple[str, ...]
    steps: tuple[Step, ...]
    first: date
    last: date
    n_undated: int
    note: str


def timeline(comparison: Comparison, articles: Iterable[Listed]) -> Timeline | None:
    """Articles by date and outlet; None where fewer than two days are known."""
    outlets = tuple(row.outlet for row in comparison.outlets)
    counted: Counter[tuple[date, str]] = Counter()
    n_undated = 0
    for each in articles:
        if each.published is None:
            n_undated += 1
        else:
            counted[each.published.date(), each.outlet] += 1
    days = sorted({day for day, _ in counted})
    if len(days) < 2:
        return None
    unit = _unit(days)
    shared = Counter(
        begin(event.first, unit)
        for event in comparison.events
        if event.first and len({outlet for outlet, _ in event.articles}) > 1
    )
    steps = {begin(day, unit): Counter[str]() for day in days}
    for (when, outlet), n in counted.items():
        steps[begin(when, unit)][outlet] += n
    return Timeline(
        unit=unit,
        outlets=outlets,
        steps=tuple(
            Step(first, _label(first, unit), tuple(steps[first][o] for o in outlets), shared[first])
            for first in sorted(steps)
        ),
        first=begin(days[0], unit),
        last=days[-1],
        n_undated=n_undated,
        note=_note(unit, len(steps), n_undated, joined=len(outlets) <= MANY),
    )


def begin(when: date, unit: str) -> date:
    """First day of the day, week (Monday), month, quarter or year that holds `when`.

    >>> begin(date(2026, 5, 20), "quarter"), begin(date(2026, 5, 20), "week")
    (datetime.date(2026, 4, 1), datetime.date(2026, 5, 18))
    """
    if unit == "week":
        return when - timedelta(days=when.weekday())
    if unit == "day":
        return when
    month = {"month": when.month, "quarter": 3 * ((when.month - 1) // 3) + 1, "year": 1}[unit]
    return date(when.year, month, 1)


def _unit(days: list[date]) -> str:
    reach = (days[-1] - days[0]).days + 1
    return next((u for u, length in _LENGTHS if reach / length <= MOST_STEPS), "year")


def _label(first: date, unit: str) -> str:
    if unit == "day":
        return day(first)
    if unit == "week":
        return f"week of {day(first)}"
    if unit == "quarter":
        return f"{day(first).split(' ', 1)[1].split(' ')[0]} to {_third(first)} {first.year}"
    return str(first.year) if unit == "year" else day(first).split(" ", 1)[1]


def _third(first: date) -> str:
    return day(date(first.year, first.month + 2, 1)).split(" ")[1]


def _note(unit: str, n_steps: int, n_undated: int, *, joined: bool) -> str:
    undated = f" {plural(n_undated, 'article has', 'articles have')} no date." if n_undated else ""
    line = (
        f"A line joins the outlets of a {unit} in which an event begins that several of them "
        "report. "
    )
    return (
        f"One marker a {unit} and outlet; its area grows with the number of articles. "
        f"{line if joined else ''}"
        f"{count(n_steps)} {unit if n_steps == 1 else unit + 's'} with articles.{undated}"
    )
