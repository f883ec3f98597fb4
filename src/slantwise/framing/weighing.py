"""How pieces of evidence for one span become one confidence.

A logistic model over the encoder's probabilities and the strongest word-list or form evidence;
its weights are chosen on development data, never on test rows.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from slantwise.errors import ModelError
from slantwise.framing.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the logistic model, in log-odds; unless given, those of a model without its own.

    Fitted by `scripts/fit_findings.py` on corpora/framing's dev split. Run it again after the
    model, the word lists or the candidate rules change; `--write` puts them beside the model.

    Attributes:
        constant: log-odds where nothing speaks for the span.
        kind: weight of the log-odds of the kind head.
        loaded: weight of the log-odds of the loaded head.
        listed: weight of the log-odds of the word-list or form evidence, where there is any.
        has_listed: added where there is such evidence.
    """

    constant: float = 0.06
    kind: float = 0.22
    loaded: float = 0.87
    listed: float = 0.75
    has_listed: float = 1.53


def weights_of(fitted: Mapping[str, float]) -> Weights:
    """The weights that came with a model; the default ones where none came.

    Raises:
        ModelError: a weight is missing or of another name.

    >>> weights_of({}) == Weights()
    True
    """
    if not fitted:
        return Weights()
    names = [field.name for field in fields(Weights)]
    if sorted(fitted) != sorted(names):
        raise ModelError(
            f"weights of evidence are {', '.join(sorted(fitted))}, expected {', '.join(names)}; "
            "fit them again: python scripts/fit_findings.py --write"
        )
    return Weights(**fitted)


Values = tuple[float, float, float, float]
"""What is weighed, in the order of the weights after the constant."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """What the encoder says of one span.

    Attributes:
        kind: highest probability of any kind over the span's tokens.
        loaded: highest probability of `loaded` over them.
    """

    kind: float
    loaded: float


def features(evidence: Sequence[Evidence], heads: HeadView) -> Values:
    """Log-odds of the heads and of listed evidence, 0 where there is none, and its presence."""
    listed = max((e.weight for e in evidence if e.source != "head"), default=None)
    return (
        log_odds(heads.kind),
        log_odds(heads.loaded),
        0.0 if listed is None else log_odds(listed),
        0.0 if listed is None else 1.0,
    )


def confidence(values: Values, weights: Weights) -> float:
    """Probability that a coder would mark the span."""
    weighed = (weights.kind, weights.loaded, weights.listed, weights.has_listed)
    total = weights.constant + sum(v * w for v, w in zip(values, weighed, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(probability: float) -> float:
    """Log-odds of a probability kept off 0 and 1.

    >>> log_odds(0.5)
    0.0
    """
    kept = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))
