import math

import numpy as np
import pytest
from scipy import stats

from slantwise.comparison.matched import contributions, differences, flip_p
from slantwise.comparison.totals import Totals

FIVE = np.array([2.0, 4, 1, 3, 5])


def totals(numerators, denominators):
    numerators = np.array(numerators, float).reshape(len(numerators), -1)
    return Totals(np.arange(len(numerators)), numerators, np.array(denominators, float))


def one(a, b, **draws):
    return differences([(a, b)], **{"n_resamples": 2000, "seed": 1, **draws})


def test_five_events_worked_out_by_hand():
    found = one(totals(FIVE, [100] * 5), totals([1] * 5, [100] * 5))
    # 15/500 and 5/500
    assert (found.a.item(), found.b.item()) == pytest.approx((0.03, 0.01))
    # z is (1, 3, 0, 2, 4)/100: mean 0.02, standard deviation √(10/4)/100 = 0.0158
    assert found.effect.item() == pytest.approx(0.02 / 0.0158114, rel=1e-4)
    # sums of ±1 ±3 ±2 ±4 reach ±10 in 2 of 16 patterns, the zero has either sign: 4 of 32
    assert found.p.item() == 0.125
    # standard error 0.0158/√5 = 0.00707, t of 4 degrees 2.776
    assert found.reach.item() == pytest.approx(2.7764 * 0.0070711, rel=0.05)


def test_the_mean_of_z_is_the_difference_whatever_the_lengths():
    random = np.random.default_rng(3)
    x, y = random.poisson(4, (12, 3, 2)).astype(float), random.poisson(2, (12, 3, 2)).astype(float)
    u, v = random.integers(100, 900, (12, 3)), random.integers(50, 300, (12, 3))
    z = contributions(x, u, y, v)
    ratio = x.sum(axis=0) / u.sum(axis=0)[:, None] - y.sum(axis=0) / v.sum(axis=0)[:, None]
    assert z.mean(axis=0) == pytest.approx(ratio)


def test_sign_of_the_difference_and_of_the_effect_follow_the_first_outlet():
    a, b = totals(FIVE, [100] * 5), totals([1] * 5, [100] * 5)
    there, back = one(a, b), one(b, a)
    assert back.effect.item() == pytest.approx(-there.effect.item())
    assert back.p.item() == there.p.item()


def test_nothing_varies():
    found = one(totals([2] * 6, [100] * 6), totals([1] * 6, [100] * 6))
    assert math.isnan(found.effect.item())
    assert found.reach.item() == pytest.approx(0, abs=1e-12)
    # all of one sign: 2 of 64 patterns
    assert found.p.item() == 2 / 64


def test_no_difference_at_all_has_p_of_one():
    found = one(totals(FIVE, [100] * 5), totals(FIVE, [100] * 5))
    assert found.p.item() == 1.0
    assert math.isnan(found.effect.item())


def test_pairs_worked_out_together_are_as_alone():
    random = np.random.default_rng(5)
    pairs = [
        (
            totals(random.poisson(3, (14, 2)), random.integers(200, 900, 14)),
            totals(random.poisson(2, (14, 2)), random.integers(200, 900, 14)),
        )
        for _ in range(3)
    ]
    together = differences(pairs, n_resamples=2000, seed=1)
    for number, (a, b) in enumerate(pairs):
        alone = one(a, b)
        for name in ("a", "b", "reach", "effect", "p"):
            assert getattr(alone, name)[0] == pytest.approx(getattr(together, name)[number])


def test_p_is_that_of_scipys_exact_sign_flips():
    z = np.random.default_rng(8).normal(0.4, 1, 9)
    expected = stats.permutation_test(
        (z,), lambda z, axis: z.mean(axis=axis), permutation_type="samples", n_resamples=np.inf
    )
    assert flip_p(z[:, None], n_flips=2000, seed=1).item() == pytest.approx(expected.pvalue)


def test_p_of_many_units_comes_near_that_of_t():
    z = np.random.default_rng(4).normal(0.25, 1, 60)
    expected = stats.ttest_1samp(z, 0).pvalue
    assert flip_p(z[:, None], n_flips=20_000, seed=1).item() == pytest.approx(expected, abs=0.01)


def test_a_small_p_is_looked_at_more_closely():
    # 40 of equal size and sign: 2 of 2^40 patterns, far below 1/2001
    (p,) = flip_p(np.ones((40, 1)), n_flips=2000, seed=1)
    assert p == pytest.approx(1 / 100_001)
    # 15 units: all 2^15 patterns are at most 50 times 2,000, so the second look is exact
    (exact,) = flip_p(np.ones((15, 1)), n_flips=2000, seed=1)
    assert exact == 2 / 2**15


def test_interval_is_that_of_scipys_bootstrap_error():
    random = np.random.default_rng(6)
    x, u = random.poisson(5, 20).astype(float), random.integers(200, 900, 20).astype(float)
    y, v = random.poisson(3, 20).astype(float), random.integers(200, 900, 20).astype(float)
    scipys = stats.bootstrap(
        (x, u, y, v),
        lambda x, u, y, v, axis: x.sum(axis) / u.sum(axis) - y.sum(axis) / v.sum(axis),
        paired=True,
        n_resamples=20_000,
        method="percentile",
        rng=np.random.default_rng(2),
    )
    found = one(totals(x, u), totals(y, v), n_resamples=20_000)
    expected = stats.t.ppf(0.975, 19) * scipys.standard_error * math.sqrt(20 / 19)
    assert found.reach.item() == pytest.approx(expected, rel=0.02)


def invented(n_events, n_runs, *, ratio=1.0):
    """Counts of two outlets on n events, as many times over; the first has `ratio` the rate."""
    random = np.random.default_rng(n_events)
    shape = (n_events, n_runs)
    event = random.gamma(4, 1 / 4, shape)

    def outlet(rate):
        words = np.maximum(50, random.lognormal(np.log(450), 0.5, shape)).round()
        return random.poisson(rate / 1000 * words * event * random.gamma(4, 1 / 4, shape)), words

    (x, u), (y, v) = outlet(8 * ratio), outlet(8)
    return [
        (totals(1000 * x[:, run], u[:, run]), totals(1000 * y[:, run], v[:, run]))
        for run in range(n_runs)
    ]


@pytest.mark.slow
def test_without_a_difference_at_most_six_in_a_hundred_intervals_miss_zero():
    found = differences(invented(40, 2000), n_resamples=1000, seed=1)
    missed = float((np.abs(found.a - found.b) > found.reach).mean())
    # 5 % nominal; standard deviation √(0.05·0.95/2000) = 0.5 %
    assert 0.03 < missed <= 0.06


@pytest.mark.slow
def test_without_a_difference_p_is_uniform():
    p = differences(invented(40, 2000), n_resamples=1000, seed=1).p.ravel()
    assert stats.kstest(p, "uniform").pvalue > 0.01
    assert 0.03 < float((p <= 0.05).mean()) <= 0.065


@pytest.mark.slow
def test_with_a_difference_the_interval_covers_it():
    found = differences(invented(40, 2000, ratio=1.5), n_resamples=1000, seed=1)
    # 12 against 8 findings per 1,000 words
    covered = float((np.abs(found.a - found.b - 4.0) <= found.reach).mean())
    assert 0.92 < covered < 0.98
