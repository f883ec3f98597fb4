"""Sums over units: shares, F1, means of F1, under weights."""

import numpy as np
import pytest

from slantwise.evaluation.metrics import f1, harmonic, mean_f1, only, ratio, value_of


def test_ratio_weighs_units() -> None:
    metric = ratio([1, 0, 2], [1, 1, 4])
    # Row 1: (1+0+2)/(1+1+4) = 3/6. Row 2: the first unit twice, the last once: (2+2)/(2+4) = 4/6.
    assert metric(np.array([[1.0, 1, 1], [2, 0, 1]])) == pytest.approx([0.5, 4 / 6])


def test_ratio_without_anything_to_share_is_not_defined() -> None:
    assert np.isnan(value_of(ratio([0, 0], [0, 0]), 2))


def test_only_leaves_units_out() -> None:
    # Of units 1 and 3: (1+1)/(1+3).
    assert value_of(only([True, False, True], ratio([1, 9, 1], [1, 9, 3])), 3) == 0.5


def test_f1_of_sums() -> None:
    # both = 1+2, gold = 2+2, found = 1+5: 2*3/(4+6).
    assert value_of(f1([1, 2], [2, 2], [1, 5]), 2) == 0.6


def test_f1_is_zero_where_nothing_is_right_and_undefined_without_any() -> None:
    assert value_of(f1([0], [1], [0]), 1) == 0.0
    assert np.isnan(value_of(f1([0], [0], [0]), 1))


def test_harmonic_mean_of_shares() -> None:
    half, whole, nothing, undefined = (ratio([a], [b]) for a, b in [(1, 2), (1, 1), (0, 1), (0, 0)])
    assert value_of(harmonic(half, whole), 1) == pytest.approx(2 * 0.5 * 1 / 1.5)
    assert value_of(harmonic(nothing, nothing), 1) == 0.0
    assert value_of(harmonic(undefined, half), 1) == 0.0
    assert np.isnan(value_of(harmonic(undefined, undefined), 1))


def test_mean_f1_passes_over_classes_that_do_not_occur() -> None:
    # F1 of class 1 = 2*1/(1+1) = 1, of class 2 = 0, class 3 does not occur: mean of two.
    classes = [f1([1], [1], [1]), f1([0], [1], [0]), f1([0], [0], [0])]
    assert value_of(mean_f1(classes), 1) == 0.5
    assert np.isnan(value_of(mean_f1(classes[2:]), 1))
    assert np.isnan(value_of(mean_f1([]), 1))
