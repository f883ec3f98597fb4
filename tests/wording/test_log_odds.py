"""Figures by hand, after Monroe, Colaresi and Quinn (2008), equations 16, 20 and 22."""

import math

import numpy as np
import pytest

from slantwise.wording.log_odds import EventCounts, event_intervals, informative_prior, log_odds


def test_difference_and_z_by_hand():
    # Terms a, b, c; first group 6, 2, 2; second 1, 5, 4; prior 2, 1, 1 (a0 = 4).
    # a: (6+2)/(10+4-8) = 8/6; (1+2)/(10+4-3) = 3/11. ln(8/6) - ln(3/11) = 1.586965...
    # variance 1/8 + 1/3 = 0.458333; z = 1.586965 / 0.677003 = 2.344104.
    odds = log_odds(np.array([6.0, 2, 2]), np.array([1.0, 5, 4]), np.array([2.0, 1, 1]))
    expected = math.log(8 / 6) - math.log(3 / 11)
    assert odds.difference[0] == pytest.approx(expected)
    assert odds.z[0] == pytest.approx(expected / math.sqrt(1 / 8 + 1 / 3))
    # b: 3/11 against 6/8.
    assert odds.difference[1] == pytest.approx(math.log(3 / 11) - math.log(6 / 8))


def test_equal_groups_differ_in_nothing_and_sides_mirror():
    a, b, prior = np.array([4.0, 1]), np.array([4.0, 1]), np.array([0.5, 0.5])
    assert log_odds(a, b, prior).z.tolist() == [0, 0]
    other = np.array([1.0, 4])
    assert log_odds(a, other, prior).z == pytest.approx(-log_odds(other, a, prior).z)


def test_a_larger_prior_shrinks():
    a, b = np.array([5.0, 5]), np.array([1.0, 9])
    small = log_odds(a, b, np.array([0.5, 0.5])).z[0]
    large = log_odds(a, b, np.array([50.0, 50])).z[0]
    assert 0 < large < small


def test_the_prior_is_spread_as_all_terms_are():
    # 6 of 8 and 2 of 8 of 100 pseudo-counts.
    assert informative_prior(np.array([6.0, 2]), size=100).tolist() == [75, 25]
    assert informative_prior(np.zeros(2), size=10).tolist() == [5, 5]


def test_interval_is_a_point_where_all_events_are_alike():
    # Three events, each 2 of 10 against 1 of 10: every draw gives 6 of 30 against 3 of 30.
    counts = EventCounts(
        (np.full((3, 1), 2.0), np.full((3, 1), 1.0)), (np.full(3, 10.0), np.full(3, 10.0))
    )
    low, high = event_intervals(counts, np.array([1.0]), prior_size=10, n_resamples=50, seed=1)
    # (6+1)/(30+10-7) against (3+1)/(30+10-4)
    expected = math.log(7 / 33) - math.log(4 / 36)
    assert low[0] == pytest.approx(expected) and high[0] == pytest.approx(expected)


def test_one_event_that_carries_a_term_shows_in_the_interval():
    first, second = np.zeros((6, 1)), np.zeros((6, 1))
    first[0] = 6
    counts = EventCounts((first, second), (np.full(6, 10.0), np.full(6, 10.0)))
    low, high = event_intervals(counts, np.array([1.0]), prior_size=10, n_resamples=500, seed=1)
    # Without that event (a third of draws) the difference is 0.
    assert low[0] == pytest.approx(0.0) and high[0] > 1
