"""Articles as the `events` stage sees them: words as numbers, days as numbers, in one order.

The order (earliest first, then outlet, then id) decides every tie, so that results do not
depend on the order in which articles arrive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from slantwise.events.settings import EventSettings
from slantwise.events.words import Hashes, sketch, terms, words_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

UNDATED = -1
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EventArticle:
    """What matching needs to know of an article.

    Attributes:
        id: unique among the articles matched.
        outlet: name of its outlet.
        title: headline; empty where there is none.
        text: body, without the headline.
        published: date or time of publication; None where not known. A time without zone is
            taken as UTC.
        event: the event it reports, where the data name one.
    """

    id: str
    outlet: str
    title: str
    text: str
    published: datetime | None = None
    event: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One article without its text.

    Attributes:
        id: the article's id.
        outlet: its outlet.
        event: the event given, or "".
        moment: when it was published, in UTC; None where not known.
        terms: array [term] of checksums of its content words.
        counts: array [term], how much each counts.
        sketch: array [hash], sorted sample of the body's five-word sequences.
    """

    id: str
    outlet: str
    event: str
    moment: datetime | None
    terms: NDArray[np.uint32]
    counts: Floats
    sketch: Hashes

    @property
    def day(self) -> int:
        """Day of publication, counted as `date.toordinal` does; `UNDATED` where not known."""
        return UNDATED if self.moment is None else self.moment.toordinal()


def read_all(articles: Iterable[EventArticle], settings: EventSettings) -> tuple[Reading, ...]:
    """The articles without their texts: earliest first, then by outlet, then by id; undated last.

    Raises:
        ValueError: two articles have one id.
    """
    return in_order(read(article, settings) for article in articles)


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings in the order of `read_all`, however they come.

    Raises:
        ValueError: two articles have one id.
    """
    ordered = sorted(
        readings, key=lambda reading: (reading.moment or _LAST, reading.outlet, reading.id)
    )
    seen: set[str] = set()
    for reading in ordered:
        if reading.id in seen:
            raise ValueError(f"two articles have the id {reading.id!r}; ids must be unique")
        seen.add(reading.id)
    return tuple(ordered)


def days_of(readings: Iterable[Reading]) -> Ints:
    """Array [reading] of days of publication."""
    return np.array([reading.day for reading in readings], np.int64)


def read(article: EventArticle, settings: EventSettings) -> Reading:
    """The article without its text; what else is read changes nothing."""
    body = words_of(article.text)
    found = terms(
        words_of(article.title), body[: settings.lead_words], title_weight=settings.title_weight
    )
    return Reading(
        id=article.id,
        outlet=article.outlet,
        event=article.event,
        moment=_in_utc(article.published),
        terms=np.fromiter(found.keys(), np.uint32, len(found)),
        counts=np.fromiter(found.values(), np.float32, len(found)),
        sketch=sketch(body),
    )


def _in_utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
