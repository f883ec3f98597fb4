"""The timeline as one static figure: a lane an outlet, markers by date."""

from datetime import date
from math import sqrt

from markupsafe import Markup, escape

from slantwise.report.svg import marker
from slantwise.report.views.timeline import Step, Timeline, begin

WIDTH, LEFT, RIGHT, LANE, TOP, FOOT = 1100, 190, 26, 40, 14, 34
_SMALLEST, _LARGEST = 4.5, 15.0
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_TICKS = 14


def timeline_svg(timeline: Timeline) -> Markup:
    """The figure; its numbers stand in the table below it, so it is named for screen readers."""
    high = TOP + LANE * len(timeline.outlets) + FOOT
    most = max((n for step in timeline.steps for n in step.counts), default=1)
    parts = [*_lanes(timeline), *_ticks(timeline, high)]
    for step in timeline.steps:
        parts += _step(step, _x(step.first, timeline), most)
    label = escape(f"Articles by {timeline.unit} and outlet; the table below has the numbers")
    return Markup(  # noqa: S704 - names are escaped, all else is ours
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {high}" role="img" aria-label="{label}">'
        f"{''.join(parts)}</svg>"
    )


def _x(when: date, timeline: Timeline) -> float:
    reach = max((timeline.last - timeline.first).days, 1)
    share = min((when - timeline.first).days / reach, 1.0)
    return round(LEFT + 18 + share * (WIDTH - LEFT - RIGHT - 18), 1)


def _lane(outlet: int) -> float:
    return TOP + LANE * outlet + LANE / 2


def _lanes(timeline: Timeline) -> list[str]:
    parts = []
    for number, outlet in enumerate(timeline.outlets):
        y = _lane(number)
        name = outlet if len(outlet) <= 24 else outlet[:23] + "…"
        parts.append(f'<path class="tick" d="M{LEFT} {y}H{WIDTH - RIGHT + 16}"/>')
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


def _step(step: Step, x: float, most: int) -> list[str]:
    lanes = [number for number, n in enumerate(step.counts) if n]
    parts = []
    if step.n_shared and len(lanes) > 1:
        top, foot = _lane(lanes[0]), _lane(lanes[-1])
        parts.append(f'<path class="iv join" d="M{x} {top}V{foot}"/>')
    for number in lanes:
        n = step.counts[number]
        radius = max(_SMALLEST, min(_LARGEST, 6 * sqrt(n))) if most > 1 else 6.0
        parts.append(marker(number, x, _lane(number), scale=radius / 4.5))
    return parts
