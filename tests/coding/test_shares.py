import numpy as np
import pytest
from scipy.stats import beta

from slantwise.coding.shares import Design, share


def design(weights, strata=None):
    weights = np.array(weights, np.float64)
    return Design(np.array(strata or [0] * len(weights)), weights)


def test_units_count_by_their_weight():
    # 2 · 10 of 2 · 10 + 5 · 2: 20 / 30
    found = share(
        np.array([1.0, 1, 0, 0, 0, 0, 0]),
        np.ones(7),
        design([10, 10, 2, 2, 2, 2, 2], [0, 0] + [1] * 5),
    )
    assert found.value == pytest.approx(2 / 3)
    assert found.n == 7
    assert found.low <= found.value <= found.high


def test_simple_sample_of_a_large_population_is_clopper_and_pearsons():
    # 3 of 10: s² = 10/9 · 0.21, n* = 0.21 / (s² / 10) = 9, so 2.7 of 9 in Clopper and Pearson
    found = share(np.array([1.0] * 3 + [0.0] * 7), np.ones(10), design([1e9] * 10))
    assert (found.low, found.high) == pytest.approx(
        (beta.ppf(0.025, 2.7, 7.3), beta.ppf(0.975, 3.7, 6.3))
    )


def test_none_and_all_have_an_interval_too():
    # none of 20: the upper end solves (1 - p)^20 = 0.025
    none = share(np.zeros(20), np.ones(20), design([50.0] * 20))
    assert (none.value, none.low) == (0, 0)
    assert none.high == pytest.approx(1 - 0.025 ** (1 / 20))
    every = share(np.ones(20), np.ones(20), design([50.0] * 20))
    assert (every.high, every.low) == (1, pytest.approx(0.025 ** (1 / 20)))


def test_without_a_whole_there_is_no_share():
    assert share(np.zeros(2), np.zeros(2), design([1, 1])) is None
    assert share(np.empty(0), np.empty(0), design([])) is None
