"""Figures on plain arrays, each as a function of weights, so that it can be resampled.

A metric takes weights [resample, unit] (how often each unit was drawn) and gives one value a
resample; NaN where it is not defined. `bootstrap` calls it.
"""

from slantwise.evaluation.metrics.bootstrap import Bootstrap, Figure, figures
from slantwise.evaluation.metrics.classes import accuracy, macro_f1, mcc
from slantwise.evaluation.metrics.pairs import pair_counts
from slantwise.evaluation.metrics.probabilities import (
    auc,
    calibration_error,
    risk_at_coverage,
    risk_coverage_area,
)
from slantwise.evaluation.metrics.ratios import f1, harmonic, mean_f1, only, ratio, value_of
from slantwise.evaluation.metrics.spans import (
    WordCounts,
    merged,
    partial_match,
    word_counts,
    words,
)
from slantwise.evaluation.metrics.weights import Metric, Values, Weights

__all__ = [
    "Bootstrap",
    "Figure",
    "Metric",
    "Values",
    "Weights",
    "WordCounts",
    "accuracy",
    "auc",
    "calibration_error",
    "f1",
    "figures",
    "harmonic",
    "macro_f1",
    "mcc",
    "mean_f1",
    "merged",
    "only",
    "pair_counts",
    "partial_match",
    "ratio",
    "risk_at_coverage",
    "risk_coverage_area",
    "value_of",
    "word_counts",
    "words",
]
