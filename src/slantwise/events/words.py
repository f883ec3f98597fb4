"""Words of an article as numbers: what it is about, and which five-word sequences it holds.

First step of the `events` stage. No text is kept: a word becomes a 32-bit checksum.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from slantwise.duplicates.sequences import Hashes, sequence_hashes, words_of
from slantwise.events.stopwords import STOPWORDS

__all__ = ["Hashes", "Terms", "fold", "sketch", "term", "terms", "words_of"]

KEEP_ONE_IN = 4
"""A sequence is kept where its hash falls in the lowest quarter: the same quarter for every
text, so that shares of kept sequences estimate shares of all."""

_LIMIT = np.uint64(2**64 // KEEP_ONE_IN)

Terms = dict[int, float]


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
    hashes = sequence_hashes(body)
    kept = np.sort(hashes[hashes < _LIMIT])
    first = np.ones(len(kept), np.bool_)
    first[1:] = kept[1:] != kept[:-1]
    return kept[first]
