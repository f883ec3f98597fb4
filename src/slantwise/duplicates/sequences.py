"""Words of a text, and its five-word sequences as numbers. No text is kept."""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SEQUENCE_WORDS = 5
"""Words a sequence: long enough that two texts seldom share one by chance."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(31)

Hashes = NDArray[np.uint64]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in order.

    >>> words_of("Talks “stall” over O’Brien’s plan")
    ['talks', 'stall', 'over', 'o’brien’s', 'plan']
    """
    return _WORD.findall(text.lower())


def sequence_hashes(words: Sequence[str]) -> Hashes:
    """Array [sequence]: a hash of each five words that follow one another, in order.

    The same words give the same hash on every machine. Empty for fewer than five words.
    """
    n = len(words) - SEQUENCE_WORDS + 1
    if n <= 0:
        return np.empty(0, np.uint64)
    row = np.fromiter(map(crc32, map(str.encode, words)), np.uint64, len(words))
    hashes = np.zeros(n, np.uint64)
    for offset in range(SEQUENCE_WORDS):
        hashes = _mixed(hashes + row[offset : offset + n])
    return hashes


def _mixed(values: Hashes) -> Hashes:
    """Values with every bit depending on every other, as hashes need."""
    values = (values ^ (values >> _SHIFT)) * _MULTIPLIER
    return values ^ (values >> _SHIFT)
