import numpy as np
import pytest
from scipy.stats import sem

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.intervals import linear_errors, share_interval, standard_errors
from slantwise.comparison.shares import intervals_of
from slantwise.comparison.totals import Totals


def totals(x, u):
    return Totals(np.arange(len(x)), np.array(x, float)[:, None], np.array(u, float))


def test_linear_errors_are_the_standard_error_of_a_mean_where_denominators_are_one():
    x = [1, 0, 1, 1, 0, 1, 0]
    assert linear_errors(totals(x, [1] * 7))[0] == pytest.approx(sem(x))


def test_linear_errors_are_what_the_bootstrap_comes_to():
    random = np.random.default_rng(3)
    u = random.integers(50, 150, 200)
    x = random.binomial(u, random.beta(2, 6, 200))
    many = totals(x, u)
    (bootstrap,) = standard_errors(many, n_resamples=4000, seed=1)
    assert linear_errors(many)[0] == pytest.approx(bootstrap, rel=0.05)


def test_a_share_stays_within_its_bounds_and_no_case_has_a_bound():
    few = share_interval(0.02, 0.02, n_units=20, n_informative=5)
    assert 0 < few.low < 0.02 < few.high < 1
    # 1 - 0.025^(1/10) = 0.308: what ten events without a case leave open
    assert share_interval(0.0, 0.0, n_units=10, n_informative=0).high == pytest.approx(0.3085, 1e-3)
    assert share_interval(1.0, 0.0, n_units=10, n_informative=0).low == pytest.approx(0.6915, 1e-3)


def test_few_events_that_tell_anything_are_too_few():
    settings = ComparisonSettings()
    some = totals([3, 2, 0, 0, 0, 0], [9] * 6)
    none = totals([0] * 6, [9] * 6)
    enough = totals([3, 2, 4, 1, 2, 0], [9] * 6)
    short = totals([3, 2, 4], [9] * 3)
    (a,), (b,), (c,), (d,) = intervals_of([some, none, enough, short], settings)
    assert a is None
    assert (b.value, b.low) == (0, 0)
    assert c.value == pytest.approx(12 / 54)
    assert d is None
