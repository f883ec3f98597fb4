"""Factiva XML: a `PPSResponse` with one `article` after another."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.databases.counts import count_problem
from slantwise.ingest.databases.documents import ASIDE, BODY, Document, Part, drafts_from, flat
from slantwise.ingest.databases.factiva_codes import with_credit
from slantwise.ingest.databases.xml_elements import Bounded, RefusedXmlError, elements
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_START = re.compile(
    r"<(?:\w+:)?(?:PPSResponse|ppsArticleResponse|ppsarticleResultSet|ppsarticle)\b"
)
_FIELDS = {
    "accessionNo": "id", "baseLanguage": "language", "byline": "byline", "credit": "credit",
    "headline": "title", "leadParagraph": BODY, "tailParagraphs": BODY, "publicationDate": "date",
    "sectionName": "section", "section": "section", "sourceName": "outlet", "wordCount": "n_words",
    "corrections": ASIDE, "artWork": ASIDE, "notes": ASIDE, "copyright": "", "publisherName": "",
    "columnName": "", "edition": "", "pages": "",
}  # fmt: skip
"""Field for each element of an article; codes, regions and subjects are not kept."""


def is_factiva_xml(head: Head) -> bool:
    """Whether one of Factiva's elements opens near the beginning of the file."""
    return head.text.lstrip("\ufeff \t\r\n").startswith("<") and bool(
        _START.search(head.text, 0, 5000)
    )


def read_factiva_xml(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    reading = _Reading()
    with open_bytes(file.path) as stream:
        bounded = Bounded(stream, settings.max_record_chars)
        try:
            yield from drafts_from(reading.documents(bounded), file)
        except RefusedXmlError as error:
            message = (
                f"the file cannot be read on: {error}. What came before is kept; export it again."
            )
            yield problem(file.source(f"article {reading.count + 1}"), "bad-xml", message)
            return
    if reading.total and reading.total != reading.count:
        yield count_problem(file, reading.count, reading.total)


class _Reading:
    """The articles met so far, and how many the file says that it holds."""

    def __init__(self) -> None:
        self.count = 0
        self.total = 0

    def documents(self, stream: Bounded) -> Iterator[Document]:
        for element in elements(stream, ("article",), cleared=("ppsarticle",)):
            self._read_total(element)
            self.count += 1
            yield Document(with_credit(_parts(element)), self.count, self.total)

    def _read_total(self, element: "_Element") -> None:
        if self.count:
            return
        for above in element.iterancestors("{*}ppsarticleResultSet"):
            written = above.get("count", "")
            self.total = int(written) if written.isascii() and written[:7].isdigit() else 0


def _parts(article: "_Element") -> list[Part]:
    parts: list[Part] = []
    for child in article.iterchildren("{*}*"):
        name = child.tag.rpartition("}")[2]
        if name in _FIELDS:
            paragraphs = list(child.iter("{*}paragraph"))
            texts = [_text(paragraph) for paragraph in paragraphs or [child]]
            if name not in ("leadParagraph", "tailParagraphs"):
                texts = [" ".join(filter(None, texts))]
            parts += (Part(text, _FIELDS[name], name) for text in texts)
    return parts


def _text(element: "_Element") -> str:
    """The text of the element and those in it, comments and entities left out."""
    pieces = element.xpath(".//text()")
    return flat("".join(pieces))
