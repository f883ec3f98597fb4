"""Dates as the databases write them, in the languages of their interfaces.

They are put into one English form, which `ingest.dates` reads: "27 February 2012, 9:50 PM +01:00".
Editions and weekdays around them are left out.
"""

import re
from functools import cache, lru_cache

from slantwise.ingest.date_forms import MONTHS

_LOCALES = ("de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv", "da", "nb", "fi", "cs", "tr")
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+(?:(?:le|den|el|il|de)\s+)?){0,2}?"
_DAY = r"(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th|º|°)?"
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_DAY},?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})\b",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b",
    )
)
_NUMBERED = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]"
)
_TIME = re.compile(
    r"(?<![\d:])(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])\s*(?P<half>[AaPp]\.?[Mm]\.?(?!\w))?"
    r"\s*(?:(?:GMT|UTC)(?P<offset>[+-]\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\w)"
    r"|(?P<zone>[A-Z]{1,5})(?![\w-]))?"
)
_LONGEST = 200


def plain_date(written: str, time: str = "") -> str:
    """The date in one English form; as written where it is in none of the databases' forms.

    Args:
        written: the line of the date, with weekday, time and edition where it has them.
        time: the time, where it stands apart.

    >>> plain_date("27. Februar 2012 Montag 9:50 PM GMT+1")
    '27 February 2012, 9:50 PM +01:00'
    >>> plain_date("May 2, 2002, Thursday,, FINAL EDITION")
    '2 May 2002'
    """
    text = " ".join(written.split())[:_LONGEST]
    found = _day(text)
    if found is None:
        return text
    day, end = found
    clock = _clock(time) or _clock(text[end:])
    return f"{day}, {clock}" if clock else day


def is_date(text: str) -> bool:
    """Whether the text begins with a date in one of the databases' forms.

    >>> is_date("29 décembre 2011"), is_date("Hills burn")
    (True, False)
    """
    return _day(" ".join(text[:_LONGEST].split())) is not None


def _day(text: str) -> tuple[str, int] | None:
    numbered = _NUMBERED.match(text)
    if numbered:
        return _named(numbered, int(numbered["month"]))
    for form in _FORMS:
        match = form.match(text)
        number = _month(match["month"].casefold()) if match else 0
        if match and number:
            return _named(match, number)
    return None


def _named(match: re.Match[str], month: int) -> tuple[str, int] | None:
    if not 1 <= month <= 12:
        return None
    return f"{int(match['day'])} {_ENGLISH[month - 1]} {match['year']}", match.end()


def _clock(text: str) -> str:
    match = _TIME.search(text)
    if match is None:
        return ""
    zone = match["zone"] or ""
    if match["offset"]:
        hours = int(match["offset"])
        zone = f"{'-' if match['offset'].startswith('-') else '+'}{abs(hours):02}"
        zone += f":{match['minutes'] or '00'}"
    half = (match["half"] or "").upper().replace(".", "")
    return " ".join(filter(None, (match["time"], half, zone)))


@lru_cache(1000)
def _month(name: str) -> int:
    """The month's number, in the first language that knows the name; 0 where none does."""
    if name in MONTHS:
        return MONTHS[name]
    return next(filter(None, (_months(locale).get(name, 0) for locale in _LOCALES)), 0)


@cache
def _months(locale: str) -> dict[str, int]:
    """Number of the month by its names in one language; a locale is loaded when needed."""
    from babel import Locale

    months = Locale.parse(locale).months
    return {
        name.casefold().rstrip("."): number
        for form in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in months[form][width].items()
    }
