"""Dates as articles write them: the explicit forms first, then dateparser in strict mode.

A date whose day and month could be either is not read at all, unless a setting says the order.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Literal

from slantwise.ingest.date_forms import numeric, unmistakable
from slantwise.ingest.settings import DateOrder
from slantwise.records import Precision

_DOUBTFUL = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b")
_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at)?|date)\s*:?\s+",
    re.IGNORECASE,
)
_NO_DATE = frozenset({"", "none", "null", "nan", "nat", "n/a", "unknown", "-"})
_SECONDS = re.compile(r"\d[:.]\d{2}[:.]\d{2}(?!\d)|\d{8}T?\d{6}|^\d{10}(?:\d{3})?(?:\.\d+)?$")
_MINUTES = re.compile(r"\d[:.]\d{2}\b|T\d{4}")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class DateReading:
    """What became of a written date.

    Attributes:
        value: the date, without zone where none is written; None where it cannot be told.
        failure: why not; empty where it was read, and where nothing was written.
        precision: how exact it is as written; empty where there is no date.
    """

    value: datetime | None
    failure: Literal["", "ambiguous-date", "unreadable-date"] = ""
    precision: Precision = ""


def read_date(written: str, order: DateOrder = "") -> DateReading:
    """The date that the text writes.

    >>> read_date("Saturday, April 12, 2025").value
    datetime.datetime(2025, 4, 12, 0, 0)
    >>> read_date("04/05/2021").failure
    'ambiguous-date'
    """
    text = " ".join(written.split())
    if text.casefold() in _NO_DATE:
        return DateReading(None)
    found = explicit_date(text, order)
    if found is None and not order and _DOUBTFUL.search(text):
        return DateReading(None, "ambiguous-date")
    if found is None:
        value = _parsed(text, order)
        found = DateReading(value, "" if value else "unreadable-date")
    return found if found.value is None else replace(found, precision=_precision(text, found.value))


def explicit_date(text: str, order: DateOrder = "") -> DateReading | None:
    """The date where the whole text is one in an explicit form; None where it is not.

    A word such as "Updated:" may stand before it.
    """
    plain = _LABEL.sub("", " ".join(text.split()), count=1)
    if len(plain) > _LONGEST:
        return None
    value = unmistakable(plain)
    if value is not None:
        return DateReading(value)
    both = numeric(plain)
    return None if both is None else _chosen(both, order)


def _precision(text: str, value: datetime) -> Precision:
    """As exact as the text writes it; midnight sharp without zone is how programs write a day."""
    if value.tzinfo is None and value.time() == time():
        return "day"
    if _SECONDS.search(text):
        return "second"
    return "minute" if _MINUTES.search(text) or value.time() != time() else "day"


def _chosen(both: tuple[datetime | None, datetime | None], order: DateOrder) -> DateReading:
    month_first, day_first = both
    if month_first and day_first and month_first != day_first:
        if not order:
            return DateReading(None, "ambiguous-date")
        return DateReading(day_first if order == "day-first" else month_first)
    value = month_first or day_first
    return DateReading(value, "" if value else "unreadable-date")


def _parsed(text: str, order: DateOrder) -> datetime | None:
    if len(text) > _LONGEST:
        return None
    import dateparser

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY" if order == "day-first" else "MDY",
    }
    value = dateparser.parse(text, settings=settings)
    return value if isinstance(value, datetime) else None
