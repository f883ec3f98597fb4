"""Sentences: sentencex proposes boundaries, quotations and abbreviations decide on them.

Quotation marks are blanked before the text is given to sentencex: it never splits inside
marks that it knows, and its time grows with the square of unmatched marks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sentencex import get_sentence_boundaries

from slantwise.records import Quotation, Sentence, Span
from slantwise.segment.blocks import Block
from slantwise.segment.quotations import Quoted
from slantwise.segment.repairs import name_and_verb_follow

MAX_SENTENCE_CHARACTERS = 1200
"""Longer sentences are cut: about what the encoder reads at once (256 word pieces)."""

RESPLIT_FROM_CHARACTERS = 60
"""Inside quotations shorter than this, about ten words, a full stop does not end a sentence."""

# Shortenings that stand before a name or number, with which sentencex knows no better.
_NO_END_AFTER = re.compile(
    r"(?:^|[\s(\[“\"‘'])(?:(?:[A-Z]\.)+|Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Sgt|"
    r"Capt|Cpl|Maj|Cmdr|Adm|Pres|Hon|Rev|Fr|St|Mt|Ft|vs|No|Nos|no)\.$"
)
# Words that begin a sentence even after "U.S." and the like, and never go on with a name.
_BEGINS = re.compile(
    r"(?:The|He|She|It|They|We|You|But|And|This|That|These|Those|There|His|Her|Their|Its|Our|"
    r"However|Meanwhile|After|Before|When|While|If|As|In|On|At|For|With|Since|Although)\b"
)
_NUMBER_SHORT = re.compile(r"(?:^|\W)[Nn]os?\.$")
_LONGEST_SHORTENING = 12
_MARKS_BLANKED = str.maketrans(dict.fromkeys("\"“”„‟«»‹›‘'’‚‛`", " "))
_BLANKS_AND_MARKS = frozenset(" \t\n\r\u00a0“„«\"'‘‹‟([")


def sentences_in(text: str, blocks: Sequence[Block], quoted: Quoted) -> tuple[Sentence, ...]:
    """The sentences of all blocks; together they cover every non-blank character once."""
    masked = text.translate(_MARKS_BLANKED)
    quotations = [q for q in quoted.quotations if q.depth == 0]
    starts = [quotation.span.start for quotation in quotations]
    made: list[Sentence] = []
    for block in blocks:
        low = bisect_right(starts, block.span.start - 1)
        high = bisect_right(starts, block.span.end)
        cuts = _cuts(text, masked, block.span, quoted.openings)
        kept = _kept(text, cuts, quotations[low:high])
        for span in _bounded(text, _pieces(text, block.span, kept)):
            made.append(Sentence(len(made), span, block.paragraph))
    return tuple(made)


def _cuts(text: str, masked: str, block: Span, openings: frozenset[int]) -> Iterator[int]:
    """Offsets at which sentencex starts a new sentence, put before opening marks."""
    for found in get_sentence_boundaries("en", masked[block.start : block.end]):
        cut = block.start + found["start_index"]
        while cut < block.end and text[cut].isspace():
            cut += 1
        while cut > block.start and _leads(text, cut - 1, openings):
            cut -= 1
        if cut > block.start and not _goes_on(text, cut):
            yield cut


def _leads(text: str, offset: int, openings: frozenset[int]) -> bool:
    """Whether the character stands between sentences or leads the one that follows it."""
    if offset in openings or text[offset].isspace():
        return True
    # An apostrophe that begins a word ("’90s").
    return text[offset] in "'’‘" and (offset == 0 or text[offset - 1].isspace())


def _goes_on(text: str, cut: int) -> bool:
    """Whether the sentence before the cut is not over: lower case, a shortening, an initial."""
    following = cut
    while following < len(text) and text[following] in _BLANKS_AND_MARKS:
        following += 1
    if text[following : following + 1].islower():
        return True
    before = text[max(0, cut - _LONGEST_SHORTENING) : cut].rstrip()
    if not _NO_END_AFTER.search(before):
        return False
    if _NUMBER_SHORT.search(before):
        return text[following : following + 1].isdigit()
    return _BEGINS.match(text, following) is None


def _kept(text: str, cuts: Iterator[int], quotations: Sequence[Quotation]) -> Iterator[int]:
    """The cuts that split no short quotation and no quotation from its reporting clause."""
    index = 0
    for cut in cuts:
        while index < len(quotations) and quotations[index].span.end < cut:
            index += 1
        if index == len(quotations) or quotations[index].span.start >= cut:
            yield cut
            continue
        quotation = quotations[index]
        inside = cut < quotation.span.end
        if inside and len(quotation.content) < RESPLIT_FROM_CHARACTERS:
            continue
        if inside or not _asks(text, quotation):
            yield cut


def _asks(text: str, quotation: Quotation) -> bool:
    """Whether the quotation's own stop is followed by its clause ("“Why?” John asked.")."""
    asked = text[quotation.content.end - 1] in "?!…"
    return asked and name_and_verb_follow(text, quotation.span.end)


def _pieces(text: str, block: Span, cuts: Iterator[int]) -> Iterator[Span]:
    start = block.start
    for end in (*cuts, block.end):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + piece.index(stripped[0])
            yield Span(left, left + len(stripped))
        start = end


def _bounded(text: str, pieces: Iterator[Span]) -> Iterator[Span]:
    """The pieces, those that are too long cut at the last blank within bounds."""
    for piece in pieces:
        start = piece.start
        while piece.end - start > MAX_SENTENCE_CHARACTERS:
            end = _last_blank(text, start, start + MAX_SENTENCE_CHARACTERS)
            yield Span(start, start + len(text[start:end].rstrip()))
            start = end
            while text[start].isspace():
                start += 1
        yield Span(start, piece.end)


def _last_blank(text: str, start: int, limit: int) -> int:
    for end in range(limit, start, -1):
        if text[end].isspace():
            return end
    # A single word longer than any sentence is cut where it is.
    return limit
