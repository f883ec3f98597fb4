"""Which repaired characters stand for which original ones."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from slantwise.clean.mapped import Mapped, as_whole, joined

_WORD = re.compile(r"\s+|\S+")
_LONGEST_PAIR = 250_000
"""Characters times characters above which two differing stretches are not looked into, but
stand for one another as wholes."""

_Change = tuple[int, int, int, int]
"""Start and end before the repair, start and end after it."""


def realigned(text: Mapped, repaired: str) -> Mapped:
    """The repaired text, each character of it mapped to where it came from.

    Equal stretches correspond character by character, others as wholes. Characters that the
    repair inserts stand for the character before them.

    >>> from slantwise.clean.mapped import unchanged
    >>> from slantwise.records import Span
    >>> done = realigned(unchanged("a ﬁn b", Span(0, 6)), "a fin b")
    >>> list(done.starts)
    [0, 1, 2, 2, 3, 4, 5]
    """
    parts, reached = [], 0
    for start, end, new_start, new_end in _changes(text.text, repaired):
        parts.append(text.slice(reached, start))
        if new_end > new_start:
            parts.append(as_whole(repaired[new_start:new_end], text.slice(start, end).raw))
        reached = end
    return joined([*parts, text.slice(reached, len(text))])


def _changes(old: str, new: str) -> list[_Change]:
    """The stretches that differ, in order, none of them empty before the repair."""
    changes: list[_Change] = []
    for start, end, new_start, new_end in _differing(old, new):
        last = changes[-1] if changes else (0, 0, 0, 0)
        if start < end:
            changes.append((start, end, new_start, new_end))
        elif changes and start == last[1]:
            changes[-1] = (last[0], last[1], last[2], new_end)
        elif start:
            changes.append((start - 1, end, new_start - 1, new_end))
        else:
            changes.append((start, end + 1, new_start, new_end + 1))
    return changes


def _differing(old: str, new: str) -> Iterator[_Change]:
    """Words are compared first, then the characters of the words that differ."""
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    at, new_at = _offsets(old_words), _offsets(new_words)
    for i, j, k, m in _unequal(old_words, new_words):
        start, end, new_start, new_end = at[i], at[j], new_at[k], new_at[m]
        if (end - start) * (new_end - new_start) > _LONGEST_PAIR:
            yield start, end, new_start, new_end
            continue
        for p, q, r, s in _unequal(old[start:end], new[new_start:new_end]):
            yield start + p, start + q, new_start + r, new_start + s


def _offsets(words: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, words), initial=0))


def _unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield start, end, new_start, new_end
