"""Scores of predictions against gold, on plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from slantwise.train.examples import Extent

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]


def macro_f1(gold: Ints, found: Ints, n_classes: int) -> float:
    """Mean F1 over the classes 0..n-1; a class neither in gold nor found counts as 0.

    >>> macro_f1(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), 2)
    0.7333333333333334
    """
    return sum(f1(gold == c, found == c) for c in range(n_classes)) / n_classes


def f1(gold: npt.NDArray[np.bool_], found: npt.NDArray[np.bool_]) -> float:
    """F1 of the true class; 0 where neither holds anywhere."""
    both = float((gold & found).sum())
    total = float(gold.sum() + found.sum())
    return 2 * both / total if total else 0.0


def softmax(logits: Floats) -> Floats:
    """Probabilities [..., class] of logits [..., class]."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(-1, keepdims=True)
    return probabilities


def sigmoid(logits: Floats) -> Floats:
    """Probability [...] of each logit [...]."""
    probabilities: Floats = 0.5 * (1.0 + np.tanh(0.5 * logits))
    return probabilities


def calibration_error(confidence: Floats, right: npt.NDArray[np.bool_], n_bins: int = 10) -> float:
    """Expected calibration error over bins of equal width (Guo et al., ICML 2017)."""
    bins = np.minimum((confidence * n_bins).astype(int), n_bins - 1)
    total = 0.0
    for b in range(n_bins):
        inside = bins == b
        if inside.any():
            total += inside.sum() * abs(confidence[inside].mean() - right[inside].mean())
    return float(total / max(1, len(confidence)))


@dataclass(frozen=True, slots=True)
class SpanCounts:
    """Sums for the partial-match F1 of SemEval-2020 task 11 (Da San Martino et al. 2020).

    Attributes:
        precision: sum over found spans of the share that gold spans cover.
        recall: sum over gold spans of the share that found spans cover.
        n_found: number of found spans.
        n_gold: number of gold spans.
    """

    precision: float = 0.0
    recall: float = 0.0
    n_found: int = 0
    n_gold: int = 0

    def add(self, gold: Sequence[Extent], found: Sequence[Extent]) -> "SpanCounts":
        """The sums with one more text; spans of one side do not overlap each other."""
        return SpanCounts(
            self.precision + sum(covered(span, gold) for span in found),
            self.recall + sum(covered(span, found) for span in gold),
            self.n_found + len(found),
            self.n_gold + len(gold),
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of the two shares; 0 where nothing was found or there is no gold."""
        if not self.n_found or not self.n_gold:
            return 0.0
        p, r = self.precision / self.n_found, self.recall / self.n_gold
        return 2 * p * r / (p + r) if p + r else 0.0


def covered(span: Extent, others: Sequence[Extent]) -> float:
    """Share of the span's characters that stand in `others`.

    >>> covered((0, 10), [(5, 8), (9, 20)])
    0.4
    """
    start, end = span
    inside = sum(max(0, min(end, high) - max(start, low)) for low, high in others)
    return inside / (end - start)


def merged(extents: Sequence[Extent], gap: int = 0) -> list[Extent]:
    """Extents joined where they overlap or stand at most `gap` characters apart, sorted."""
    joined: list[Extent] = []
    for start, end in sorted(extents):
        if joined and start <= joined[-1][1] + gap:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
