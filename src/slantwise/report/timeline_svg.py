"""The timeline as one static figure: a lane an outlet, markers by date."""

from datetime import date
from math import sqrt

from markupsafe import Markup, escape

from slantwise.report.svg import marker
from slantwise.report.views.matrix import MANY
from slantwise.report.views.timeline import Step, Timeline, begin

WIDTH, LEFT, RIGHT, LANE, NARROW, TOP, FOOT = 1100, 190, 26, 40, 22, 14, 34
_SMALLEST, _LARGEST = 4.5, 15.0
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_TICKS = 14


def timeline_svg(timeline: Timeline) -> Markup:
    """The figure; its numbers stand in the table below it, so it is named for screen readers."""
    high = TOP + _wide(timeline) * len(timeline.outlets) + FOOT
    most = max((n for step in timeline.steps for n in step.counts), default=1)
    parts = [*_lanes(timeline), *_ticks(timeline, high)]
    if len(timeline.outlets) > MANY:
        parts += _squares(timeline, most)
    else:
        for step in timeline.steps:
            parts += _step(step, timeline, most)
    label = escape(f"Articles by {timeline.unit} and outlet; the table below has the numbers")
    return Markup(  # noqa: S704 - names are escaped, all else is ours
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {high}" role="img" aria-label="{label}">'
        f"{''.join(parts)}</svg>"
    )


def _squares(timeline: Timeline, most: int) -> list[str]:
    """One path a lane: with many outlets the lane alone tells which it is."""
    parts = []
    for number in range(len(timeline.outlets)):
        drawn = ""
        for step in timeline.steps:
            if n := step.counts[number]:
                side = round(1.6 * _radius(n, most))
                left = _x(step.first, timeline) - side / 2
                top = _lane(number, timeline) - side / 2
                drawn += f"M{left:.0f} {top:.0f}h{side}v{side}h-{side}z"
        parts.append(f'<path class="pt c2" d="{drawn}"/>')
    return parts


def _radius(n: int, most: int) -> float:
    return max(_SMALLEST, min(_LARGEST, 6 * sqrt(n))) if most > 1 else 6.0


def _x(when: date, timeline: Timeline) -> float:
    reach = max((timeline.last - timeline.first).days, 1)
    share = min((when - timeline.first).days / reach, 1.0)
    return round(LEFT + 18 + share * (WIDTH - LEFT - RIGHT - 18), 1)


def _wide(timeline: Timeline) -> int:
    return NARROW if len(timeline.outlets) > MANY else LANE


def _lane(outlet: int, timeline: Timeline) -> float:
    return TOP + _wide(timeline) * (outlet + 0.5)


def _lanes(timeline: Timeline) -> list[str]:
    parts = []
    for number, outlet in enumerate(timeline.outlets):
        y = _lane(number, timeline)
        name = outlet if len(outlet) <= 24 else outlet[:23] + "…"
        parts.append(f'<path class="tick" d="M{LEFT} {y}H{WIDTH - RIGHT + 16}"/>')
        if len(timeline.outlets) <= MANY:
            parts.append(marker(number, 8, y))
        parts.append(f'<text class="name" x="22" y="{y + 4}">{escape(name)}</text>')
    return parts


def _ticks(timeline: Timeline, high: int) -> list[str]:
    floor = high - FOOT + 4
    parts = []
    for when, label in _dates(timeline):
        x = _x(when, timeline)
        parts.append(f'<path class="tick" d="M{x} {TOP}V{floor}"/>')
        parts.append(f'<text x="{x}" y="{high - 10}" text-anchor="middle">{label}</text>')
    return parts


def _dates(timeline: Timeline) -> list[tuple[date, str]]:
    """Firsts of months, or of years where months would crowd; days where all lie in one month."""
    months = sorted({begin(date(y, m, 1), "month") for y, m in _months(timeline)})
    inside = [month for month in months if timeline.first <= month <= timeline.last]
    if len(inside) < 2:
        ends = dict.fromkeys((timeline.first, timeline.last))
        return [(end, f"{end.day} {_MONTHS[end.month - 1]} {end.year}") for end in ends]
    if len(inside) <= _MOST_TICKS:
        return [(m, f"{_MONTHS[m.month - 1]} {m.year}") for m in inside]
    years = [month for month in inside if month.month == 1]
    step = max(1, -(-len(years) // _MOST_TICKS))
    return [(year, str(year.year)) for year in years[::step]]


def _months(timeline: Timeline) -> list[tuple[int, int]]:
    first, last = timeline.first, timeline.last
    numbers = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return [(number // 12, number % 12 + 1) for number in numbers]


def _step(step: Step, timeline: Timeline, most: int) -> list[str]:
    x = _x(step.first, timeline)
    lanes = [number for number, n in enumerate(step.counts) if n]
    parts = []
    if step.n_shared and len(lanes) > 1:
        top, foot = (_lane(lanes[end], timeline) for end in (0, -1))
        parts.append(f'<path class="iv join" d="M{x} {top}V{foot}"/>')
    for number in lanes:
        n = step.counts[number]
        parts.append(marker(number, x, _lane(number, timeline), scale=_radius(n, most) / 4.5))
    return parts
