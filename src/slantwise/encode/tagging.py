"""Part of speech and entity class of every token, from the logits of the two word heads.

A stand-in is known to be a name of its class, so only labels that such a name may have are open to
it; every other token takes the likeliest label.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from slantwise.encode.model import Model
from slantwise.encode.names import STAND_INS
from slantwise.encode.tokens import SentenceTokenizer

Labels = NDArray[np.int16]
TAG, ENTITY = "tag", "entity"
"""Names of the graph's outputs."""

_OPEN: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "place": (frozenset({"NNP"}), frozenset({"B-GPE"})),
    "people": (frozenset({"JJ", "NNP", "NNPS"}), frozenset({"B-NORP"})),
    "group": (frozenset({"NNP", "NNPS"}), frozenset({"B-ORG", "B-NORP"})),
    "person": (frozenset({"NNP"}), frozenset({"B-PERSON"})),
    "faith": (frozenset({"NNP"}), frozenset({"B-NORP"})),
}
"""Class of names → tags and entity classes that such a name may have."""


class TokenTagger:
    """Decides the labels of tokens for one model."""

    def __init__(self, model: Model, tokenizer: SentenceTokenizer) -> None:
        """Take the names of the labels of a model that reads words, and its stand-ins."""
        self._stand_ins = [tokenizer.id_of(stand_in) for stand_in in STAND_INS.values()]
        self._tags = _closed(model.tags, [_OPEN[kind][0] for kind in STAND_INS])
        self._entities = _closed(model.entities, [_OPEN[kind][1] for kind in STAND_INS])

    def decide(self, ids: NDArray[np.int64], outputs: Mapping[str, Any]) -> dict[str, Labels]:
        """Label numbers [batch, tokens] of both heads, for token ids [batch, tokens]."""
        kinds = np.zeros(ids.shape, np.int64)
        for number, stand_in in enumerate(self._stand_ins, start=1):
            kinds[ids == stand_in] = number
        return {
            "tags": (outputs[TAG] + self._tags[kinds]).argmax(-1).astype(np.int16),
            "entities": (outputs[ENTITY] + self._entities[kinds]).argmax(-1).astype(np.int16),
        }


def _closed(labels: tuple[str, ...], open_to: list[frozenset[str]]) -> NDArray[np.float32]:
    """What is added to logits [1 + classes, labels]: 0 where a label is open, else −inf."""
    rows = [[0.0] * len(labels)]
    rows += [[0.0 if label in kind else -np.inf for label in labels] for kind in open_to]
    return np.array(rows, np.float32)
