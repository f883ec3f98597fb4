"""What a teacher says of training sentences: the targets that a student is distilled on.

A teacher is the network that another recipe has trained; its tokens must be the student's. Soft
targets are the teacher's logits (Hinton, Vinyals and Dean 2015, temperature 1).
"""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from slantwise.train.examples import Example, Extent, SoftLabels, SoftPair
from slantwise.train.labels import HEADS
from slantwise.train.network import Network
from slantwise.train.reading import Reading, read_all
from slantwise.train.silver import noun_groups
from slantwise.train.soft_targets import WIDTHS
from slantwise.train.tokens import tokens_of

# Pairs of a sentence on which directed stance is taught.
PAIRS = 3


def teach(
    teacher: Network, examples: Sequence[Example], tokenizer: Tokenizer, tasks: Sequence[str]
) -> dict[str, SoftLabels]:
    """The teacher's labels by sentence; `examples` must have their words."""
    device = next(teacher.parameters()).device
    teacher.eval()

    def forward(ids: npt.NDArray[np.int64], mask: npt.NDArray[np.int64]) -> dict[str, npt.NDArray]:  # type: ignore[type-arg]
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            outputs = teacher(torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device))
        return {h: o.float().cpu().numpy() for h, o in zip(HEADS, outputs, strict=True)}

    unique = list({example.text: example for example in examples}.values())
    readings = read_all(unique, tokenizer, forward, batch_size=64)
    return {
        example.text: soft_labels(example, reading, tasks)
        for example, reading in zip(unique, readings, strict=True)
    }


def soft_labels(example: Example, reading: Reading, tasks: Sequence[str]) -> SoftLabels:
    """The labels of one sentence, from the teacher's reading of it."""
    groups = noun_groups(example.words) if example.words else []
    tokens = np.concatenate(
        [reading.heads[h].reshape(len(reading.offsets), -1) for h in WIDTHS], axis=1
    )
    nouns = sorted({token for group in groups for token in tokens_of(group, reading.offsets)})
    return SoftLabels(
        tasks=frozenset(tasks),
        bias=float(reading.heads["bias"]),
        tokens=tokens.astype(np.float16),
        nouns=tuple(nouns),
        pairs=tuple(soft_pairs(example.text, groups, reading)) if "directed" in tasks else (),
    )


def soft_pairs(text: str, groups: Sequence[Extent], reading: Reading) -> Iterator[SoftPair]:
    """Directed stances of a few ordered pairs of noun groups, the same ones for the same text."""
    pairs = [(a, b) for a in groups for b in groups if a != b]
    chance = random.Random(text)  # noqa: S311 - a sample, not secrets
    for a, b in chance.sample(pairs, min(PAIRS, len(pairs))):
        holder, target = tokens_of(a, reading.offsets), tokens_of(b, reading.offsets)
        if holder and target:
            yield SoftPair(holder, target, tuple(float(x) for x in reading.pair(a, b)))
