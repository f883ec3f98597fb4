import numpy as np
import pytest

from slantwise.train.scores import SpanCounts, calibration_error, f1, macro_f1, merged, softmax


def test_macro_f1_counts_abstentions_as_wrong() -> None:
    gold = np.array([0, 0, 1, 2])
    found = np.array([0, -1, 1, 1])
    # Class 0: 2·1/(2+1) = 2/3; class 1: 2·1/(1+2) = 2/3; class 2: 0.
    assert macro_f1(gold, found, 3) == pytest.approx((2 / 3 + 2 / 3) / 3)


def test_f1_of_nothing_is_zero() -> None:
    assert f1(np.zeros(3, bool), np.zeros(3, bool)) == 0.0


def test_calibration_error_by_hand() -> None:
    # Bin 0.9–1: confidence 0.95, half right: gap 0.45 · 2/4; bin 0.5: 0.55 and right: 0.45 · 2/4.
    confidence = np.array([0.95, 0.95, 0.55, 0.55])
    right = np.array([True, False, True, True])
    assert calibration_error(confidence, right) == pytest.approx(0.45)


def test_span_f1_by_hand() -> None:
    counts = SpanCounts().add([(0, 10)], [(5, 10), (20, 30)])
    # Precision (1 + 0)/2, recall 0.5/1: 2·0.5·0.5/1 = 0.5.
    assert counts.f1 == pytest.approx(0.5)
    assert SpanCounts().f1 == 0.0


def test_merging_joins_touching_extents() -> None:
    assert merged([(4, 6), (0, 3), (9, 10)], gap=1) == [(0, 6), (9, 10)]


def test_softmax_of_large_logits_is_finite() -> None:
    assert softmax(np.array([[1000.0, 1000.0]])).tolist() == [[0.5, 0.5]]
