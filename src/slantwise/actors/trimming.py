"""Names without what stands around them: articles, quotation marks, brackets, possessives."""

import re
import unicodedata

from slantwise.records import Span

_ARTICLES = ("the", "a", "an")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros)\.$")
_FIRST_WORD = re.compile(r"[A-Za-z]{1,3}(?=\s)")
_APOSTROPHES = "'’ʼ`´"


def trim(text: str, span: Span) -> Span:
    """A span without leading article, quotation marks and brackets, and trailing possessive.

    >>> trim("the Turkish Army’s", Span(0, 18))
    Span(start=4, end=16)
    """
    start, end = span.start, span.end
    while start < end:
        word = _FIRST_WORD.match(text, start, end)
        if word and word.group().lower() in _ARTICLES and text[word.end() : end].strip():
            start = word.end()
        elif text[start].isalnum():
            break
        else:
            start += 1
    bracket = text.find("(", start, end) >= 0
    while start < end and not _belongs(text[end - 1]):
        if _keeps_end(text[max(start, end - 8) : end], bracket):
            break
        end -= 1
    possessive = end - start > 2 and text[end - 1] == "s" and text[end - 2] in _APOSTROPHES
    return Span(start, end - 2) if possessive else Span(start, end)


def _belongs(character: str) -> bool:
    # A combining mark is the end of the letter before it.
    return character.isalnum() or unicodedata.category(character) == "Mn"


def _keeps_end(ending: str, bracket: bool) -> bool:
    return (bracket and ending[-1] == ")") or _ABBREVIATED.search(ending) is not None
