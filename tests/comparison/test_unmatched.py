import math

import numpy as np
import pytest
from scipy import stats

from slantwise.comparison.totals import Totals
from slantwise.comparison.unmatched import difference

FIRST = np.array([0.5, 0.1, 0.4, 0.3, 0.6, 0.2])
SECOND = np.array([0.1, -0.2, 0.3, 0.0, 0.2])


def totals(numerators):
    numerators = np.array(numerators, float)
    return Totals(np.arange(len(numerators)), numerators[:, None], np.ones(len(numerators)))


def found(n_resamples=20_000):
    return difference(totals(FIRST), totals(SECOND), n_resamples=n_resamples, seed=1)


def test_interval_is_welchs_where_denominators_are_equal():
    expected = stats.ttest_ind(FIRST, SECOND, equal_var=False).confidence_interval(0.95)
    assert 2 * found().reach.item() == pytest.approx(expected.high - expected.low, rel=0.03)


def test_effect_is_cohens_d_of_two_groups():
    pooled = math.sqrt((5 * FIRST.var(ddof=1) + 4 * SECOND.var(ddof=1)) / 9)
    assert found(200).effect.item() == pytest.approx((FIRST.mean() - SECOND.mean()) / pooled)


def test_p_is_that_of_scipys_permutation_of_groups():
    expected = stats.permutation_test(
        (FIRST, SECOND),
        lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis),
        permutation_type="independent",
        n_resamples=np.inf,
    )
    assert found().p.item() == pytest.approx(expected.pvalue, abs=0.01)


def test_nothing_varies():
    same = difference(totals([0.2] * 5), totals([0.2] * 5), n_resamples=200, seed=1)
    assert same.reach.item() == pytest.approx(0, abs=1e-12)
    assert math.isnan(same.effect.item())
    assert same.p.item() == 1.0
