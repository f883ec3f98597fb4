"""Events and who reported them, with what each outlet's own voice holds on each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from slantwise.records import Voice
from slantwise.records.comparison import Comparison, EventRow
from slantwise.report.evidence import Listed
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure, Query
from slantwise.report.words import count, days, plural


@dataclass(frozen=True, slots=True)
class EventView:
    """One event.

    Attributes:
        number: its position, by which the page opens it.
        title: headline of its first article.
        when: its days in words; empty where none is dated.
        outlets: (outlet, findings in its own voice with their evidence), in the
            comparison's order; wire copies not counted.
        n_articles: articles on it.
        notes: what a reader should know: matched or given, wire copies.
    """

    number: int
    title: str
    when: str
    outlets: tuple[tuple[str, Figure], ...]
    n_articles: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """All events.

    Attributes:
        shared: reported by at least two outlets.
        single: reported by one outlet only.
    """

    shared: tuple[EventView, ...]
    single: tuple[EventView, ...]


def event_list(
    comparison: Comparison, articles: Iterable[Listed], numbering: Numbering
) -> EventList:
    """Every event of the comparison, those that compare outlets first."""
    own = Counter[tuple[int, str]]()
    for article in articles:
        if article.id in numbering.event_of and article.id not in numbering.copy_of:
            own[numbering.event_of[article.id], article.outlet] += article.n_own
    shared: list[EventView] = []
    single: list[EventView] = []
    for number, event in enumerate(comparison.events):
        outlets = sorted({outlet for outlet, _ in event.articles}, key=numbering.outlet.__getitem__)
        figures = tuple(
            (outlet, _figure(number, numbering.outlet[outlet], own[number, outlet]))
            for outlet in outlets
        )
        (shared if len(outlets) > 1 else single).append(_view(number, event, figures))
    return EventList(tuple(shared), tuple(single))


def _figure(event: int, outlet: int, found: int) -> Figure:
    query = Query("findings", (outlet,), voice=Voice.OUTLET, event=event, n=found)
    return Figure(count(found), query if found else None)


def _view(number: int, event: EventRow, outlets: tuple[tuple[str, Figure], ...]) -> EventView:
    notes = ["event named by the data" if event.given else "event matched by text and date"]
    copies = sum(len(group) - 1 for group in event.wire)
    if copies:
        notes.append(plural(copies, "wire copy", "wire copies") + ", counted once")
    return EventView(
        number=number,
        title=event.title,
        when=days(event.first, event.last),
        outlets=outlets,
        n_articles=len(event.articles),
        notes=tuple(notes),
    )
