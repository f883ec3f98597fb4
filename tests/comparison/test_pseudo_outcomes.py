from itertools import combinations

import numpy as np
import pytest

from slantwise.comparison.pseudo_outcomes import CodedUnits, powered, supervised, tuned

TRUE = np.array([0.0, 1.0, 2.0, 0.0, 1.0, 3.0])[:, None]
MODEL = np.array([1.0, 1.0, 0.0, 0.0, 2.0, 1.0])[:, None]


def coded(units, probability):
    units = np.array(units)
    return CodedUnits(units, TRUE[units], np.full(len(units), probability))


def test_what_is_missed_counts_by_one_over_its_probability():
    # unit 2: 0 + (2 - 0) / 0.5 = 4; unit 4: 2 + (1 - 2) / 0.5 = 0
    values = supervised(MODEL, coded([2, 4], 0.5))
    assert values.ravel().tolist() == [1, 1, 4, 0, 0, 1]


def test_the_sum_is_right_on_average_over_all_samples():
    sums = [supervised(MODEL, coded(drawn, 0.5)).sum() for drawn in combinations(range(6), 3)]
    assert np.mean(sums) == pytest.approx(TRUE.sum())
    assert MODEL.sum() != TRUE.sum()


def test_tuning_by_hand():
    # units 1, 4, 5 with equal weights: f 1, 2, 1 (mean 4/3), y 1, 1, 3 (mean 5/3);
    # cov -4/9, var 2/9: below 0, so lambda is 0 and alpha the mean of y
    found = tuned(MODEL, coded([1, 4, 5], 0.5))
    assert (found.slope[0], found.level[0]) == pytest.approx((0, 5 / 3))
    # y = f / 2 with weights (1 - p) / p² of 2 and 12: lambda 1/2, alpha 0, whatever the weights
    halves = CodedUnits(np.array([0, 4]), MODEL[[0, 4]] / 2, np.array([0.5, 0.25]))
    found = tuned(MODEL, halves)
    assert (found.slope[0], found.level[0]) == pytest.approx((0.5, 0))


def test_a_model_that_never_varies_is_taken_as_it_is():
    found = tuned(np.ones((6, 1)), coded([0, 1], 0.5))
    assert found.slope[0] == 1
    assert found.level[0] == pytest.approx(0.5 - 1)


def test_everything_coded_leaves_nothing_to_the_model():
    values, slope = powered(MODEL, coded(range(6), 1.0), np.arange(6))
    assert values.ravel().tolist() == TRUE.ravel().tolist()
    assert slope.tolist() == [1]


def test_no_unit_moves_its_own_tuning():
    # one more in unit 0 leaves the g of its own fold: its pseudo-outcome rises by 1 / probability
    events = np.array([0, 1, 2, 3, 4, 5])
    first = coded([0, 1, 2, 4], 0.5)
    second = CodedUnits(first.unit, first.values + np.eye(4)[:, [0]], first.probability)
    a, _ = powered(MODEL, first, events)
    b, _ = powered(MODEL, second, events)
    assert (b - a)[0, 0] == pytest.approx(1 / 0.5)


def test_without_codings_the_model_is_all_there_is():
    values, _ = powered(MODEL, coded(np.empty(0, int), 1.0), np.arange(6))
    assert values.tolist() == MODEL.tolist()
    assert supervised(np.empty((0, 1)), coded(np.empty(0, int), 1.0)).shape == (0, 1)


def test_the_input_is_left_as_it_was():
    before = MODEL.copy()
    supervised(MODEL, coded([2], 0.5))
    powered(MODEL, coded([2, 3], 0.5), np.arange(6))
    assert (before == MODEL).all()
