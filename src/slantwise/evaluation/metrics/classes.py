"""Metrics of one answer a unit: accuracy, macro-F1, Matthews correlation."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from slantwise.evaluation.metrics.ratios import divided, f1, mean_f1, ratio
from slantwise.evaluation.metrics.weights import Metric, Values, Weights

NO_ANSWER = -1
"""Stands in `found` where a unit was abstained on or failed: wrong, but of no class."""


def accuracy(gold: ArrayLike, found: ArrayLike) -> Metric:
    """Share of units answered rightly; `gold` and `found` [unit] hold class numbers.

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> value_of(accuracy([0, 1, 2, 1], [0, 1, 1, NO_ANSWER]), 4)
    0.5
    """
    right = _integers(gold) == _integers(found)
    return ratio(right, np.ones(len(right)))


def macro_f1(gold: ArrayLike, found: ArrayLike, n_classes: int) -> Metric:
    """Mean F1 over the classes 0..n-1 that stand in gold or in the answers.

    A unit without an answer (`NO_ANSWER`) lowers the recall of its class and nothing else.

    >>> from slantwise.evaluation.metrics.ratios import value_of
    >>> round(value_of(macro_f1([0, 0, 1, 1], [0, 1, 1, 1], 2), 4), 4)
    0.7333
    """
    true, answer = _integers(gold), _integers(found)
    return mean_f1(
        f1((true == c) & (answer == c), true == c, answer == c) for c in range(n_classes)
    )


def mcc(gold: ArrayLike, found: ArrayLike) -> Metric:
    """Matthews correlation of two yes-or-no arrays [unit], -1..1 (Matthews 1975).

    0 where gold or the answers hold one class only, as in scikit-learn.
    """
    true, answer = np.asarray(gold, dtype=bool), np.asarray(found, dtype=bool)
    cells = [true & answer, ~true & ~answer, ~true & answer, true & ~answer]
    table = np.stack(cells, axis=1).astype(np.float64)

    def metric(weights: Weights) -> Values:
        tp, tn, fp, fn = (weights @ table).T
        spread = np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
        return np.where(spread > 0, divided(tp * tn - fp * fn, spread), 0.0)

    return metric


def _integers(values: ArrayLike) -> NDArray[np.int64]:
    return np.asarray(values, dtype=np.int64)
