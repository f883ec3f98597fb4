"""Small static figures as SVG: a point with its interval, a bar of shares, an axis.

Figures hold numbers only, no names. What they show always stands in words beside them, so they
are hidden from screen readers.
Colours come from the style sheet, by class, so that light, dark and print each have their own.
"""

from dataclasses import dataclass
from itertools import count as counting
from math import floor, log10

from markupsafe import Markup

from slantwise.records.comparison import Interval, StanceCell
from slantwise.report.words import decimal

SHAPES = ("circle", "square", "triangle", "diamond", "wedge", "cross")
"""Markers of outlets, in order; after the last the first comes again with another colour."""

_HEIGHT = 18
_EDGE = 6.0
_ROOM_FOR_LETTER = 0.12


@dataclass(frozen=True, slots=True)
class Scale:
    """A horizontal axis.

    Attributes:
        low: value at the left end.
        high: value at the right end; above `low`.
        ticks: values to mark, in order.
        width: of the whole figure, in pixels.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    width: int

    def x(self, value: float) -> float:
        """Pixel of `value`; a value beyond an end falls on it."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(_EDGE + share * (self.width - 2 * _EDGE), 1)


STANCE_SCALE = Scale(-1.0, 1.0, (-1.0, 0.0, 1.0), 190)
"""Axis of every mean stance."""


def scale_from_zero(largest: float, *, width: int) -> Scale:
    """An axis from 0 with a handful of round ticks that reaches `largest`.

    >>> scale_from_zero(9.3, width=300).ticks
    (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
    """
    step = _step(largest)
    ticks = _ticks(step, largest)
    return Scale(0.0, ticks[-1], ticks, width)


def scale_around_zero(largest: float, *, width: int) -> Scale:
    """An axis centred on 0 that reaches `largest` on either side.

    >>> scale_around_zero(1.6, width=300).ticks
    (-2.0, -1.0, 0.0, 1.0, 2.0)
    """
    ticks = _ticks(2 * _step(largest), largest)
    both = tuple(-tick for tick in reversed(ticks[1:])) + ticks
    return Scale(both[0], both[-1], both, width)


def point_line(interval: Interval, scale: Scale, *, shape: int | None = None) -> Markup:
    """A marker at the value with a line over the interval, on `scale` with its zero marked.

    `shape` is the number of an outlet's marker; None draws a plain dot.
    """
    y = _HEIGHT / 2
    parts = [
        _ground(scale),
        f'<path class="iv" d="M{scale.x(interval.low)} {y}H{scale.x(interval.high)}"/>',
        _marker(shape, scale.x(interval.value), y),
    ]
    return _figure("".join(parts), scale.width)


def empty_line(scale: Scale) -> Markup:
    """The axis alone, where there is nothing to draw on it."""
    return _figure(_ground(scale), scale.width)


def axis(scale: Scale, *, digits: int = 0, signed: bool = False) -> Markup:
    """Tick labels for the column of figures drawn on `scale`."""
    texts = [
        f'<text x="{scale.x(tick)}" y="12" text-anchor="middle">'
        f"{decimal(tick, digits=digits, signed=signed)}</text>"
        for tick in scale.ticks
    ]
    return _figure("".join(texts), scale.width, classes="axis")


def percent_axis(scale: Scale) -> Markup:
    """Tick labels of a scale of shares, in percent: the ends, and the middle if it has a tick."""
    middle = scale.ticks[len(scale.ticks) // 2 :][: len(scale.ticks) % 2]
    ticks = (scale.ticks[0], *middle, scale.ticks[-1])
    texts = [
        f'<text x="{scale.x(tick)}" y="12" text-anchor="middle">{100 * tick:.0f} %</text>'
        for tick in dict.fromkeys(ticks)
    ]
    return _figure("".join(texts), scale.width, classes="axis")


def share_bar(cell: StanceCell, *, width: int = 190) -> Markup:
    """Shares against, neutral and favour of the labelled articles, with letters.

    Empty where no article is labelled.
    """
    counts = (("A", cell.against), ("N", cell.neutral), ("F", cell.favour))
    total = sum(number for _, number in counts)
    if not total:
        return Markup()
    parts, left = [], 0.0
    for letter, number in counts:
        wide = width * number / total
        if number:
            parts.append(f'<rect class="s{letter}" x="{left:.1f}" y="1" width="{wide:.1f}" ')
            parts.append('height="14"/>')
        if number / total >= _ROOM_FOR_LETTER:
            parts.append(f'<text x="{left + wide / 2:.1f}" y="12" text-anchor="middle">')
            parts.append(f"{letter}</text>")
        left += wide
    return _figure("".join(parts), width, classes="bar")


def marker(shape: int, x: float, y: float, *, scale: float = 1.0) -> str:
    """The marker of one outlet as a piece of a larger figure, its centre at (`x`, `y`)."""
    return f'<g transform="translate({x} {y}) scale({scale:.2f})">{_marker(shape, 0, 0)}</g>'


def key(shape: int) -> Markup:
    """The marker of one outlet alone, for the start of its row."""
    return _figure(_marker(shape, 7, _HEIGHT / 2), 14, classes="key")


def _step(largest: float) -> float:
    if largest <= 0:
        return 0.2
    power = 10.0 ** floor(log10(largest))
    return next(step for step in (power / 5, power / 2, power, power * 2) if largest / step <= 5)


def _ticks(step: float, largest: float) -> tuple[float, ...]:
    ticks = [0.0]
    for number in counting(1):
        ticks.append(round(number * step, 6))
        if ticks[-1] >= largest:
            break
    return tuple(ticks)


def _ground(scale: Scale) -> str:
    ticks = "".join(f"M{scale.x(tick):g} 0V{_HEIGHT}" for tick in scale.ticks if tick)
    zero = f'<path class="zero" d="M{scale.x(0.0):g} 0V{_HEIGHT}"/>'
    return f'<path class="tick" d="{ticks}"/>{zero}' if ticks else zero


def _marker(shape: int | None, x: float, y: float) -> str:
    if shape is None:
        return f'<circle class="pt" cx="{x}" cy="{y}" r="3.5"/>'
    paths = {
        "square": f"M{x - 4} {y - 4}h8v8h-8z",
        "triangle": f"M{x} {y - 5}l5 9h-10z",
        "diamond": f"M{x} {y - 5.5}l5 5.5l-5 5.5l-5 -5.5z",
        "wedge": f"M{x} {y + 5}l5 -9h-10z",
        "cross": f"M{x - 1.5} {y - 5}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
    }
    which, colour = SHAPES[shape % len(SHAPES)], f"pt c{shape % 7}"
    if which == "circle":
        return f'<circle class="{colour}" cx="{x}" cy="{y}" r="4.5"/>'
    return f'<path class="{colour}" d="{paths[which]}"/>'


def _figure(content: str, width: int, *, classes: str = "fig") -> Markup:
    return Markup(  # noqa: S704 - only numbers and our own words come in here
        f'<svg class="{classes} w{width}" viewBox="0 0 {width} {_HEIGHT}" aria-hidden="true">'
        f"{content}</svg>"
    )
