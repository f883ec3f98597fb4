"""What a teacher says of training sentences: the targets that a student is distilled on.

A teacher is a shipped model, mostly a larger one, read as it is shipped: whoever has the repository
can train the student again without training the teacher. Soft targets are the teacher's logits
(Hinton, Vinyals and Dean 2015, temperature 1).
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from slantwise.encode.model import NAMES, open_model
from slantwise.encode.names import read_names
from slantwise.encode.tokens import Offsets, SentenceTokenizer, open_tokenizer
from slantwise.errors import ModelError
from slantwise.train.examples import Example, Extent, SoftLabels, SoftPair, Words
from slantwise.train.features import tokens_of
from slantwise.train.reading import Forward, Reading, graph_forward, read_all
from slantwise.train.recipe import SOFT_TASKS
from slantwise.train.silver import noun_groups
from slantwise.train.soft_labels import kept_labels
from slantwise.train.soft_targets import WIDTHS

Sentence = tuple[str, Words | None, Offsets]
"""A text, its words, and where the student's tokens stand in it."""

PAIRS = 3
"""Pairs of a sentence on which directed stance is taught."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A model that labels sentences.

    Attributes:
        forward: its outputs.
        tokenizer: how it reads: its own vocabulary, with names or without.
        signature: the model's digest.
        kept: folder of what it has said, for the next time.
    """

    forward: Forward
    tokenizer: SentenceTokenizer
    signature: str
    kept: Path


def open_teacher(folder: Path, kept: Path) -> Teacher:
    """The shipped model in `folder` as a teacher; what it says is kept under `kept`.

    Raises:
        ModelError: a file is missing or altered, or the model lacks a head that a student may
            learn from.
    """
    model = open_model(folder)
    missing = sorted(set(SOFT_TASKS) - set(model.heads))
    if missing:
        raise ModelError(f"{folder} has no head for {missing[0]!r}; name a teacher that has")
    names = read_names(folder / NAMES) if model.blind else None
    return Teacher(
        forward=graph_forward(folder / "model.onnx"),
        tokenizer=open_tokenizer(
            folder / "tokenizer.json", names=names, max_tokens=model.max_tokens
        ),
        signature=model.digest,
        kept=kept,
    )


def teach(
    teacher: Teacher,
    examples: Sequence[Example],
    tokenizer: SentenceTokenizer,
    tasks: Sequence[str],
) -> dict[str, SoftLabels]:
    """The teacher's labels by sentence, for the tokens that the student's `tokenizer` gives.

    `examples` must have their words.
    """

    def label(sentences: Sequence[Sentence]) -> list[SoftLabels]:
        unlabelled = [Example("", text, words=words) for text, words, _ in sentences]
        readings = read_all(unlabelled, teacher.tokenizer, teacher.forward)
        own = [offsets for _, _, offsets in sentences]
        return [
            soft_labels(example, reading, offsets, tasks)
            for example, reading, offsets in zip(unlabelled, readings, own, strict=True)
        ]

    words = {example.text: example.words for example in examples}
    students = tokenizer.encode_batch(list(words))
    sentences = [
        (text, of_text, student.offsets)
        for (text, of_text), student in zip(words.items(), students, strict=True)
    ]
    said = kept_labels(sentences, label, teacher.kept, f"{teacher.signature}{sorted(tasks)}")
    return dict(zip(words, said, strict=True))


def soft_labels(
    example: Example, reading: Reading, offsets: Offsets, tasks: Sequence[str]
) -> SoftLabels:
    """The labels of one sentence, from the teacher's reading of it, for tokens at `offsets`."""
    groups = noun_groups(example.words) if example.words else []
    logits = np.concatenate(
        [reading.heads[h].reshape(len(reading.offsets), -1) for h in WIDTHS], axis=1
    )
    tokens = at_offsets(logits, reading.offsets, offsets)
    nouns = sorted({token for group in groups for token in tokens_of(group, offsets)})
    return SoftLabels(
        tasks=frozenset(tasks),
        bias=float(reading.heads["bias"]),
        tokens=tokens.astype(np.float16),
        nouns=tuple(nouns),
        pairs=tuple(soft_pairs(example.text, groups, reading, offsets))
        if "directed" in tasks
        else (),
    )


def at_offsets(
    logits: npt.NDArray[np.float32], own: Offsets, offsets: Offsets
) -> npt.NDArray[np.float32]:
    """A teacher's logits [tokens, …] at `own` offsets for tokens at other offsets.

    A token that takes in several of the teacher's gets their mean; [CLS] and [SEP] keep theirs.
    """
    if own == offsets:
        return logits
    rows = [tokens_of(offset, own) for offset in offsets[1:-1]]
    inner = [logits[list(row)].mean(0) if row else np.zeros_like(logits[0]) for row in rows]
    return np.stack([logits[0], *inner, logits[-1]])


def soft_pairs(
    text: str, groups: Sequence[Extent], reading: Reading, offsets: Offsets
) -> Iterator[SoftPair]:
    """Directed stances of a few ordered pairs of noun groups, the same ones for the same text."""
    pairs = [(a, b) for a in groups for b in groups if a != b]
    chance = random.Random(text)  # noqa: S311 - a sample, not secrets
    for a, b in chance.sample(pairs, min(PAIRS, len(pairs))):
        holder, target = tokens_of(a, offsets), tokens_of(b, offsets)
        if holder and target:
            yield SoftPair(holder, target, tuple(float(x) for x in reading.pair(a, b)))
