"""Metrics of probabilities: ranking, calibration, and the worth of abstaining."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from slantwise.evaluation.metrics.ratios import divided
from slantwise.evaluation.metrics.weights import Metric, Values, Weights

N_BINS = 15
"""Bins of the calibration error, of equal width over 0..1, as in Guo et al. 2017."""


def auc(gold: ArrayLike, scores: ArrayLike) -> Metric:
    """Area under the ROC curve: chance that a true unit scores above a false one, ties half.

    Not defined where `gold` [unit] holds one class only.

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> value_of(auc([True, False, False, True], [0.9, 0.4, 0.6, 0.6]), 4)
    0.875
    """
    true = np.asarray(gold, dtype=np.float64)
    order, starts = _ranked(np.asarray(scores, dtype=np.float64))

    def metric(weights: Weights) -> Values:
        drawn = weights[:, order]
        positive = np.add.reduceat(drawn * true[order], starts, axis=1)
        negative = np.add.reduceat(drawn * (1 - true[order]), starts, axis=1)
        below = np.cumsum(negative, axis=1) - negative
        won = (positive * (below + negative / 2)).sum(axis=1)
        return divided(won, positive.sum(axis=1) * negative.sum(axis=1))

    return metric


def calibration_error(confidence: ArrayLike, right: ArrayLike, *, n_bins: int = N_BINS) -> Metric:
    """Expected calibration error: mean gap between confidence and the share that is right.

    Units fall into bins of equal width by `confidence` [unit] (0..1; a bin holds its upper edge,
    the first one its lower too); a bin's gap counts by the units in it. Guo, Pleiss, Sun and
    Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> round(value_of(calibration_error([0.9, 0.9, 0.5], [True, False, True]), 3), 4)
    0.4333
    """
    sure, true = np.asarray(confidence, dtype=np.float64), np.asarray(right, dtype=np.float64)
    bins = np.clip(np.ceil(sure * n_bins).astype(np.int64) - 1, 0, n_bins - 1)
    surplus = np.zeros((len(sure), n_bins))
    surplus[np.arange(len(sure)), bins] = sure - true

    def metric(weights: Weights) -> Values:
        return divided(np.abs(weights @ surplus).sum(axis=1), weights.sum(axis=1))

    return metric


def risk_coverage_area(confidence: ArrayLike, right: ArrayLike) -> Metric:
    """Mean error rate over all coverages, where the least confident units go unanswered first.

    0 is perfect; abstaining at random gives the error rate. Units of one confidence enter
    together. Geifman and El-Yaniv, "Selective Classification for Deep Neural Networks", NeurIPS
    2017; Geifman, Uziel and El-Yaniv, ICLR 2019 (AURC).

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> value_of(risk_coverage_area([0.9, 0.8, 0.7, 0.6], [True, True, False, True]), 4)
    0.14583333333333331
    """
    curve = _risk_curve(confidence, right)

    def metric(weights: Weights) -> Values:
        entering, risk = curve(weights)
        return divided((entering * risk).sum(axis=1), entering.sum(axis=1))

    return metric


def risk_at_coverage(confidence: ArrayLike, right: ArrayLike, *, coverage: float) -> Metric:
    """Error rate among the surest units that make up a share `coverage` (0..1] of all.

    Units of one confidence enter together, so that the share answered may be a little larger.
    Geifman and El-Yaniv, NeurIPS 2017.

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> value_of(risk_at_coverage([0.9, 0.8, 0.7, 0.6], [1, 1, 0, 1], coverage=0.75), 4)
    0.3333333333333333
    """
    curve = _risk_curve(confidence, right)

    def metric(weights: Weights) -> Values:
        entering, risk = curve(weights)
        answered = np.cumsum(entering, axis=1)
        # A thousandth of a unit: sums of whole weights are exact, the share asked for is not.
        enough = answered >= coverage * answered[:, -1:] - 0.001
        values: Values = risk[np.arange(len(risk)), enough.argmax(axis=1)]
        return np.where(answered[:, -1] > 0, values, np.nan)

    return metric


def _risk_curve(
    confidence: ArrayLike, right: ArrayLike
) -> Callable[[Weights], tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """From weights to units entering and error rate so far, [resample, step], the surest first."""
    wrong = 1.0 - np.asarray(right, dtype=np.float64)
    order, starts = _ranked(-np.asarray(confidence, dtype=np.float64))

    def curve(weights: Weights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        drawn = weights[:, order]
        entering = np.add.reduceat(drawn, starts, axis=1)
        errors = np.cumsum(np.add.reduceat(drawn * wrong[order], starts, axis=1), axis=1)
        return entering, np.nan_to_num(divided(errors, np.cumsum(entering, axis=1)))

    return curve


def _ranked(scores: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Positions in rising order of score, and where in that order each distinct score starts."""
    order = np.argsort(scores, kind="stable")
    ranked = scores[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    return order.astype(np.int64), starts.astype(np.int64)
