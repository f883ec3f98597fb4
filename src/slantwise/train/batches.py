"""Batches of examples as tensors, the way the network and its losses take them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from slantwise.train.averages import averaging
from slantwise.train.features import Features
from slantwise.train.labels import ATTRIBUTED, KINDS, TECHNIQUES
from slantwise.train.soft_targets import SoftTargets, soft_targets

TOKEN_CLASSES = {
    "loaded": 1,
    "kind": len(KINDS),
    "technique": len(TECHNIQUES),
    "attributed": len(ATTRIBUTED),
}
"""Heads that label tokens, with their number of classes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one batch.

    Attributes:
        input_ids: int64 [batch, tokens], padded with 0.
        attention_mask: int64 [batch, tokens].
        biased: [batch], -1 where unlabelled.
        classes: by head, targets [batch, tokens, classes].
        labelled: by head, [batch, tokens]: 1 where the token's targets count.
        mentions: rows [m], weights [m, tokens] that average, stances [m].
        pairs: rows [p], holder and target weights [p, tokens], stances [p].
        hits: rows [h], weights [h, tokens] of loaded words and actor, 0 or 1 [h].
        tags: index into `labels.TAGS` [batch, tokens], -1 where no word begins.
        entities: index into `labels.ENTITIES` [batch, tokens], -1 where no word begins.
        soft: a teacher's logits.
    """

    input_ids: Tensor
    attention_mask: Tensor
    biased: Tensor
    classes: dict[str, Tensor]
    labelled: dict[str, Tensor]
    mentions: tuple[Tensor, Tensor, Tensor]
    pairs: tuple[Tensor, Tensor, Tensor, Tensor]
    hits: tuple[Tensor, Tensor, Tensor, Tensor]
    tags: Tensor
    entities: Tensor
    soft: SoftTargets

    def to(self, device: torch.device) -> "Batch":
        """The batch with every tensor on `device`."""
        return Batch(**{f.name: moved(getattr(self, f.name), device) for f in fields(self)})


def moved(value: Any, device: torch.device) -> Any:
    """A tensor, or a tuple or dict of tensors, on `device`."""
    if isinstance(value, Tensor | SoftTargets):
        return value.to(device)
    if isinstance(value, dict):
        return {key: moved(entry, device) for key, entry in value.items()}
    return tuple(moved(entry, device) for entry in value)


def padded_ids(sequences: Sequence[Sequence[int]], width: int) -> npt.NDArray[np.int64]:
    """Ids [sequences, width], padded with 0."""
    ids = np.zeros((len(sequences), width), dtype=np.int64)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
    return ids


def to_batch(features: Sequence[Features]) -> Batch:
    """One batch, padded to its longest sentence."""
    width = max(len(feature.ids) for feature in features)
    ids = torch.from_numpy(padded_ids([feature.ids for feature in features], width))
    lengths = torch.tensor([[len(feature.ids)] for feature in features])
    mask = (torch.arange(width)[None, :] < lengths).long()
    classes, labelled = token_targets(features, mask)
    return Batch(
        input_ids=ids,
        attention_mask=mask,
        biased=torch.tensor([-1.0 if f.biased is None else f.biased for f in features]),
        classes=classes,
        labelled=labelled,
        mentions=mention_targets(features, width),
        pairs=pair_targets([f.pairs for f in features], width),
        hits=pair_targets([f.hits for f in features], width),
        tags=word_targets(features, width, 1),
        entities=word_targets(features, width, 2),
        soft=soft_targets([feature.soft for feature in features], width),
    )


def word_targets(features: Sequence[Features], width: int, column: int) -> Tensor:
    """Classes [batch, tokens] of the words that begin at each token; -1 where none does."""
    targets = torch.full((len(features), width), -1, dtype=torch.long)
    for row, feature in enumerate(features):
        for word in feature.words:
            targets[row, word[0]] = word[column]
    return targets


def token_targets(
    features: Sequence[Features], mask: Tensor
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Targets and the tokens they count for, by head; [CLS], [SEP] and padding never count."""
    inner = mask.clone()
    inner[:, 0] = 0
    inner[torch.arange(len(features)), mask.sum(1) - 1] = 0
    shape = mask.shape
    classes = {head: torch.zeros(*shape, n) for head, n in TOKEN_CLASSES.items()}
    labelled = {head: torch.zeros(shape) for head in TOKEN_CLASSES}
    for row, feature in enumerate(features):
        for entry in feature.labels:
            labelled[entry.head][row] = inner[row].float()
            for token, column in entry.cells:
                classes[entry.head][row, token, column] = 1.0
    return classes, labelled


def mention_targets(features: Sequence[Features], width: int) -> tuple[Tensor, Tensor, Tensor]:
    """Rows [m], averaging weights [m, tokens] and stances [m] of all mentions of a batch."""
    found = [(row, *mention) for row, f in enumerate(features) for mention in f.mentions]
    rows = torch.tensor([row for row, _, _ in found], dtype=torch.long)
    stances = torch.tensor([stance for _, _, stance in found], dtype=torch.long)
    return rows, averaging([tokens for _, tokens, _ in found], width), stances


def pair_targets(
    pairs: Sequence[Sequence[tuple[tuple[int, ...], tuple[int, ...], int]]], width: int
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Rows [p], weights [p, tokens] of first and second spans, classes [p] of a batch's pairs."""
    found = [(row, *pair) for row, of_row in enumerate(pairs) for pair in of_row]
    rows = torch.tensor([row for row, _, _, _ in found], dtype=torch.long)
    stances = torch.tensor([stance for _, _, _, stance in found], dtype=torch.long)
    holders = averaging([holder for _, holder, _, _ in found], width)
    targets = averaging([target for _, _, target, _ in found], width)
    return rows, holders, targets, stances
