"""A teacher's labels of sentences on disk, so that a training that was cut off asks it no twice.

A file holds one slice of sentences, written at once or not at all.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgpack
import numpy as np

from slantwise.train.examples import SoftLabels, SoftPair
from slantwise.train.soft_targets import WIDTHS

SLICE = 2048
"""Sentences a file."""

_Item = TypeVar("_Item")
_N_COLUMNS = sum(WIDTHS.values())


def kept_labels(
    items: Sequence[_Item],
    label: Callable[[Sequence[_Item]], Sequence[SoftLabels]],
    folder: Path,
    signature: str,
) -> list[SoftLabels]:
    """What `label` says of each item, in order; from `folder` where it has said so before.

    Args:
        items: sentences, with all that their labels rest on in their repr.
        label: asks the teacher.
        folder: where slices are kept.
        signature: digest of the teacher and of how it is read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found: list[SoftLabels] = []
    for start in range(0, len(items), SLICE):
        part = items[start : start + SLICE]
        digest = hashlib.sha256(f"{signature}{[*part]!r}".encode()).hexdigest()
        file = folder / f"{digest[:32]}.msgpack"
        if not file.exists():
            ready = file.with_suffix(".tmp")
            ready.write_bytes(msgpack.packb([as_row(each) for each in label(part)]))
            ready.replace(file)
        found += [from_row(row) for row in msgpack.unpackb(file.read_bytes())]
    return found


def as_row(labels: SoftLabels) -> list[Any]:
    """Labels as plain values; numbers of tokens keep their bits."""
    pairs = [[p.holder, p.target, p.logits] for p in labels.pairs]
    tokens = labels.tokens.astype("<f2").tobytes()
    return [sorted(labels.tasks), labels.bias, tokens, labels.nouns, pairs]


def from_row(row: Sequence[Any]) -> SoftLabels:
    """The inverse of `as_row`."""
    tasks, bias, tokens, nouns, pairs = row
    return SoftLabels(
        tasks=frozenset(tasks),
        bias=bias,
        tokens=np.frombuffer(tokens, dtype="<f2").reshape(-1, _N_COLUMNS),
        nouns=tuple(nouns),
        pairs=tuple(SoftPair(tuple(h), tuple(t), tuple(logits)) for h, t, logits in pairs),
    )
