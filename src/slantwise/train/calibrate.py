"""Temperatures, thresholds and the abstention line, chosen on a named half of dev data."""

import hashlib

import numpy as np
import numpy.typing as npt

from slantwise.train.scores import Floats, Ints, f1, sigmoid, softmax

TEMPERATURES = np.geomspace(0.25, 8.0, 101)
THRESHOLDS = np.linspace(0.02, 0.98, 97)
# At most this share of dev mentions may go unanswered: an abstention counts against F1, and the
# line is meant for the few sentences that the model cannot read.
MOST_ABSTAINED = 0.02


def first_half(text: str) -> bool:
    """Whether a sentence falls in the half that choices are made on.

    By the parity of the sentence's SHA-256, so that all mentions of one sentence stay together
    and the split is the same on every machine.
    """
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 0


def softmax_temperature(logits: Floats, gold: Ints) -> float:
    """The temperature with the least negative log-likelihood for logits [n, classes]."""
    rows = np.arange(len(gold))
    losses = [-np.log(softmax(logits / t)[rows, gold] + 1e-12).mean() for t in TEMPERATURES]
    return float(round(TEMPERATURES[int(np.argmin(losses))], 4))


def sigmoid_temperature(logits: Floats, gold: npt.NDArray[np.bool_]) -> float:
    """The temperature with the least negative log-likelihood for binary logits [n]."""
    losses = []
    for t in TEMPERATURES:
        p = sigmoid(logits / t)
        losses.append(-np.where(gold, np.log(p + 1e-12), np.log(1 - p + 1e-12)).mean())
    return float(round(TEMPERATURES[int(np.argmin(losses))], 4))


def best_threshold(probabilities: Floats, gold: npt.NDArray[np.bool_]) -> float:
    """The threshold with the highest F1 of the true class; the lowest of equals."""
    found = [f1(gold, probabilities >= t) for t in THRESHOLDS]
    return float(round(THRESHOLDS[int(np.argmax(found))], 4))


def best_macro_threshold(probabilities: Floats, gold: npt.NDArray[np.bool_]) -> float:
    """The threshold with the highest mean F1 of both classes."""
    found = [f1(gold, probabilities >= t) + f1(~gold, probabilities < t) for t in THRESHOLDS]
    return float(round(THRESHOLDS[int(np.argmax(found))], 4))


def abstention_line(confidence: Floats, right: npt.NDArray[np.bool_]) -> float:
    """Probability under which to abstain, from the risk–coverage curve.

    The highest line under which answers are wrong at least as often as right, and under which at
    most `MOST_ABSTAINED` of them fall; 0 where there is none.
    """
    order = np.argsort(confidence, kind="stable")
    most = int(MOST_ABSTAINED * len(order))
    for n in range(most, 0, -1):
        if right[order[:n]].mean() <= 0.5:
            return float(np.ceil(confidence[order[n - 1]] * 1000 + 1) / 1000)
    return 0.0
