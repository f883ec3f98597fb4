"""Numbers, dates and sentences in plain English, and the pieces that sentences are made of.

A sentence is a tuple of pieces, so that HTML and Markdown each escape names in their own way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from slantwise.records.comparison import Interval

MINUS = "\N{MINUS SIGN}"
_MOST_DIGITS = 4
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPELLED = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence.

    Attributes:
        text: the words, as data: not escaped.
        role: plain words; a name that comes from the data; or a figure to be set strong.
    """

    text: str
    role: Literal["plain", "name", "strong"] = "plain"


Pieces = tuple[Piece, ...]


def plain(text: str) -> Piece:
    """A piece of plain words."""
    return Piece(text)


def name(text: str) -> Piece:
    """A piece that holds a name from the data."""
    return Piece(text, "name")


def strong(text: str) -> Piece:
    """A piece to be set strong."""
    return Piece(text, "strong")


def as_text(pieces: Sequence[Piece]) -> str:
    """The bare words of a sentence."""
    return "".join(piece.text for piece in pieces)


def count(number: int) -> str:
    """A whole number with thousands set apart.

    >>> count(4301)
    '4,301'
    """
    return f"{number:,}"


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> plural(1, "event"), plural(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """A number up to twelve as a word, a larger one in figures.

    >>> spelled(6), spelled(60)
    ('six', '60')
    """
    return _SPELLED[number] if 0 <= number < len(_SPELLED) else count(number)


def decimal(value: float, *, digits: int = 2, signed: bool = False) -> str:
    """A number with a true minus sign, never a negative zero; with a plus where `signed`.

    >>> decimal(-0.314), decimal(-0.001), decimal(4.25, digits=1, signed=True)
    ('−0.31', '0.00', '+4.2')
    """
    text = f"{abs(value):,.{digits}f}"
    if not text.strip("0.,"):
        return text
    if value < 0:
        return MINUS + text
    return "+" + text if signed else text


def percent(value: float) -> str:
    """A share in percent: a digit behind the point below 10 %.

    >>> percent(0.034), percent(0.34), percent(0.0)
    ('3.4 %', '34 %', '0 %')
    """
    digits = 1 if 0 < abs(value) < 0.0995 else 0
    return f"{decimal(100 * value, digits=digits)} %"


def percents(interval: Interval) -> str:
    """The two ends of an interval of a share, in percent.

    >>> percents(Interval(0.2, 0.034, 0.4))
    '3.4 to 40 %'
    """
    return f"{percent(interval.low).removesuffix(' %')} to {percent(interval.high)}"


def spread(interval: Interval, *, digits: int = 2, signed: bool = False) -> str:
    """The two ends of an interval, with a digit more where an end would wrongly read as 0.

    >>> spread(Interval(2.0, -0.5, 4.5), digits=1), spread(Interval(0.4, 0.03, 0.8), digits=1)
    ('−0.5 to 4.5', '0.03 to 0.80')
    """
    while digits < _MOST_DIGITS and any(
        end and abs(end) < 0.5 * 10**-digits for end in (interval.low, interval.high)
    ):
        digits += 1
    low = decimal(interval.low, digits=digits, signed=signed)
    return f"{low} to {decimal(interval.high, digits=digits, signed=signed)}"


def probability(symbol: str, value: float | None) -> str:
    """A p or q value; "not computed" where there is none.

    >>> probability("q", 0.0123), probability("p", 0.0002), probability("q", 1.0)
    ('q = 0.012', 'p < 0.001', 'q = 1.000')
    """
    if value is None:
        return f"{symbol} not computed"
    return f"{symbol} < 0.001" if value < 0.001 else f"{symbol} = {value:.3f}"


def day(value: date) -> str:
    """A day in words.

    >>> day(date(2026, 3, 4))
    '4 March 2026'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(first: date | None, last: date | None) -> str:
    """A stretch of days in words; empty where there are no dates.

    >>> days(date(2026, 3, 4), date(2026, 3, 6)), days(date(2025, 12, 30), date(2026, 1, 2))
    ('4 to 6 March 2026', '30 December 2025 to 2 January 2026')
    """
    first, last = first or last, last or first
    if first is None or last is None:
        return ""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def listed(items: Sequence[str], *, limit: int = 5) -> Pieces:
    """Names joined into one list, those beyond `limit` counted; empty for none.

    >>> as_text(listed(["a", "b", "c"])), as_text(listed(["a", "b", "c", "d"], limit=2))
    ('a, b and c', 'a, b and 2 more')
    """
    shown = [name(item) for item in items[:limit]]
    if len(items) > limit:
        shown.append(plain(f"{count(len(items) - limit)} more"))
    joined: list[Piece] = []
    for number, piece in enumerate(shown):
        if number:
            joined.append(plain(" and " if number == len(shown) - 1 else ", "))
        joined.append(piece)
    return tuple(joined)
