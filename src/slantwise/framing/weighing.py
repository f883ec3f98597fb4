"""How pieces of evidence for one span become one confidence.

A logistic model over the encoder's probabilities and the strongest word-list or form evidence;
its weights are chosen on development data, never on test rows.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.framing.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the logistic model, in log-odds.

    Chosen by `scripts/fit_findings.py` on corpora/framing (train and dev). Run it again after
    the model, the word lists or the candidate rules change.

    Attributes:
        constant: log-odds where nothing speaks for the span.
        kind: weight of the log-odds of the kind head.
        loaded: weight of the log-odds of the loaded head.
        listed: weight of the log-odds of the word-list or form evidence, where there is any.
        has_listed: added where there is such evidence.
    """

    constant: float = 0.2
    kind: float = 0.6
    loaded: float = 0.25
    listed: float = 0.5
    has_listed: float = 1.6


def features(
    evidence: Sequence[Evidence], kind: float, loaded: float
) -> tuple[float, float, float, float]:
    """What the model weighs: log-odds of both heads, log-odds of listed evidence, its presence.

    Args:
        evidence: all evidence for one span.
        kind: highest probability of any kind over the span's tokens.
        loaded: highest probability of `loaded` over them.
    """
    listed = max((e.weight for e in evidence if e.source != "head"), default=None)
    return (
        log_odds(kind),
        log_odds(loaded),
        0.0 if listed is None else log_odds(listed),
        0.0 if listed is None else 1.0,
    )


def confidence(values: tuple[float, float, float, float], weights: Weights) -> float:
    """Probability that a coder would mark the span."""
    total = weights.constant + sum(
        value * weight
        for value, weight in zip(
            values,
            (weights.kind, weights.loaded, weights.listed, weights.has_listed),
            strict=True,
        )
    )
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(probability: float) -> float:
    """Log-odds of a probability kept off 0 and 1.

    >>> log_odds(0.5)
    0.0
    """
    kept = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))
