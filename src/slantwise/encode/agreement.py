"""How far two encoders of one model agree: labels, and probabilities, head by head.

For the ways on which a model can be run (ONNX Runtime in int8, torch in bf16 or fp32), which
round differently. A label is what the model's own settings make of a probability.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from slantwise.encode.encoder import Encoder, Floats
from slantwise.encode.model import Head, Model
from slantwise.records import SentenceOutputs

Labels = NDArray[np.int64]

_ABSTAINED = -1
_SEVERAL = ("loaded", "kind", "technique", "attributed")
"""Heads of independent labels, a probability for each."""


@dataclass(frozen=True, slots=True)
class HeadAgreement:
    """How far two encoders agree in one head.

    Attributes:
        n_labels: labels compared: sentences of "bias", tokens times labels of a head of several,
            tokens of "stance", pairs of tokens of "directed".
        n_places: sentences, tokens or pairs of tokens compared.
        n_equal: places at which every label is the same.
        mean_difference: mean absolute difference of a probability.
        largest_difference: largest absolute difference of a probability.
    """

    n_labels: int
    n_places: int
    n_equal: int
    mean_difference: float
    largest_difference: float

    @property
    def share_equal(self) -> float:
        """Share of the places at which every label is the same, 0 to 1."""
        return self.n_equal / self.n_places


def compare_encoders(
    left: Encoder, right: Encoder, texts: Sequence[str]
) -> dict[str, HeadAgreement]:
    """The agreement of two encoders of one model over `texts`, by head; no texts give nothing.

    Raises:
        ValueError: they are encoders of different models.
    """
    model = left.model
    if model.digest != right.model.digest:
        raise ValueError(
            f"the encoders run different models: {model.name} {model.digest[:12]} and "
            f"{right.model.name} {right.model.digest[:12]}"
        )
    found: dict[str, list[tuple[Floats, Floats, Labels, Labels]]] = {}
    for one, other in zip(left.encode(texts), right.encode(texts), strict=True):
        mine, theirs = dict(_probabilities(one, model)), dict(_probabilities(other, model))
        for head, values in mine.items():
            labels = [_labels(head, array, model) for array in (values, theirs[head])]
            found.setdefault(head, []).append((values, theirs[head], labels[0], labels[1]))
    return {head: _agreement(entries) for head, entries in found.items()}


def _agreement(entries: Sequence[tuple[Floats, Floats, Labels, Labels]]) -> HeadAgreement:
    left, right, mine, theirs = (np.concatenate(arrays) for arrays in zip(*entries, strict=True))
    difference = np.abs(left - right)
    return HeadAgreement(
        n_labels=int(mine.size),
        n_places=len(mine),
        n_equal=int((mine == theirs).all(axis=1).sum()),
        mean_difference=float(difference.mean()),
        largest_difference=float(difference.max()),
    )


def _probabilities(outputs: SentenceOutputs, model: Model) -> Iterator[tuple[str, Floats]]:
    """Probabilities [place, class] of each head."""
    yield "bias", np.array([[outputs.bias]], dtype=np.float32)
    n_tokens = len(outputs.tokens)
    if n_tokens == 0:
        return
    for head in _SEVERAL:
        yield head, getattr(outputs, head).reshape(n_tokens, -1)
    yield "stance", softmax(outputs.stance, axis=1)
    scores = np.einsum("hcr,tcr->htc", outputs.holder, outputs.target).reshape(n_tokens**2, -1)
    yield "directed", softmax(scores / _head(model, "directed").temperature, axis=1)


def _labels(head: str, probabilities: Floats, model: Model) -> Labels:
    """Labels [place, label] that the model's settings make of probabilities."""
    settings = _head(model, head)
    if head in ("stance", "directed"):
        best: Labels = probabilities.argmax(axis=1)
        sure = probabilities.max(axis=1) >= settings.abstain_below
        return np.where(sure, best, _ABSTAINED)[:, None]
    return (probabilities >= settings.threshold).astype(np.int64)


def _head(model: Model, name: str) -> Head:
    return model.heads.get(name, Head())
