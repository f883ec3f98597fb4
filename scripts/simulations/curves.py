"""Coverage and power by number of events, drawn as one SVG figure."""

from pathlib import Path

import numpy as np

SIZES = (5, 10, 20, 40, 80)
"""Numbers of events that a curve has a value for."""

Curves = dict[str, list[float]]
"""By name of the curve, a value for each of `SIZES`."""

PANEL, TOP, LEFT = 300, 30, 46
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#999999")
SHAPES = ("", "6 3", "2 3", "8 3 2 3", "", "6 3", "2 3", "8 3 2 3")


def plot(coverage: Curves, power: Curves, path: Path) -> None:
    """Write both sets of curves as one SVG figure."""
    panels = (
        ("Coverage of zero where there is no difference", coverage, 0.8, 1.0),
        ("Power at p ≤ 0.05", power, 0.0, 1.0),
    )
    height = TOP + PANEL + 46 + 18 * max(len(coverage), len(power))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 {height}" role="img" '
        'font-family="sans-serif" font-size="12"><title>Coverage and power by number of '
        'events</title><rect width="100%" height="100%" fill="#fff"/>'
    ]
    for number, (title, curves, low, high) in enumerate(panels):
        parts.append(f'<g transform="translate({LEFT + 410 * number} {TOP})">')
        parts += _panel(title, curves, low, high)
        parts.append("</g>")
    path.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def _across(n_events: int) -> float:
    return float(PANEL * np.log2(n_events / SIZES[0]) / np.log2(SIZES[-1] / SIZES[0]))


def _panel(title: str, curves: Curves, low: float, high: float) -> list[str]:
    def down(value: float) -> float:
        return PANEL * (high - max(value, low)) / (high - low)

    parts = _axes(title)
    for value in np.linspace(low, high, 6):
        parts.append(
            f'<text x="-6" y="{down(value) + 4:.0f}" text-anchor="end">{100 * value:.0f}</text>'
        )
    if low > 0:
        y = down(0.95)
        parts.append(f'<path d="M0 {y:.1f}H{PANEL}" stroke="#999" stroke-dasharray="1 3"/>')
    for number, (name, values) in enumerate(curves.items()):
        points = " ".join(
            f"{_across(n):.1f},{down(v):.1f}" for n, v in zip(SIZES, values, strict=True)
        )
        parts += _curve(name, number, points)
    return parts


def _axes(title: str) -> list[str]:
    """The panel's frame, its title, and the numbers of events under it."""
    parts = [
        f'<text y="-10" font-weight="bold">{title}</text>',
        f'<rect width="{PANEL}" height="{PANEL}" fill="none" stroke="#999"/>',
        f'<text x="{PANEL / 2}" y="{PANEL + 34}" text-anchor="middle">shared events</text>',
    ]
    for n in SIZES:
        x = _across(n)
        parts.append(f'<text x="{x:.0f}" y="{PANEL + 16}" text-anchor="middle">{n}</text>')
    return parts


def _curve(name: str, number: int, points: str) -> list[str]:
    """One curve and its line in the key."""
    style = f'stroke="{COLOURS[number]}" stroke-dasharray="{SHAPES[number]}"'
    y = PANEL + 56 + 18 * number
    return [
        f'<polyline points="{points}" fill="none" stroke-width="2" {style}/>',
        f'<path d="M0 {y - 4}h26" stroke-width="2" {style}/><text x="32" y="{y}">{name}</text>',
    ]
