"""Dates of publication compared across zones and precisions, without pretending to know more.

A date without zone may be of any zone on earth, and a day without a time is any instant of it:
both stand for a stretch of instants.
"""

from datetime import UTC, datetime, timedelta

from slantwise.records.articles import Precision

_WIDTH = {"": timedelta(days=1), "day": timedelta(days=1), "minute": timedelta(minutes=1)}
_EASTERNMOST = timedelta(hours=14)
_WESTERNMOST = timedelta(hours=12)
_FIRST = datetime.min.replace(tzinfo=UTC) + timedelta(days=3)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=3)
"""Dates nearer to the ends of the calendar are taken for these: no article is of the year 1."""


def bounds(published: datetime, precision: Precision = "") -> tuple[datetime, datetime]:
    """The first instant that the date can mean, and the end of the last, in UTC.

    Zones reach from 14 hours before UTC to 12 behind it; a date of unknown precision is a day.

    >>> first, end = bounds(datetime(2024, 5, 2), "day")
    >>> first.isoformat(), end.isoformat()
    ('2024-05-01T10:00:00+00:00', '2024-05-03T12:00:00+00:00')
    """
    width = _WIDTH.get(precision, timedelta())
    offset = published.utcoffset()
    written = min(max(published.replace(tzinfo=UTC), _FIRST), _LAST)
    if offset is not None:
        return written - offset, written - offset + width
    return written - _EASTERNMOST, written + width + _WESTERNMOST


def days_apart(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> float:
    """The least number of days between two such stretches; 0 where they touch or overlap.

    >>> days_apart(bounds(datetime(2024, 5, 2), "day"), bounds(datetime(2024, 5, 5), "day"))
    0.9166666666666666
    """
    gap = max(one[0], other[0]) - min(one[1], other[1])
    return max(0.0, gap / timedelta(days=1))
