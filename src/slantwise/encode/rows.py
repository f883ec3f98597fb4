"""Sentences as padded rows of token ids, grouped so that company never changes a result.

A row's padded length depends on its own length alone, so a sentence meets the very same
arithmetic whatever shares its batch.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.encode.tokens import SentenceTokenizer, Tokens

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """One window of a sentence, as the encoder reads it.

    Attributes:
        sentence: position of the sentence among those given.
        ids: token ids with the first and last special token.
        offsets: start and end of each token (special ones left out) in the sentence; a name's
            stand-in has the whole name's.
        length: padded length.
    """

    sentence: int
    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    length: int


def make_rows(
    texts: Sequence[str], tokenizer: SentenceTokenizer, buckets: Sequence[int]
) -> list[Row]:
    """Rows of all sentences in order; a sentence over the longest bucket gives several."""
    rows: list[Row] = []
    for sentence, tokens in enumerate(tokenizer.encode_batch(texts)):
        rows.extend(_windows(sentence, tokens, buckets))
    return rows


def _windows(sentence: int, tokens: Tokens, buckets: Sequence[int]) -> Iterator[Row]:
    ids, offsets = tokens.ids, tokens.offsets
    first, last = ids[0], ids[-1]
    room = buckets[-1] - 2
    for start in range(1, max(2, len(ids) - 1), room):
        stop = min(start + room, len(ids) - 1)
        window = (first, *ids[start:stop], last)
        length = buckets[bisect_left(buckets, len(window))]
        yield Row(sentence, window, offsets[start:stop], length)


def make_batches(rows: Sequence[Row], max_tokens: int) -> Iterator[list[int]]:
    """Positions of rows of one padded length, at most `max_tokens` tokens a batch.

    >>> rows = [Row(0, (1, 2), (), 16), Row(1, (1, 2), (), 24), Row(2, (1, 2), (), 16)]
    >>> list(make_batches(rows, max_tokens=64))
    [[0, 2], [1]]
    """
    by_length: dict[int, list[int]] = {}
    for position, row in enumerate(rows):
        by_length.setdefault(row.length, []).append(position)
    for length in sorted(by_length):
        positions = by_length[length]
        step = max(1, max_tokens // length)
        for start in range(0, len(positions), step):
            yield positions[start : start + step]


def pad(rows: Sequence[Row]) -> tuple[Integers, Integers]:
    """Token ids and attention mask [row, token] of rows of one padded length."""
    ids = np.zeros((len(rows), rows[0].length), dtype=np.int64)
    mask = np.zeros_like(ids)
    for position, row in enumerate(rows):
        ids[position, : len(row.ids)] = row.ids
        mask[position, : len(row.ids)] = 1
    return ids, mask
