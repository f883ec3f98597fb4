"""Quotation marks as they stand in a text, each with what its neighbours let it be.

Whether a mark really opens or closes is decided in `pairing`, which knows what is open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from slantwise.records import Span


class Family(StrEnum):
    """Marks that can close one another."""

    DOUBLE = "double"
    GUILLEMET = "guillemet"
    SINGLE = "single"
    ANGLE = "angle"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, or an apostrophe at the edge of a word.

    Attributes:
        start: offset of its first character.
        end: offset after its last character (`` and '' are two characters).
        char: the mark as written.
        family: which marks it can pair with.
        opens: whether its neighbours let it open a quotation.
        closes: whether its neighbours let it close one.
    """

    start: int
    end: int
    char: str
    family: Family
    opens: bool
    closes: bool


# An apostrophe between two letters is never a mark, so the pattern leaves it out.
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‚‛]|(?<!\w)[‘'’]|[‘'’](?!\w)")
# Decades and clipped words that begin with an apostrophe.
_CLIPPED = re.compile(
    r"['‘’](?:\d0s?\b|\d\ds?\b|(?:em|tis|twas|twere|til|cause|cos|round|bout|nuff)\b|n['’])",
    re.IGNORECASE,
)
_FAMILIES = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟"), Family.DOUBLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.ANGLE),
    **dict.fromkeys("‘'’‚‛", Family.SINGLE),
}
_BEFORE_OPENING = frozenset("([{<—–-/|:;,*_…“”„«‘'\"")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/|*_…”“»’'\"")


def marks_in(text: str, block: Span) -> Iterator[Mark]:
    """The quotation marks of one headline or paragraph, in order."""
    for found in _MARK.finditer(text, block.start, block.end):
        yield _mark(text, found, block)


def _mark(text: str, found: re.Match[str], block: Span) -> Mark:
    start, end, char = found.start(), found.end(), found.group()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    family = _FAMILIES[char]
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if family is Family.SINGLE:
        opens = opens and char != "’" and not _CLIPPED.match(text, start)
        closes = closes and char != "‚"
    elif char == '"' and before.isdigit() and closes:
        # 6'2" and 19" are inches unless a quotation is open, which `pairing` knows.
        return Mark(start, end, "inch", family, opens, closes)
    return Mark(start, end, char, family, opens, closes)
