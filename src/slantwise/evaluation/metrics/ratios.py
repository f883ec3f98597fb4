"""Metrics that are made of sums over units: shares, F1, and means of F1."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from slantwise.evaluation.metrics.weights import Counts, Metric, Values, Weights


def value_of(metric: Metric, n_units: int) -> float:
    """The metric's value where each unit counts once; NaN where it is not defined."""
    return float(metric(np.ones((1, n_units)))[0])


def only(kept: ArrayLike, metric: Metric) -> Metric:
    """The metric over the units where `kept` [unit] is true; the others count nothing.

    >>> value_of(only([True, False], ratio([1, 0], [1, 1])), 2)
    1.0
    """
    mask = np.asarray(kept, dtype=np.float64)
    return lambda weights: metric(weights * mask)


def ratio(parts: ArrayLike, wholes: ArrayLike) -> Metric:
    """Sum of `parts` [unit] over sum of `wholes` [unit]; not defined where the latter is 0.

    >>> value_of(ratio([1, 2], [2, 4]), 2)
    0.5
    """
    upper, lower = _counts(parts), _counts(wholes)
    return lambda weights: divided(weights @ upper, weights @ lower)


def f1(both: ArrayLike, gold: ArrayLike, found: ArrayLike) -> Metric:
    """Twice the sum of `both` over the sums of `gold` and `found` [unit]: the F1 of one class.

    Not defined where neither gold nor found holds anything.

    >>> value_of(f1(both=[1], gold=[1], found=[3]), 1)
    0.5
    """
    return ratio(2 * _counts(both), _counts(gold) + _counts(found))


def harmonic(precision: Metric, recall: Metric) -> Metric:
    """The harmonic mean of two shares; 0 where one is 0 or not defined, NaN where neither is.

    >>> value_of(harmonic(ratio([1], [2]), ratio([1], [1])), 1)
    0.6666666666666666
    """

    def metric(weights: Weights) -> Values:
        p, r = precision(weights), recall(weights)
        neither = np.isnan(p) & np.isnan(r)
        p, r = np.nan_to_num(p), np.nan_to_num(r)
        mean = np.where(p + r > 0, divided(2 * p * r, p + r), 0.0)
        return np.where(neither, np.nan, mean)

    return metric


def mean_f1(classes: Iterable[Metric]) -> Metric:
    """Mean F1 over the classes that have one.

    A class that stands neither in gold nor in the answers of a resample has none there;
    scikit-learn's `macro` leaves it out too. Not defined where there are no classes.
    """
    listed = list(classes)

    def metric(weights: Weights) -> Values:
        if not listed:
            return np.full(len(weights), np.nan)
        values = np.stack([f1_of_class(weights) for f1_of_class in listed])
        defined = ~np.isnan(values)
        return divided(np.where(defined, values, 0.0).sum(axis=0), defined.sum(axis=0))

    return metric


def divided(upper: NDArray[np.float64], lower: NDArray[np.generic]) -> Values:
    """Quotient, element by element; NaN where the divisor is 0."""
    quotient: Values = np.full(upper.shape, np.nan)
    np.divide(upper, lower, out=quotient, where=lower != 0)
    return quotient


def _counts(values: ArrayLike) -> Counts:
    return np.asarray(values, dtype=np.float64)
