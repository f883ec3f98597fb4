"""Lines such as "Outlet: The Example" at the top of a text file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from slantwise.ingest.blocks import lines_in, tight
from slantwise.records import Span

_KEYS: Mapping[str, str] = {
    "outlet": "outlet", "source": "outlet", "publication": "outlet", "newspaper": "outlet",
    "publisher": "outlet",
    "title": "title", "headline": "title",
    "date": "date", "published": "date",
    "byline": "byline", "author": "byline", "authors": "byline",
    "url": "url", "link": "url",
    "event": "event",
    "id": "id",
    "language": "language",
    "section": "", "category": "", "topic": "", "tags": "", "keywords": "", "agency": "",
    "place": "", "location": "", "page": "", "edition": "", "words": "", "length": "",
    "licence": "", "license": "",
}  # fmt: skip
"""Field of the article for each key; empty for keys that are understood and not used."""

_HEADER = re.compile(r"([A-Za-z]{2,12})[ \t\u00a0]*:[ \t\u00a0]*(.*)")


@dataclass(frozen=True, slots=True)
class Headers:
    """What the header lines say.

    Attributes:
        values: text by field; a field given twice keeps the first.
        title: where the headline stands in the text, where a header gives it.
        end: where the headers end in the text; 0 where there are none.
    """

    values: Mapping[str, str]
    title: Span | None
    end: int


def read_headers(text: str) -> Headers:
    r"""The header lines at the top of the text, up to the first line that is none.

    >>> read_headers("Outlet: The Example\nDate: 2026-03-04\n\nHills burn").values
    {'outlet': 'The Example', 'date': '2026-03-04'}
    """
    values: dict[str, str] = {}
    title: Span | None = None
    end = 0
    for line in lines_in(text, Span(0, len(text))):
        match = _HEADER.fullmatch(line.of(text))
        field = _KEYS.get(match[1].lower()) if match else None
        if match is None or field is None or _parted(text, end, line.start):
            break
        end = line.end
        value = tight(text, Span(line.start + match.start(2), line.end))
        if field == "title" and title is None and len(value):
            title = value
        elif field and field != "title":
            values.setdefault(field, value.of(text))
    return Headers(values, title, end)


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a blank line stands between the last header and this line."""
    between = text[end:start].replace("\r\n", "\n").replace("\r", "\n")
    return end > 0 and between.count("\n") > 1
