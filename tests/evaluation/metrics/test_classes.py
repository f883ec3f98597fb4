"""Accuracy, macro-F1 and Matthews correlation, by hand and against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import f1_score, matthews_corrcoef

from slantwise.evaluation.metrics import accuracy, macro_f1, mcc, value_of
from slantwise.evaluation.metrics.classes import NO_ANSWER


def test_macro_f1_by_hand() -> None:
    gold, found = [0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 2, 2]
    # Class 0: tp 2, gold 3, found 2: 4/5. Class 1: tp 1, gold 2, found 2: 2/4.
    # Class 2: tp 1, gold 1, found 2: 2/3. Mean: (0.8 + 0.5 + 0.6667) / 3 = 0.65556.
    assert value_of(macro_f1(gold, found, 3), 6) == pytest.approx(0.655556, abs=1e-6)


def test_an_abstention_is_wrong_and_of_no_class() -> None:
    gold, found = [0, 0, 1], [0, NO_ANSWER, 1]
    # Class 0: tp 1, gold 2, found 1: 2/3. Class 1: 1. Mean 5/6; accuracy 2/3.
    assert value_of(macro_f1(gold, found, 3), 3) == pytest.approx(5 / 6)
    assert value_of(accuracy(gold, found), 3) == pytest.approx(2 / 3)


def test_mcc_by_hand() -> None:
    gold = [True, True, True, False, False, False]
    found = [True, True, False, True, False, False]
    # tp 2, tn 2, fp 1, fn 1: (2*2 - 1*1) / sqrt(3*3*3*3) = 3/9.
    assert value_of(mcc(gold, found), 6) == pytest.approx(1 / 3)
    assert value_of(mcc([True, True], [True, False]), 2) == 0.0


def test_weights_repeat_units_as_scikit_learn_does() -> None:
    generator = np.random.default_rng(3)
    gold, found = generator.integers(0, 3, 80), generator.integers(0, 3, 80)
    times = generator.integers(0, 4, (5, 80))
    macro, matthews = macro_f1(gold, found, 3)(times * 1.0), mcc(gold > 0, found > 0)(times * 1.0)
    for row, counts in enumerate(times):
        many, answers = np.repeat(gold, counts), np.repeat(found, counts)
        assert macro[row] == pytest.approx(f1_score(many, answers, average="macro"))
        assert matthews[row] == pytest.approx(matthews_corrcoef(many > 0, answers > 0))
