import numpy as np
import pytest

from slantwise.train import calibrate


def test_overconfident_logits_get_a_temperature_above_one() -> None:
    # Logit ±4 says 98 %, yet three of four are right; ln 3 fits them: 4 / ln 3 = 3.64.
    logits = np.array([4.0, 4.0, 4.0, 4.0])
    gold = np.array([True, True, True, False])
    assert calibrate.sigmoid_temperature(logits, gold) == pytest.approx(3.64, rel=0.03)
    classes = np.stack([logits, np.zeros(4)], axis=1)
    found = calibrate.softmax_temperature(classes, np.array([0, 0, 0, 1]))
    assert found == pytest.approx(3.64, rel=0.03)


def test_the_best_threshold_lies_between_the_classes() -> None:
    p = np.array([0.1, 0.2, 0.6, 0.9])
    gold = np.array([False, False, True, True])
    assert calibrate.best_threshold(p, gold) == pytest.approx(0.21)
    assert calibrate.best_macro_threshold(p, gold) == pytest.approx(0.21)


def test_the_abstention_line_takes_the_least_sure_while_they_are_mostly_wrong() -> None:
    confidence = np.linspace(0.4, 0.999, 200)
    right = np.ones(200, dtype=bool)
    right[:3] = False
    # 2 % of 200 = 4 items; the lowest four are right once in four, so all four fall under it.
    line = calibrate.abstention_line(confidence, right)
    assert (confidence < line).sum() == 4
    assert calibrate.abstention_line(confidence, np.ones(200, dtype=bool)) == 0.0


def test_the_half_is_about_half_and_fixed() -> None:
    halves = [calibrate.first_half(f"sentence {n}") for n in range(1000)]
    assert 450 < sum(halves) < 550
    # sha256("a") starts with ca = 202, even.
    assert calibrate.first_half("a")
