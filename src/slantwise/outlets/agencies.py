"""Wire agencies named in bylines, datelines and the last line of an article.

A mark counts where its form shows that it is one: as a whole part of a byline, in the brackets of
a dateline, before a slash at the beginning, or alone at the end. "AP" in a sentence does not.
"""

import re
from collections.abc import Iterator, Sequence

from slantwise.outlets.entries import Outlet
from slantwise.outlets.table import OutletTable

_PARTING = re.compile(r"\s*[|•·,;/]\s*|\s+(?:[-–—]|and|with|for|via|from|at)\s+|\s*&\s*")
_BY = re.compile(r"^(?:by|from|source)[:\s]+", re.IGNORECASE)
_ROLE = re.compile(
    r"\s+(?:(?:business|sports|political|diplomatic|medical|science|entertainment|national"
    r"|foreign|special|white house|news)\s+)*"
    r"(?:(?:staff\s+)?(?:writers?|reporters?|correspondents?)|staff|agency|news agency|newswires?"
    r"|wire(?: services?)?|news service|in [A-Z]\w+)$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n]{0,80}?)?\s*[(\[](?P<marks>[^()\[\]\n]{2,40})[)\]]\s*"
    r"(?:[-–—:]|$)"
)
_SLASHED = re.compile(r"[^()/\n]{0,60}?,?\s*/(?P<mark>[\w -]{2,30})/")
_BARE = re.compile(r"(?P<mark>[^\W\d_][\w'’. ]{1,30}?)\s*/\s*[A-Z]")
_END = re.compile(r"^\W*(?P<marks>[^\n]{2,60}?)\W*$")
_LEAD = 3
_LONGEST_END = 60


def agencies_of(byline: str, paragraphs: Sequence[str], table: OutletTable) -> tuple[str, ...]:
    """Names of the agencies that the byline, the first paragraphs or the last one name.

    In the order in which they stand, each once; none where none is named.

    Args:
        byline: as the file gives it; may be empty.
        paragraphs: of the body.
        table: the outlet table, whose agencies have marks.

    >>> ap = Outlet("ap", "Associated Press", kind="agency", marks=("AP",))
    >>> agencies_of("", ["QORA, May 3 (AP) — Talks stalled."], OutletTable([ap]))
    ('Associated Press',)
    """
    texts = [*_in_byline(byline)]
    for paragraph in paragraphs[:_LEAD]:
        texts += _in_dateline(paragraph)
    for paragraph in [p for p in (byline, *paragraphs[:_LEAD]) if p.lstrip()[:3].lower() == "by "]:
        texts += _in_byline(paragraph) if len(paragraph) <= 2 * _LONGEST_END else ()
    if paragraphs[_LEAD:] and len(paragraphs[-1]) <= _LONGEST_END:
        match = _END.match(paragraphs[-1])
        texts += _PARTING.split(match["marks"]) if match else ()
    found = (_agency(text, table) for text in texts)
    return tuple(dict.fromkeys(agency.name for agency in found if agency is not None))


def _in_byline(byline: str) -> Iterator[str]:
    text = _BY.sub("", " ".join(byline.replace("(", "| ").replace(")", " |").split()))
    for part in _PARTING.split(text):
        yield part
        plain = _ROLE.sub("", part)
        yield plain
        words = plain.split()
        yield from (" ".join(words[-n:]) for n in (2, 3) if len(words) > n)


def _in_dateline(paragraph: str) -> Iterator[str]:
    match = _DATELINE.match(paragraph)
    if match is not None and _is_place(match["place"] or ""):
        yield from _PARTING.split(match["marks"])
    for form in (_SLASHED, _BARE):
        bare = form.match(paragraph)
        if bare is not None:
            yield bare["mark"]


def _is_place(text: str) -> bool:
    """Whether it can be a dateline's place and date: short, or with its first word in capitals."""
    words = text.split()
    return not words or words[0].isupper() or len(words) <= 4


def _agency(text: str, table: OutletTable) -> Outlet | None:
    """The agency of that mark, or of that full name; acronyms must stand in their capitals."""
    plain = text.strip(" .\t\u00a0")
    for written in (plain, plain.removeprefix("The ").removeprefix("the ")):
        if written in table.marks:
            return table.marks[written]
    if len(plain) <= _SHORT or plain.isupper():
        return None
    found = table.resolve(plain) if "." not in plain else None
    return found if found is not None and found.kind == "agency" and found.marks else None


_SHORT = 5
"""A name of so few letters is an acronym or a word, and counts in its very capitals alone."""
