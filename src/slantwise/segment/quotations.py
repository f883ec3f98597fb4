"""The quotations of an article: paired paragraph by paragraph, mended, numbered."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from slantwise.records import Quotation, Span
from slantwise.segment.blocks import HEADLINE, Block, stripped
from slantwise.segment.marks import Family, Mark, marks_in
from slantwise.segment.pairing import Pairing, Stretch
from slantwise.segment.repairs import end_of_unclosed, start_of_unopened


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of an article and where they open.

    Attributes:
        quotations: in order of their starts.
        openings: offsets of the characters of all opening marks.
    """

    quotations: tuple[Quotation, ...]
    openings: frozenset[int]


def quotations_in(text: str, blocks: Sequence[Block]) -> Quoted:
    """The quotations of the headline and the paragraphs; all empty for no blocks."""
    quotations: list[Quotation] = []
    openings: set[int] = set()
    previous: int | None = None
    for index, block in enumerate(blocks):
        pairing = Pairing(text, block.span.end)
        pairing.read(tuple(marks_in(text, block.span)))
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        reopened = _reopened(text, following) if block.paragraph != HEADLINE else None
        found = _with_depth(_spans(text, block.span, pairing, reopened))
        if previous is not None and found and found[0].span.start == block.span.start:
            found[0] = replace(found[0], continues=previous)
        previous = _left_open(found, block, len(quotations)) if reopened else None
        quotations += found
        for stretch in pairing.stretches:
            openings.update(range(stretch.opening.start, stretch.opening.end))
    return Quoted(tuple(quotations), frozenset(openings))


def _reopened(text: str, block: Block | None) -> Family | None:
    """The family of the mark that the block begins with; None where it begins with none."""
    if block is None:
        return None
    start = Span(block.span.start, min(block.span.end, block.span.start + 3))
    first = next(marks_in(text, start), None)
    starts = first is not None and first.start == start.start and first.opens
    return first.family if first is not None and starts else None


def _left_open(found: Sequence[Quotation], block: Block, offset: int) -> int | None:
    for index in reversed(range(len(found))):
        quotation = found[index]
        if not quotation.closed and quotation.depth == 0 and quotation.span.end == block.span.end:
            return offset + index
    return None


def _roles(pairing: Pairing) -> list[Mark]:
    marks = list(pairing.orphans)
    for stretch in pairing.stretches:
        if stretch.closing is not None:
            marks += (stretch.opening, stretch.closing)
        elif stretch.opening.family is not Family.SINGLE:
            marks.append(stretch.opening)
    return marks


def _spans(text: str, block: Span, pairing: Pairing, reopened: Family | None) -> list[Quotation]:
    """The quotations of one block, in order, all with depth 0."""
    doubles = sorted(
        stretch.opening.start
        for stretch in pairing.stretches
        if stretch.opening.family is not Family.SINGLE
    )
    edges = sorted([block.start, *(mark.end for mark in _roles(pairing))])
    last = _last_open(pairing, block, reopened)
    quotations = []
    for stretch in pairing.stretches:
        if stretch.closing is None and stretch.opening.start != last:
            made = _unclosed(text, stretch, doubles)
        else:
            made = _made(text, stretch, stretch.limit)
        if made is not None:
            quotations.append(made)
    for mark in pairing.orphans:
        earliest = edges[bisect_right(edges, mark.start) - 1]
        start = start_of_unopened(text, mark, earliest)
        if start is not None and start < mark.start:
            content = stripped(text, Span(start, mark.start))
            span = Span(content.start, mark.end)
            quotations.append(Quotation(span, content, 0, single=False, closed=True))
    return sorted(quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end))


def _last_open(pairing: Pairing, block: Span, reopened: Family | None) -> int:
    """Start of the quotation that the next paragraph goes on with; -1 where there is none."""
    starts = [
        stretch.opening.start
        for stretch in pairing.stretches
        if stretch.closing is None and stretch.opening.family is reopened
    ]
    if reopened is Family.SINGLE:
        # Elsewhere a straight single mark that nothing closes is an apostrophe.
        curly = {s.opening.start for s in pairing.stretches if s.opening.char == "‘"}
        starts = [start for start in starts if start == block.start or start in curly]
    return max(starts, default=-1)


def _unclosed(text: str, stretch: Stretch, doubles: Sequence[int]) -> Quotation | None:
    opening = stretch.opening
    if opening.family is Family.SINGLE:
        # A single mark that nothing closes is an apostrophe.
        return None
    following = bisect_right(doubles, opening.start)
    limit = min(stretch.limit, doubles[following] if following < len(doubles) else stretch.limit)
    return _made(text, stretch, end_of_unclosed(text, opening.end, limit))


def _made(text: str, stretch: Stretch, end: int) -> Quotation | None:
    opening, closing = stretch.opening, stretch.closing
    content = stripped(text, Span(opening.end, max(opening.end, end)))
    if not len(content):
        return None
    span = Span(opening.start, closing.end if closing else content.end)
    single = opening.family in (Family.SINGLE, Family.ANGLE)
    return Quotation(span, content, 0, single=single, closed=closing is not None)


def _with_depth(quotations: Sequence[Quotation]) -> list[Quotation]:
    ends: list[int] = []
    nested = []
    for quotation in quotations:
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        nested.append(replace(quotation, depth=len(ends)) if ends else quotation)
        ends.append(quotation.span.end)
    return nested
