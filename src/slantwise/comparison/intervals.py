"""95 % intervals from the cluster bootstrap's standard error and Student's t.

The percentile interval covers too seldom where units are few (docs/statistics.md has the
figures), so the bootstrap gives the standard error, corrected for the number of units, and t
with one degree of freedom less than units gives the width.
"""

import math

import numpy as np
from scipy.special import stdtrit

from slantwise.comparison.counts import Floats
from slantwise.comparison.draws import bootstrap_weights
from slantwise.comparison.totals import Totals
from slantwise.records.comparison import Interval

LEVEL = 0.95

NONE_SEEN = -math.log((1 - LEVEL) / 2)
"""Expected count at which seeing none has a chance of 2.5 % (Poisson): 3.69."""


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
    """Standard deviation from sums of deviations from a fixed point and of their squares."""
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
