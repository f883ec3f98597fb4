"""The explicit written forms of dates, each read without guessing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTH_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
    ("october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
"""Number of the month by its English names."""

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_BEFORE = rf"(?:{_WEEKDAY},?\s+)?"
_AFTER = rf"(?:,?\s+{_WEEKDAY})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = (
    r"(?:,?\s*(?:at\s+|[-–—|]\s*)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>[a-z]{1,5}|[+-]\d{2}:?\d{2})?\)?)?"
)
_WORDED = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_BEFORE}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_AFTER}",
        rf"{_BEFORE}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[\s-]+{_MONTH}[\s-]+{_DAY}",
    )
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE
)
_NUMERIC = re.compile(
    rf"{_BEFORE}(?P<one>\d{{1,2}})(?P<mark>[/.-])(?P<two>\d{{1,2}})(?P=mark)"
    rf"(?P<year>\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_STAMP = re.compile(r"(\d{8})T?(\d{6})(Z?)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}(?!\d)|\d{4}-?W\d{2}")
_HOURS = {
    "z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "bst": 1,
}  # fmt: skip
"""Hours from UTC. Letters not listed ("ET", "IST") name no one offset, and give no zone."""


def unmistakable(text: str) -> datetime | None:
    """The date where the text is in a form that can mean one day only; else None.

    ISO 8601, RFC 822, month names, year first, 14-digit stamps, and seconds or milliseconds
    since 1970 (UTC).

    >>> unmistakable("12 April 2025, 3:30 pm")
    datetime.datetime(2025, 4, 12, 15, 30)
    """
    return next(filter(None, (form(text) for form in _FORMS)), None)


def numeric(text: str) -> tuple[datetime | None, datetime | None] | None:
    """A date in numbers with the year last, read month first and day first.

    None where the text is no such thing; each of the two is None where the calendar has no such
    day. Two-digit years are 1969 to 2068.

    >>> [date and date.day for date in numeric("6/15/17")]
    [15, None]
    """
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= 69 else 2000
    return _built(match, (year, one, two)), _built(match, (year, two, one))


def _iso(text: str) -> datetime | None:
    if not _ISO.match(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _stamp(text: str) -> datetime | None:
    match = _STAMP.fullmatch(text)
    if match is None:
        return None
    try:
        value = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return value.replace(tzinfo=UTC) if match[3] else value


def _epoch(text: str) -> datetime | None:
    match = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if ":" in text and text[-4:].strip() else None
    except (TypeError, ValueError, IndexError):
        return None


def _worded(text: str) -> datetime | None:
    for form in _WORDED:
        match = form.fullmatch(text)
        if match:
            month = MONTHS[match["month"].lower()]
            return _built(match, (int(match["year"]), month, int(match["day"])))
    return None


def _year_first(text: str) -> datetime | None:
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    return _built(match, (int(match["year"]), int(match["month"]), int(match["day"])))


_FORMS: tuple[Callable[[str], datetime | None], ...] = (
    _iso,
    _stamp,
    _epoch,
    _worded,
    _year_first,
    _rfc822,
)


def _built(match: re.Match[str], date: tuple[int, int, int]) -> datetime | None:
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        zone = _zone(match["zone"] or "")
        return datetime(*date, hour, minute, int(match["second"] or 0), tzinfo=zone)
    except ValueError:
        return None


def _zone(written: str) -> timezone | None:
    if written[:1] in ("+", "-"):
        offset = timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
        return timezone(-offset if written[0] == "-" else offset)
    hours = _HOURS.get(written.lower())
    return None if hours is None else timezone(timedelta(hours=hours))
