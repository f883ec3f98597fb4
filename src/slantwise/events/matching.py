"""Articles in, events out: copies folded, given events kept, the rest grouped.

Where the data name no event, articles are grouped by text and date; where they name some,
articles without one may join them, and no two given events are ever merged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from slantwise.events.copies import find_copies
from slantwise.events.grouping import group
from slantwise.events.joining import among, given_events
from slantwise.events.reading import EventArticle, Ints, Reading, read_all
from slantwise.events.settings import EventSettings
from slantwise.events.similarity import weigh

__all__ = ["Event", "EventArticle", "match"]


@dataclass(frozen=True, slots=True)
class Event:
    """Articles that report one event.

    Attributes:
        id: the event's id: as given, or made from the id of its first article.
        articles: ids of its articles: earliest first, then by outlet, then by id; undated last.
        given: whether the data named the event.
        wire: groups of article ids that are one text, each in the same order; the first of a
            group is the one to count.
    """

    id: str
    articles: tuple[str, ...]
    given: bool
    wire: tuple[tuple[str, ...], ...]


def match(
    articles: Iterable[EventArticle], settings: EventSettings | None = None
) -> tuple[Event, ...]:
    """Events, ordered by their first article; every article stands in exactly one.

    The order of the input changes nothing. No text is kept while reading, and work grows with
    the number of articles in one window of days, not with the square of all. Empty for no
    articles.

    Raises:
        ValueError: two articles have one id.

    >>> storm = "Heavy storm floods Portmere harbour"
    >>> found = match([
    ...     EventArticle("a", "Courier", storm, "Storm waves flooded the harbour of Portmere."),
    ...     EventArticle("b", "Lantern", storm + " again", "Portmere harbour flooded by storm."),
    ...     EventArticle("c", "Courier", "Cup final drawn", "Neither side scored in the final."),
    ... ])
    >>> [event.articles for event in found]
    [('a', 'b'), ('c',)]
    """
    settings = settings or EventSettings()
    return match_read(read_all(articles, settings), settings)


def match_read(readings: Sequence[Reading], settings: EventSettings) -> tuple[Event, ...]:
    """What `match` gives for the articles of these readings.

    Args:
        readings: in the order of `reading.in_order`.
        settings: when articles report one event.
    """
    first = find_copies(readings, settings)
    named = {reading.event for reading in readings if reading.event}
    copies: dict[int, list[int]] = {}
    for position, original in enumerate(first.tolist()):
        copies.setdefault(original, []).append(position)
    groups = _group_originals(readings, copies, settings)
    events = [
        (event, sorted(position for original in originals for position in copies[original]))
        for event, originals in groups
    ]
    events.sort(key=lambda event: event[1][0])
    return tuple(
        Event(
            id=event or _made_id(readings[held[0]].id, named),
            articles=tuple(readings[position].id for position in held),
            given=bool(event),
            wire=_wire(held, first, readings),
        )
        for event, held in events
    )


def _group_originals(
    readings: Sequence[Reading], copies: Mapping[int, Sequence[int]], settings: EventSettings
) -> list[tuple[str, list[int]]]:
    """Given id ("" where none) and positions of every event, copies left out."""
    positions = np.array(sorted(copies), np.int64)
    given = [_given(copies[position], readings) for position in positions.tolist()]
    similarity = weigh([readings[position] for position in positions], settings)
    pairs = similarity.pairs()
    free = np.array([not event for event in given], np.bool_)
    events = given_events(given, pairs)
    named = {event: rows.tolist() for event, rows in events.rows.items()}
    unnamed: list[list[int]] = []
    for members in group(np.flatnonzero(free), among(free, pairs), similarity):
        joined = events.closest(members, similarity) if settings.extend_given else ""
        if joined:
            named[joined].extend(members.tolist())
        else:
            unnamed.append(members.tolist())
    found = [*named.items(), *(("", rows) for rows in unnamed)]
    return [(event, positions[rows].tolist()) for event, rows in found]


def _given(copies: Iterable[int], readings: Sequence[Reading]) -> str:
    return next((readings[copy].event for copy in copies if readings[copy].event), "")


def _wire(
    held: Sequence[int], first: Ints, readings: Sequence[Reading]
) -> tuple[tuple[str, ...], ...]:
    texts: dict[int, list[str]] = {}
    for position in held:
        texts.setdefault(int(first[position]), []).append(readings[position].id)
    return tuple(tuple(ids) for ids in texts.values() if len(ids) > 1)


def _made_id(article: str, taken: set[str]) -> str:
    digest = sha256(article.encode()).hexdigest()
    return next(
        made for length in range(16, 65) if (made := f"matched-{digest[:length]}") not in taken
    )
