from dataclasses import replace

from slantwise.records import Voice
from slantwise.records.comparison import Interval, StanceCell, Verdict
from slantwise.report.svg import (
    STANCE_SCALE,
    Scale,
    axis,
    key,
    point_line,
    scale_around_zero,
    scale_from_zero,
    share_bar,
)

CELL = StanceCell("A", "x", Voice.OUTLET, 4, 1, 3, 0, 0, 0, None, Verdict.TOO_FEW)


def test_values_fall_on_their_pixels_and_beyond_the_ends_on_the_ends() -> None:
    scale = Scale(-1.0, 1.0, (0.0,), 112)  # 6 + 100 + 6
    assert [scale.x(value) for value in (-1.0, 0.0, 0.5, 1.0)] == [6.0, 56.0, 81.0, 106.0]
    assert scale.x(7.0) == 106.0


def test_scales_reach_the_largest_value_with_few_ticks() -> None:
    for largest in (0.003, 0.09, 0.2, 0.7, 1.0, 3.2, 9.99, 10.0, 47.0, 1830.0):
        scale = scale_from_zero(largest, width=200)
        assert scale.high >= largest
        assert 2 <= len(scale.ticks) <= 7
        both = scale_around_zero(largest, width=200)
        assert both.high == -both.low >= largest
        assert 0.0 in both.ticks


def test_nothing_to_show_still_has_a_scale() -> None:
    assert scale_from_zero(0.0, width=200).high > 0


def test_a_point_stands_at_its_value_with_its_line_over_the_interval() -> None:
    drawn = point_line(Interval(0.0, -0.5, 0.5), STANCE_SCALE, shape=0)
    # 190 wide: 6 + 178 + 6; -0.5 at 6 + 0.25 * 178 = 50.5, 0.5 at 139.5, 0 at 95
    assert 'd="M50.5 9.0H139.5"' in drawn
    assert '<circle class="pt c0" cx="95.0"' in drawn


def test_shares_are_as_wide_as_they_are_large_and_carry_letters() -> None:
    drawn = share_bar(CELL, width=100)
    assert '<rect class="sA" x="0.0" y="1" width="25.0"' in drawn
    assert '<rect class="sN" x="25.0" y="1" width="75.0"' in drawn
    assert "sF" not in drawn
    assert ">A</text>" in drawn and ">N</text>" in drawn


def test_nothing_labelled_gives_no_bar() -> None:
    assert share_bar(replace(CELL, against=0, neutral=0)) == ""


def test_figures_are_hidden_from_screen_readers_and_hold_no_style() -> None:
    for drawn in (axis(STANCE_SCALE), key(3), share_bar(CELL)):
        assert 'aria-hidden="true"' in drawn
        assert "style=" not in drawn


def test_markers_differ_by_shape() -> None:
    drawn = {key(shape) for shape in range(6)}
    assert len(drawn) == 6
