"""Contrast of every pair of text and ground, in light and dark, by WCAG 2.2 (AA: 4.5 to 1)."""

import re
from importlib.resources import files

import pytest

TEXT_ON_GROUND = [
    *((text, ground) for text in ("ink", "soft", "mark") for ground in ("paper", "raised")),
    *(("ink", ground) for ground in ("faint", "direct", "reported", "flash")),
    *(("mark", ground) for ground in ("direct", "reported", "flash")),
    ("link", "paper"),
    ("link", "raised"),
    *(("on-bar", bar) for bar in ("against", "neutral", "favour")),
]


def _schemes() -> dict[str, dict[str, str]]:
    style = (files("slantwise.report") / "static" / "base.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return {"light": found, "dark": found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5
