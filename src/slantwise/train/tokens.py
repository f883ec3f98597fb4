"""Examples as token arrays, and batches of them as tensors.

Sits between the converters and the network. Class columns follow `labels`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from slantwise.encode.tokens import Offsets, SentenceTokenizer
from slantwise.errors import ModelError
from slantwise.train.averages import averaging
from slantwise.train.examples import ClassSpan, Example, Extent, SoftLabels, Words
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
class TokenLabels:
    """Where the classes of one multi-label head stand in one sentence.

    Attributes:
        head: key of `TOKEN_CLASSES`.
        cells: (token, column) of every positive.
    """

    head: str
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Features:
    """One example as tokens.

    Attributes:
        ids: token ids with [CLS] first and [SEP] last.
        biased: 0 or 1, or None.
        labels: one entry for each token head that the example has labels for.
        mentions: tokens and stance of each mention.
        pairs: tokens of holder and target, and stance, of each pair.
        hits: tokens of loaded words and of an actor, and whether they fall on him.
        words: token, tag and entity class of each word that begins with a token of its own.
        soft: a teacher's labels.
    """

    ids: tuple[int, ...]
    biased: float | None
    labels: tuple[TokenLabels, ...]
    mentions: tuple[tuple[tuple[int, ...], int], ...]
    pairs: tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...]
    hits: tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...] = ()
    words: tuple[tuple[int, int, int], ...] = ()
    soft: SoftLabels | None = None


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


def tokens_of(extent: Extent, offsets: Offsets) -> tuple[int, ...]:
    """Indices of the tokens that overlap `extent`; [CLS] and [SEP] have empty offsets.

    >>> tokens_of((4, 9), ((0, 0), (0, 3), (4, 7), (7, 9), (0, 0)))
    (2, 3)
    """
    start, end = extent
    return tuple(i for i, (low, high) in enumerate(offsets) if low < end and start < high)


def to_features(examples: Sequence[Example], tokenizer: SentenceTokenizer) -> list[Features]:
    """Features of each example, in order; mentions past the cut are dropped."""
    encodings = tokenizer.encode_batch([example.text for example in examples])
    return [
        one_feature(example, encoding.ids, encoding.offsets)
        for example, encoding in zip(examples, encodings, strict=True)
    ]


def one_feature(example: Example, ids: tuple[int, ...], offsets: Offsets) -> Features:
    """Features of one encoded example."""
    loaded = None
    if example.loaded is not None:
        loaded = tuple(ClassSpan(extent, 0) for extent in example.loaded)
    by_head = {
        "loaded": loaded,
        "kind": example.kinds,
        "technique": example.techniques,
        "attributed": example.attributed,
    }
    labels = tuple(
        TokenLabels(head, cells_of(spans, offsets))
        for head, spans in by_head.items()
        if spans is not None
    )
    mentions = [(tokens_of(m.extent, offsets), m.stance) for m in example.mentions]
    pairs = [
        (tokens_of(p.holder, offsets), tokens_of(p.target, offsets), p.stance)
        for p in example.pairs
    ]
    hits = [
        (tokens_of(h.words, offsets), tokens_of(h.actor, offsets), int(h.falls))
        for h in example.hits
    ]
    return Features(
        ids=ids,
        biased=None if example.biased is None else float(example.biased),
        labels=labels,
        mentions=tuple(m for m in mentions if m[0]),
        pairs=tuple(p for p in pairs if p[0] and p[1]),
        hits=tuple(h for h in hits if h[0] and h[1]),
        words=words_at_tokens(example.words, offsets) if example.words else (),
        soft=checked(example, len(ids)),
    )


def checked(example: Example, n_tokens: int) -> SoftLabels | None:
    """The teacher's labels of the example.

    Raises:
        ModelError: the teacher cut the sentence into other tokens than the student.
    """
    if example.soft is not None and len(example.soft.tokens) != n_tokens:
        raise ModelError(
            f"{example.id}: the teacher has {len(example.soft.tokens)} tokens, the student "
            f"{n_tokens}; name a teacher with the student's vocabulary and max_tokens"
        )
    return example.soft


def words_at_tokens(words: Words, offsets: Offsets) -> tuple[tuple[int, int, int], ...]:
    """Token, tag and entity class of every word that begins where a token does."""
    starts = {start: i for i, (start, end) in enumerate(offsets) if start < end}
    rows = zip(words.extents, words.tags, words.entities, strict=True)
    return tuple(
        (starts[extent[0]], tag, entity) for extent, tag, entity in rows if extent[0] in starts
    )


def cells_of(spans: Sequence[ClassSpan], offsets: Offsets) -> tuple[tuple[int, int], ...]:
    """(token, column) pairs of all spans, each once, sorted."""
    cells = {(token, span.column) for span in spans for token in tokens_of(span.extent, offsets)}
    return tuple(sorted(cells))


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
    """Rows, averaging weights and stances of all mentions of a batch."""
    found = [(row, *mention) for row, f in enumerate(features) for mention in f.mentions]
    rows = torch.tensor([row for row, _, _ in found], dtype=torch.long)
    stances = torch.tensor([stance for _, _, stance in found], dtype=torch.long)
    return rows, averaging([tokens for _, tokens, _ in found], width), stances


def pair_targets(
    pairs: Sequence[Sequence[tuple[tuple[int, ...], tuple[int, ...], int]]], width: int
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Rows, averaging weights of first and second spans, and classes of all pairs of a batch."""
    found = [(row, *pair) for row, of_row in enumerate(pairs) for pair in of_row]
    rows = torch.tensor([row for row, _, _, _ in found], dtype=torch.long)
    stances = torch.tensor([stance for _, _, _, stance in found], dtype=torch.long)
    holders = averaging([holder for _, holder, _, _ in found], width)
    targets = averaging([target for _, _, target, _ in found], width)
    return rows, holders, targets, stances
