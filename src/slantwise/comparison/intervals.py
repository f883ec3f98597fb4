"""95 % intervals from the cluster bootstrap's standard error and Student's t.

The percentile interval covers too seldom where units are few (docs/statistics.md has the
figures), so the bootstrap gives the standard error, corrected for the number of units, and t
with one degree of freedom less than units gives the width.
"""

import math
from collections.abc import Sequence

import numpy as np
from scipy.special import expit, stdtrit

from slantwise.comparison.counts import Floats
from slantwise.comparison.draws import bootstrap_weights
from slantwise.comparison.totals import Totals
from slantwise.records.comparison import Interval

LEVEL = 0.95

NONE_SEEN = -math.log((1 - LEVEL) / 2)
"""Expected count at which seeing none has a chance of 2.5 % (Poisson): 3.69."""


_CELLS = 2**20
"""Cells of resampled ratios worked on at a time, to bound memory."""


def critical(degrees: float) -> float:
    """Half-width of a 95 % interval in standard errors.

    >>> round(critical(4), 3)
    2.776
    """
    return float(stdtrit(degrees, (1 + LEVEL) / 2))


def small_sample(n_units: int) -> float:
    """Factor by which the bootstrap's standard error falls short of the unbiased one."""
    return math.sqrt(n_units / (n_units - 1))


def standard_errors(totals: Totals, *, n_resamples: int, seed: int) -> Floats:
    """Array [measure]: standard error of each ratio, by bootstrap over at least two units."""
    ratios = totals.ratios
    first, second = np.zeros_like(ratios), np.zeros_like(ratios)
    for weights in bootstrap_weights(len(totals), n_resamples, seed=seed):
        drawn = weights @ totals.numerators / (weights @ totals.denominators)[:, None]
        first += (drawn - ratios).sum(axis=0)
        second += ((drawn - ratios) ** 2).sum(axis=0)
    return deviation(first, second, n_resamples) * small_sample(len(totals))


def deviation(first: Floats, second: Floats, n_draws: int) -> Floats:
    """Array [measure], standard deviation of `n_draws` draws, two or more.

    `first` and `second` are arrays [measure]: sums of the draws' deviations from a fixed point,
    and of their squares.
    """
    variance: Floats = (second - first**2 / n_draws) / (n_draws - 1)
    return np.sqrt(np.maximum(variance, 0.0))


def mean_interval(value: float, error: float, n_units: int) -> Interval:
    """Interval of a mean stance: symmetric, cut at -1 and 1."""
    reach = critical(n_units - 1) * error
    return Interval(value, max(-1.0, value - reach), min(1.0, value + reach))


def rate_interval(value: float, error: float, *, n_units: int, none_seen: float) -> Interval:
    """Interval of a rate, symmetric on the logarithmic scale, as a rate is never below 0.

    Args:
        value: the rate.
        error: its standard error.
        n_units: units it was measured on.
        none_seen: upper end where the rate is 0: `NONE_SEEN` findings in all the words.
    """
    if value == 0:
        return Interval(0.0, 0.0, none_seen)
    reach = math.exp(critical(n_units - 1) * error / value)
    return Interval(value, value / reach, value * reach)


def standard_errors_of(totals: Sequence[Totals], *, n_resamples: int, seed: int) -> list[Floats]:
    """For each of the totals, array [measure] as `standard_errors` gives it.

    Those with equally many units are drawn together.
    """
    by_size: dict[int, list[int]] = {}
    for number, each in enumerate(totals):
        by_size.setdefault(len(each), []).append(number)
    made: list[Floats] = [np.empty(0)] * len(totals)
    for together in by_size.values():
        step = max(1, _CELLS // (n_resamples * totals[together[0]].numerators.shape[1]))
        for start in range(0, len(together), step):
            chosen = together[start : start + step]
            stacked = [totals[number] for number in chosen]
            errors = _stacked_errors(stacked, n_resamples=n_resamples, seed=seed)
            for number, error in zip(chosen, errors, strict=True):
                made[number] = error
    return made


def _stacked_errors(totals: Sequence[Totals], *, n_resamples: int, seed: int) -> Floats:
    """Array [totals, measure] for totals of one shape."""
    n_units, n_measures = totals[0].numerators.shape
    above = np.stack([each.numerators for each in totals], axis=1).reshape(n_units, -1)
    below = np.stack([each.denominators for each in totals], axis=1)
    ratios = np.stack([each.ratios for each in totals])
    first, second = np.zeros_like(ratios), np.zeros_like(ratios)
    for weights in bootstrap_weights(n_units, n_resamples, seed=seed):
        drawn = (weights @ above).reshape(len(weights), len(totals), n_measures)
        drawn /= (weights @ below)[:, :, None]
        drawn -= ratios
        first += drawn.sum(axis=0)
        second += np.einsum("rtm,rtm->tm", drawn, drawn)
    return deviation(first, second, n_resamples) * small_sample(n_units)


def linear_errors(totals: Totals) -> Floats:
    """Array [measure]: standard error of each ratio by linearisation, over at least two units.

    The spread of x − r·u over units, over the mean of u (Cochran 1977, ratio estimator). What
    the bootstrap's comes to where units are many, at a thousandth of the work.

    >>> ones = Totals(np.arange(4), np.array([[1.0], [0], [1], [0]]), np.ones(4))
    >>> linear_errors(ones).round(4).tolist()
    [0.2887]
    """
    n_units = len(totals)
    rests = totals.numerators - totals.ratios * totals.denominators[:, None]
    spread = np.sqrt((rests**2).sum(axis=0) / (n_units * (n_units - 1)))
    errors: Floats = spread / totals.denominators.mean()
    return errors


def share_interval(value: float, error: float, *, n_units: int, n_informative: int) -> Interval:
    """Interval of a share: symmetric in log-odds, as a share lies in 0..1.

    Student's t has one degree of freedom less than units that say anything: a share of 5 % that
    rests on 3 of 40 units is known no better than those 3 make it (docs/statistics.md).
    Where none (or all) was so, the end is the share at which seeing none in `n_units` units has
    a chance of 2.5 %: units, not single cases, for those of one unit stand or fall together.

    Args:
        value: the share.
        error: its standard error.
        n_units: units it was measured on.
        n_informative: the fewer of the units with anything in the numerator and of those with
            anything outside it.

    >>> share_interval(0.0, 0.0, n_units=10, n_informative=0).high
    0.30849710781876083
    """
    if value <= 0 or value >= 1:
        reach = 1 - ((1 - LEVEL) / 2) ** (1 / n_units)
        return Interval(0.0, 0.0, reach) if value <= 0 else Interval(1.0, 1 - reach, 1.0)
    middle = math.log(value / (1 - value))
    reach = critical(max(1, n_informative - 1)) * error / (value * (1 - value))
    return Interval(value, float(expit(middle - reach)), float(expit(middle + reach)))
