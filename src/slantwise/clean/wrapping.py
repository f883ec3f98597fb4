"""Lines of the raw text put together into paragraphs.

Each line is a paragraph, unless the text is hard-wrapped: broken at a fixed width, so that the
next word would not have fitted on most lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from slantwise.records import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_STOP = re.compile(r"[.!?][\"'”’»)\]]*$")
_WIDEST = 130
_FEWEST_BREAKS = 3
_SHARE = 0.6
_SHARE_OF_FEW = 0.85
_MANY = 8
"""A text of eight breaks or more needs 60 % of them at the full width, since paragraphs end
where they like; a shorter one, nearly all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something visible on it.

    Attributes:
        span: where it stands, without the blanks at its ends.
        indent: blanks before it.
        first_word: length of its first word.
        hyphened: whether it ends in a hyphen, that is, perhaps within a word.
    """

    span: Span
    indent: int
    first_word: int
    hyphened: bool


def paragraphs_of(raw: str, blocks: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The lines of each paragraph, in order; blocks without anything visible give none."""
    lines = [list(_lines(raw, block)) for block in blocks]
    width = _wrapped_width(raw, lines)
    for block in lines:
        paragraph: list[Line] = []
        for line in block:
            if paragraph and not _goes_on(raw, paragraph[-1], line, width):
                yield tuple(kept.span for kept in paragraph)
                paragraph = []
            paragraph.append(line)
        if paragraph:
            yield tuple(kept.span for kept in paragraph)


def _lines(raw: str, block: Span) -> Iterator[Line]:
    for match in _LINE.finditer(raw, block.start, block.end):
        text = match.group()
        inner = text.strip()
        if inner:
            indent = len(text) - len(text.lstrip())
            start = match.start() + indent
            first_word = len(inner.split(maxsplit=1)[0])
            hyphened = inner.endswith(("-", "\u00ad"))
            yield Line(Span(start, start + len(inner)), indent, first_word, hyphened)


def _wrapped_width(raw: str, blocks: Sequence[Sequence[Line]]) -> int:
    """The width at which the text is broken; 0 where it is not hard-wrapped."""
    pairs = [
        (one, other)
        for block in blocks
        for one, other in pairwise(block)
        if not _is_parted(raw, one.span.end, other.span.start)
    ]
    width = max((_width(line) for pair in pairs for line in pair), default=0)
    if len(pairs) < _FEWEST_BREAKS or width > _WIDEST:
        return 0
    full = [one for one, other in pairs if not _fits(one, other, width)]
    share = _SHARE if len(pairs) >= _MANY else _SHARE_OF_FEW
    in_mid_sentence = sum(not _STOP.search(line.span.of(raw)) for line in full)
    wrapped = len(full) >= share * len(pairs) and in_mid_sentence >= 0.5 * len(full)
    return width if wrapped else 0


def _goes_on(raw: str, line: Line, following: Line, width: int) -> bool:
    """Whether the paragraph goes on from one line to the next."""
    if not width or _is_parted(raw, line.span.end, following.span.start):
        return False
    if following.indent > line.indent + 1:
        return False
    in_mid_sentence = raw[following.span.start].islower()
    return in_mid_sentence or not _fits(line, following, width)


def _is_parted(raw: str, start: int, end: int) -> bool:
    """Whether a blank line stands between."""
    return raw[start:end].replace("\r\n", "\n").count("\n") > 1


def _fits(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would have had room."""
    return not line.hyphened and _width(line) + 1 + following.first_word <= width


def _width(line: Line) -> int:
    return line.indent + len(line.span)
