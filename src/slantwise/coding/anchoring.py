"""Finding a stretch of text again after it went through another tool.

Tools count characters differently (Label Studio in code points or UTF-16 units, by version; UIMA
in UTF-16 units) and may rewrite line ends, spaces and composed letters. So a stretch is found by
its words and the characters around them; where it was said to start only breaks ties.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from slantwise.coding.records import CONTEXT_CHARS
from slantwise.records import Span

_CLUSTER = re.compile(r"\s+|\S")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with what stands around them.

    Attributes:
        words: the words.
        left: characters before them; may be empty.
        right: characters after them.
        start: where they are said to start, in characters; breaks ties.
    """

    words: str
    left: str = ""
    right: str = ""
    start: int = 0


def quote(text: str, span: Span) -> Quote:
    """The words at `span` with 32 characters either side."""
    left = text[max(0, span.start - CONTEXT_CHARS) : span.start]
    return Quote(span.of(text), left, text[span.end : span.end + CONTEXT_CHARS], span.start)


def folded(text: str) -> str:
    r"""The text as it is compared.

    One space stands for any run of white space, letters are composed (NFC), and U+FFFD stands for
    what XML cannot hold.

    >>> folded("a\r\n b\u00a0e\u0301") == "a b é"
    True
    """
    return "".join(piece for piece, _ in _pieces(text))


def same_text(first: str, second: str) -> bool:
    r"""Whether two texts are one, apart from what tools rewrite.

    >>> same_text("a\r\nb ", "a\nb"), same_text("a", "b")
    (True, False)
    """
    return folded(first).strip() == folded(second).strip()


def locate(text: str, wanted: Quote) -> Span | None:
    """Where the quoted words stand in `text`; None where they do not, or are empty.

    Of several places the one whose surroundings agree longest with the quote's is taken, then
    the one nearest to `wanted.start`, then the first.

    >>> locate("one and one", Quote("one", left="one and "))
    Span(start=8, end=11)
    """
    pieces = list(_pieces(text))
    flat = "".join(piece for piece, _ in pieces)
    spans = [span for piece, span in pieces for _ in piece]
    words = folded(wanted.words).strip()
    if not words:
        return None
    left, right = folded(wanted.left), folded(wanted.right)

    def likeness(at: int) -> tuple[int, int]:
        before = _shared(flat[:at][::-1], left[::-1])
        after = _shared(flat[at + len(words) :], right)
        return before + after, -abs(spans[at].start - wanted.start)

    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", flat)]
    if not places:
        return None
    at = max(places, key=likeness)
    return Span(spans[at].start, spans[at + len(words) - 1].end)


def in_characters(text: str, start: int, end: int, words: str) -> Quote:
    """The quote at offsets of unknown unit: code points or UTF-16 units, whichever hold `words`.

    Where neither does, the words alone are the quote.

    The smile is one code point and two UTF-16 units.

    >>> in_characters("🙂 so", 2, 4, "so").start, in_characters("🙂 so", 3, 5, "so").start
    (2, 2)
    """
    for span in (_clipped(text, start, end), from_utf16(text, start, end)):
        if span is not None and same_text(span.of(text), words):
            return quote(text, span)
    return Quote(words, start=start)


def from_utf16(text: str, start: int, end: int) -> Span | None:
    """The span in characters of one in UTF-16 units; None where an end splits a character."""
    units = text.encode("utf-16-le", "surrogatepass")
    if not 0 <= 2 * start <= 2 * end <= len(units):
        return None
    try:
        before = units[: 2 * start].decode("utf-16-le")
        inside = units[2 * start : 2 * end].decode("utf-16-le")
    except UnicodeDecodeError:
        return None
    return Span(len(before), len(before) + len(inside))


def storable(text: str) -> str:
    r"""The text with U+FFFD for each character that XML 1.0 cannot hold; as long as before.

    >>> storable("a\x00b\n") == "a\ufffdb\n"
    True
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _pieces(text: str) -> Iterator[tuple[str, Span]]:
    """What each stretch of the text is compared as, and where it stands."""
    start = 0
    for end in _ends(text):
        stretch = text[start:end]
        blank = not stretch.strip()
        yield (" " if blank else unicodedata.normalize("NFC", storable(stretch))), Span(start, end)
        start = end


def _ends(text: str) -> Iterator[int]:
    """Ends of stretches: a run of white space, or a character with the marks that combine."""
    matches = list(_CLUSTER.finditer(text))
    for match, following in zip_longest(matches, matches[1:]):
        if following is None or not unicodedata.combining(following.group()[0]):
            yield match.end()


def _clipped(text: str, start: int, end: int) -> Span | None:
    return Span(start, end) if 0 <= start <= end <= len(text) else None


def _shared(first: str, second: str) -> int:
    """Length of the beginning that two texts share."""
    for number, (a, b) in enumerate(zip(first, second, strict=False)):
        if a != b:
            return number
    return min(len(first), len(second))
