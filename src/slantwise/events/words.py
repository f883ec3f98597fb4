"""Words of an article as numbers: what it is about, and which five-word sequences it holds.

First step of the `events` stage. No text is kept: a word becomes a 32-bit checksum.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from slantwise.events.stopwords import STOPWORDS

SHINGLE_WORDS = 5
"""Words a sequence: long enough that two texts seldom share one by chance."""

KEEP_ONE_IN = 4
"""A sequence is kept where its hash falls in the lowest quarter: the same quarter for every
text, so that shares of kept sequences estimate shares of all."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIMIT = np.uint64(2**64 // KEEP_ONE_IN)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(31)

Terms = dict[int, float]
Hashes = NDArray[np.uint64]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in order.

    >>> words_of("Talks “stall” over O’Brien’s plan")
    ['talks', 'stall', 'over', 'o’brien’s', 'plan']
    """
    return _WORD.findall(text.lower())


def terms(title: Sequence[str], body: Sequence[str], *, title_weight: float) -> Terms:
    """Weight of each content word, by the word's checksum; empty where there is none.

    A word counts `title_weight` times for each use in the headline, once for each use in the
    body. Names count as words: weighting them apart did not help.

    Args:
        title: words of the headline.
        body: words of the part of the body that counts.
        title_weight: how often a word of the headline counts.
    """
    counts: Terms = {}
    for words, weight in ((title, title_weight), (body, 1.0)):
        for key in map(term, words):
            if key:
                counts[key] = counts.get(key, 0.0) + weight
    return counts


@lru_cache(maxsize=2**18)
def term(word: str) -> int:
    """Checksum of the folded word; 0 for a function word or a single character.

    >>> term("trump’s") == term("trump") and term("senators") == term("senator")
    True
    >>> term("the")
    0
    """
    folded = fold(word)
    if len(folded) < 2 or folded in STOPWORDS:
        return 0
    return crc32(folded.encode())


def fold(word: str) -> str:
    """A word in lower case without possessive ending, inner apostrophes and plural s.

    >>> fold("o’brien’s"), fold("talks"), fold("press")
    ('obrien', 'talk', 'press')
    """
    folded = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if len(folded) > 4 and folded.endswith("s") and not folded.endswith("ss"):
        return folded[:-1]
    return folded


def sketch(body: Sequence[str]) -> Hashes:
    """Hashes of about one in four of the five-word sequences, sorted, each once.

    Whether a sequence is kept depends on its words alone, so the share of one sketch found in
    another estimates containment (Broder 1997, with a fixed share in place of a fixed number).
    Empty for fewer than five words.
    """
    n = len(body) - SHINGLE_WORDS + 1
    if n <= 0:
        return np.empty(0, np.uint64)
    row = np.fromiter(map(crc32, map(str.encode, body)), np.uint64, len(body))
    hashes = np.zeros(n, np.uint64)
    for offset in range(SHINGLE_WORDS):
        hashes = _mixed(hashes + row[offset : offset + n])
    kept = np.sort(hashes[hashes < _LIMIT])
    first = np.ones(len(kept), np.bool_)
    first[1:] = kept[1:] != kept[:-1]
    return kept[first]


def _mixed(values: Hashes) -> Hashes:
    """Values with every bit depending on every other, as hashes need."""
    values = (values ^ (values >> _SHIFT)) * _MULTIPLIER
    return values ^ (values >> _SHIFT)
