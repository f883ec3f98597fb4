import math

import numpy as np
import pytest
from scipy import stats

from slantwise.comparison.intervals import (
    NONE_SEEN,
    critical,
    mean_interval,
    rate_interval,
    small_sample,
    standard_errors,
)
from slantwise.comparison.totals import Totals

SCORES = np.array([0.1, 0.4, -0.2, 0.3, 0.9, 0.0, 0.5, -0.1])


def totals(numerators, denominators):
    numerators = np.array(numerators, float)
    return Totals(np.arange(len(numerators)), numerators, np.array(denominators, float))


def test_equal_denominators_give_the_standard_error_of_a_mean():
    # s/√n, which the bootstrap estimates with n in place of n - 1: the factor puts it right
    (error,) = standard_errors(totals(SCORES[:, None], np.ones(8)), n_resamples=20_000, seed=1)
    assert error == pytest.approx(SCORES.std(ddof=1) / math.sqrt(8), rel=0.02)


def test_a_ratio_of_sums_as_scipy_bootstraps_it():
    x = np.array([3.0, 0, 7, 2, 5, 1, 9, 4, 4, 2])
    u = np.array([300.0, 120, 610, 400, 380, 150, 700, 300, 520, 90])
    (error,) = standard_errors(totals(1000 * x[:, None], u), n_resamples=20_000, seed=1)
    scipys = stats.bootstrap(
        (x, u),
        lambda x, u, axis: 1000 * x.sum(axis=axis) / u.sum(axis=axis),
        paired=True,
        n_resamples=20_000,
        method="percentile",
        rng=np.random.default_rng(2),
    )
    assert error == pytest.approx(scipys.standard_error * small_sample(10), rel=0.02)


def test_columns_are_apart():
    both = totals(np.stack([SCORES, 2 * SCORES], axis=1), np.ones(8))
    first, second = standard_errors(both, n_resamples=500, seed=1)
    assert second == pytest.approx(2 * first)


def test_mean_interval_is_t_around_the_mean_and_cut_at_one():
    # t of 7 degrees is 2.3646: 0.2 ± 0.2365
    interval = mean_interval(0.2, 0.1, 8)
    assert (interval.low, interval.high) == pytest.approx((-0.03646, 0.43646), abs=1e-5)
    assert mean_interval(0.9, 0.1, 8).high == 1.0
    assert mean_interval(-0.9, 0.1, 8).low == -1.0


def test_as_the_t_interval_of_scipy_where_denominators_are_equal():
    error = SCORES.std(ddof=1) / math.sqrt(8)
    expected = stats.ttest_1samp(SCORES, 0).confidence_interval(0.95)
    interval = mean_interval(float(SCORES.mean()), error, 8)
    assert (interval.low, interval.high) == pytest.approx((expected.low, expected.high))


def test_rate_interval_is_symmetric_in_ratios():
    # 10 with error 2 on 21 units: t of 20 degrees is 2.0860, exp(0.41719) = 1.51769
    interval = rate_interval(10.0, 2.0, n_units=21, none_seen=9.0)
    assert interval.high == pytest.approx(15.1769, abs=1e-3)
    assert interval.low == pytest.approx(10 / 1.51769, abs=1e-3)


def test_no_finding_is_not_certainty():
    # seeing none of an expected 3.69 has a chance of exp(-3.69) = 2.5 %
    assert math.exp(-NONE_SEEN) == pytest.approx(0.025)
    interval = rate_interval(0.0, 0.0, n_units=9, none_seen=1000 * NONE_SEEN / 2000)
    assert (interval.value, interval.low) == (0.0, 0.0)
    assert interval.high == pytest.approx(1.844, abs=1e-3)


def test_critical_value():
    assert critical(1e9) == pytest.approx(1.95996, abs=1e-4)
