"""AUC, calibration error and risk-coverage area, by hand and against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from slantwise.evaluation.metrics import auc, calibration_error, risk_coverage_area, value_of


def test_auc_counts_ties_half() -> None:
    gold, scores = [True, True, False, False], [0.8, 0.5, 0.5, 0.1]
    # Pairs true over false: 0.8 beats both (2), 0.5 ties one (0.5) and beats one (1): 3.5 of 4.
    assert value_of(auc(gold, scores), 4) == 3.5 / 4


def test_auc_of_one_class_is_not_defined() -> None:
    assert np.isnan(value_of(auc([True, True], [0.1, 0.2]), 2))


def test_auc_under_weights_agrees_with_scikit_learn() -> None:
    generator = np.random.default_rng(5)
    gold = generator.integers(0, 2, 60).astype(bool)
    scores = generator.integers(0, 12, 60) / 12
    times = generator.integers(0, 3, (4, 60))
    found = auc(gold, scores)(times * 1.0)
    for row, counts in enumerate(times):
        expected = roc_auc_score(np.repeat(gold, counts), np.repeat(scores, counts))
        assert found[row] == pytest.approx(expected)


def test_calibration_error_by_hand() -> None:
    confidence, right = [0.95, 0.95, 0.95, 0.95, 0.5, 0.5], [True, True, True, False, True, False]
    # Bin of 0.95 (14 of 15): |4*0.95 - 3| = 0.8. Bin of 0.5: |2*0.5 - 1| = 0. Over 6 units.
    assert value_of(calibration_error(confidence, right), 6) == pytest.approx(0.8 / 6)


def test_calibration_bins_hold_their_upper_edge() -> None:
    # With two bins, 0.5 stands in the lower one beside 0: |0 + 0.5 - 1| = 0.5; 1 is right alone.
    metric = calibration_error([0.0, 0.5, 1.0], [True, False, True], n_bins=2)
    assert value_of(metric, 3) == pytest.approx(0.5 / 3)
    # The default has fifteen: 0.0667 and 0.066 are two bins (edge 1/15 = 0.06667).
    apart = calibration_error([0.0666, 0.0667], [True, False])
    assert value_of(apart, 2) == pytest.approx(((1 - 0.0666) + 0.0667) / 2)


def test_risk_coverage_area_by_hand() -> None:
    confidence, right = [0.6, 0.9, 0.8, 0.7], [False, True, True, False]
    # In order of confidence: right, right, wrong, wrong. Risks 0, 0, 1/3, 2/4: mean 5/24.
    assert value_of(risk_coverage_area(confidence, right), 4) == pytest.approx(5 / 24)


def test_risk_coverage_takes_equal_confidence_together_whatever_the_order() -> None:
    # Both units enter at once, with risk 1/2.
    assert value_of(risk_coverage_area([0.7, 0.7], [True, False]), 2) == 0.5
    assert value_of(risk_coverage_area([0.7, 0.7], [False, True]), 2) == 0.5
