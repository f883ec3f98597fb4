"""Values and differences of each measure as the report writes them."""

from slantwise.records.comparison import Interval, Measure
from slantwise.report.words import decimal, percent, spread


def amount(measure: Measure, value: float, *, signed: bool = False, points: bool = True) -> str:
    """A value or a difference with its unit.

    A difference of shares is in percentage points (`points`), a share in percent.

    >>> amount(Measure.RATE, 4.25), amount(Measure.LOADED, 0.123, signed=True)
    ('4.2', '+12.3 points')
    >>> amount(Measure.LOADED, 0.123, points=False)
    '12 %'
    """
    if measure.is_share:
        if points:
            return f"{decimal(100 * value, digits=1, signed=signed)} points"
        return percent(value)
    return decimal(value, digits=1 if measure is Measure.RATE else 2, signed=signed)


def extent(measure: Measure, interval: Interval) -> str:
    """The two ends of the interval of a difference.

    >>> extent(Measure.LOADED, Interval(0.1, 0.03, 0.17))
    '3.0 to 17.0'
    """
    if measure.is_share:
        scaled = Interval(100 * interval.value, 100 * interval.low, 100 * interval.high)
        return spread(scaled, digits=1)
    return spread(interval, digits=1 if measure is Measure.RATE else 2)
