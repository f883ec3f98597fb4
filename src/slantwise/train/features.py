"""Examples as tokens: where labels that stand on characters stand among the encoder's tokens.

Sits between the converters and `batches`. Class columns follow `labels`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.encode.tokens import Offsets, SentenceTokenizer
from slantwise.errors import ModelError
from slantwise.train.examples import ClassSpan, Example, Extent, SoftLabels, Words


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
    mentions = ((tokens_of(m.extent, offsets), m.stance) for m in example.mentions)
    pairs = (
        (tokens_of(p.holder, offsets), tokens_of(p.target, offsets), p.stance)
        for p in example.pairs
    )
    hits = (
        (tokens_of(h.words, offsets), tokens_of(h.actor, offsets), int(h.falls))
        for h in example.hits
    )
    return Features(
        ids=ids,
        biased=None if example.biased is None else float(example.biased),
        labels=token_labels(example, offsets),
        mentions=tuple(m for m in mentions if m[0]),
        pairs=tuple(p for p in pairs if p[0] and p[1]),
        hits=tuple(h for h in hits if h[0] and h[1]),
        words=words_at_tokens(example.words, offsets) if example.words else (),
        soft=checked(example, len(ids)),
    )


def token_labels(example: Example, offsets: Offsets) -> tuple[TokenLabels, ...]:
    """Where the classes of each token head stand; one entry a head that has labels."""
    loaded = None
    if example.loaded is not None:
        loaded = tuple(ClassSpan(extent, 0) for extent in example.loaded)
    by_head = {
        "loaded": loaded,
        "kind": example.kinds,
        "technique": example.techniques,
        "attributed": example.attributed,
    }
    return tuple(
        TokenLabels(head, cells_of(spans, offsets))
        for head, spans in by_head.items()
        if spans is not None
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
