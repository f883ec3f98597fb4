"""Leaving out train sentences that repeat, wholly or nearly, a sentence set aside for testing."""

import re
from collections.abc import Iterable, Sequence

from slantwise.train.examples import Example

WORD = re.compile(r"\w+")
SHINGLE = 5
# A sentence counts as a near-duplicate when half of its five-word runs stand in one set aside.
# The value is a choice, not tuned: quotations shared by two reports stay under it.
SHARE = 0.5


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of five words of `text` in lower case; shorter texts give one run of all words."""
    words = WORD.findall(text.lower())
    last = max(1, len(words) - SHINGLE + 1)
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(last))


def without_overlap(examples: Sequence[Example], aside: Iterable[str]) -> list[Example]:
    """Examples of which less than half of the five-word runs stand in the texts `aside`.

    Order is kept.

    >>> without_overlap([Example("a", "One two three four five six.")], ["one two three four five"])
    []
    """
    kept_aside: set[tuple[str, ...]] = set()
    for text in aside:
        kept_aside |= shingles(text)
    kept = []
    for example in examples:
        runs = shingles(example.text)
        if len(runs & kept_aside) < SHARE * len(runs):
            kept.append(example)
    return kept
