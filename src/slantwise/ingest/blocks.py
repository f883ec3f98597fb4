"""Stretches of a raw text: lines, and blocks of lines parted by blank ones."""

import re
from collections.abc import Iterator

from slantwise.records import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLOCK = re.compile(
    r"\S[^\r\n\u2028\u2029]*+"
    r"(?:(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*+\S[^\r\n\u2028\u2029]*+)*+"
)
"""Lines with something visible, with one line break between any two. One search a block, since
this is half of the time that reading a record of JSON Lines takes."""


def lines_in(text: str, within: Span) -> Iterator[Span]:
    r"""The lines that hold anything visible, in order, without the blanks around them.

    >>> [span.of("a\r\n\n  b ") for span in lines_in("a\r\n\n  b ", Span(0, 7))]
    ['a', 'b']
    """
    for match in _LINE.finditer(text, within.start, within.end):
        span = tight(text, Span(match.start(), match.end()))
        if len(span):
            yield span


def blocks_in(text: str, within: Span) -> tuple[Span, ...]:
    r"""The blocks of lines between blank lines, in order, without the blanks around them.

    >>> [span.of("a\nb\n \nc") for span in blocks_in("a\nb\n \nc", Span(0, 7))]
    ['a\nb', 'c']
    """
    return tuple(
        Span(match.start(), match.start() + len(match.group().rstrip()))
        for match in _BLOCK.finditer(text, within.start, within.end)
    )


def tight(text: str, span: Span) -> Span:
    """The span without the blanks at both ends; empty where all is blank.

    >>> tight("  ab ", Span(0, 5))
    Span(start=2, end=4)
    """
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))
