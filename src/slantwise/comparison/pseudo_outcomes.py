"""Values of all units that are right on average, from the model's and those of a coded sample.

A unit i has the model's value f, and where it was drawn to be coded (R = 1, with probability
pi > 0) the coders' value y. For any function g of f alone,

    g + (R / pi) (y - g)

has the mean y over draws of the sample, whatever the model's error: sums of it over any units are
unbiased for sums of y. The choice of g moves the variance only.

- Design-based supervised learning takes g = f (Egami, Hinck, Stewart and Wei 2023, "Using Imperfect
  Surrogates for Downstream Inference", NeurIPS, equation 3).
- Prediction-powered inference with power tuning takes g = alpha + lambda f (Angelopoulos, Bates,
  Fannjiang, Jordan and Zrnic 2023, Science 382; Angelopoulos, Duchi and Zrnic 2023, "PPI++",
  arXiv 2311.01453, section 6), here with unequal probabilities. alpha and lambda are fitted on
  the coded units of other events than those they are used on (cross-fitting, as Egami et al. and
  Zrnic and Candès 2024, "Cross-Prediction-Powered Inference", PNAS 121), so that no unit's own y
  moves its g; without it the intervals are too narrow where few units are coded.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


N_FOLDS = 5
"""Folds of events for cross-fitting."""


@dataclass(frozen=True, slots=True, eq=False)
class CodedUnits:
    """The coded units among all.

    Attributes:
        unit: array [coded], positions among all units, each once.
        values: array [coded, measure], the coders' values y.
        probability: array [coded], inclusion probability pi, above 0 and at most 1.
    """

    unit: Ints
    values: Floats
    probability: Floats

    def at(self, chosen: NDArray[np.bool_]) -> "CodedUnits":
        """Those for which `chosen` [coded] is true."""
        return CodedUnits(self.unit[chosen], self.values[chosen], self.probability[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Tuning:
    """How far the model's values are trusted, one entry a measure.

    Attributes:
        slope: array [measure], lambda, 0 (the coded sample alone) to 1 (the model's as they are).
        level: array [measure], alpha.
    """

    slope: Floats
    level: Floats


def tuned(predicted: Floats, coded: CodedUnits) -> Tuning:
    """The tuning under which the sample says most: the least variance over draws of it.

    Minimises Σ (1 - pi) / pi² (y - alpha - lambda f)² over the coded units, the estimate of the
    variance of Σ g + (R / pi)(y - g), with lambda kept in 0..1 as in PPI++. Where all units have
    one value f, or all are coded, lambda is 1.

    Args:
        predicted: array [unit, measure], the model's values f.
        coded: the coded units.

    Coders find half of what the model does, at the same places.

    >>> f = np.array([[0.0], [2.0], [4.0], [0.0]])
    >>> coded = CodedUnits(np.array([0, 1, 2]), f[:3] / 2, np.full(3, 0.5))
    >>> tuned(f, coded).slope.tolist(), tuned(f, coded).level.tolist()
    ([0.5], [0.0])
    """
    f, y = predicted[coded.unit], coded.values
    weight = ((1 - coded.probability) / coded.probability**2)[:, None]
    total = float(weight.sum())
    if total <= 0:
        return Tuning(np.ones(predicted.shape[1]), np.zeros(predicted.shape[1]))
    mean_f, mean_y = (weight * f).sum(axis=0) / total, (weight * y).sum(axis=0) / total
    below = (weight * (f - mean_f) ** 2).sum(axis=0)
    above = (weight * (f - mean_f) * (y - mean_y)).sum(axis=0)
    varies = below > 1e-12 * total
    slope = np.clip(np.where(varies, above / np.where(varies, below, 1.0), 1.0), 0.0, 1.0)
    return Tuning(slope, mean_y - slope * mean_f)


def supervised(predicted: Floats, coded: CodedUnits) -> Floats:
    """Array [unit, measure] of f + (R / pi)(y - f): design-based supervised learning.

    Args:
        predicted: array [unit, measure], the model's values f.
        coded: the coded units.

    The model finds 1 in each of four units; two are coded with probability 1/2, and one of them
    holds none: 1, 1, 1, and 1 + 2 (0 - 1).

    >>> coded = CodedUnits(np.array([0, 3]), np.array([[1.0], [0.0]]), np.full(2, 0.5))
    >>> supervised(np.ones((4, 1)), coded).ravel().tolist()
    [1.0, 1.0, 1.0, -1.0]
    """
    return _corrected(predicted, coded)


def powered(predicted: Floats, coded: CodedUnits, group: Ints) -> tuple[Floats, Floats]:
    """Prediction-powered values, array [unit, measure], and mean lambda, array [measure].

    Args:
        predicted: array [unit, measure], the model's values f.
        coded: the coded units.
        group: array [unit], number of the unit's event (or article), 0 or more; events are dealt
            to `N_FOLDS` folds by it, and each fold takes the tuning of the others.

    Everything coded: the coders' values, whatever the model says.

    >>> coded = CodedUnits(np.arange(3), np.array([[1.0], [0.0], [2.0]]), np.ones(3))
    >>> powered(np.zeros((3, 1)), coded, np.arange(3))[0].ravel().tolist()
    [1.0, 0.0, 2.0]
    """
    _, event = np.unique(group, return_inverse=True)
    fold = event % N_FOLDS
    taken: Floats = np.zeros_like(predicted, np.float64)
    slopes = []
    for number in np.unique(fold).tolist():
        inside = fold == number
        tuning = tuned(predicted, coded.at(fold[coded.unit] != number))
        taken[inside] = tuning.level + tuning.slope * predicted[inside]
        slopes.append(tuning.slope)
    slope: Floats = np.mean(slopes, axis=0) if slopes else np.ones(predicted.shape[1])
    return _corrected(taken, coded), slope


def _corrected(taken: Floats, coded: CodedUnits) -> Floats:
    """Array [unit, measure] of g + (R / pi)(y - g), with g in `taken`."""
    corrected: Floats = taken.astype(np.float64, copy=True)
    missed = coded.values - taken[coded.unit]
    corrected[coded.unit] += missed / coded.probability[:, None]
    return corrected
