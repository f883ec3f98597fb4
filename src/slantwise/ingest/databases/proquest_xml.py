"""ProQuest TDM Studio XML: one `RECORD` a file, or one after another."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.databases.documents import (
    ASIDE,
    BODY,
    Document,
    Part,
    drafts_from,
    flat,
    tidy,
)
from slantwise.ingest.databases.xml_elements import Bounded, RefusedXmlError, elements
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_START = re.compile(r"<RECORD\b")
_KNOWN = re.compile(r"<(?:GOID|ActionCode|Obj|DFS|PubFrosting|TextInfo)\b")
_PATHS: tuple[tuple[str, str], ...] = (
    ("id", "GOID"),
    ("title", "Obj/TitleAtt/Title"),
    ("title", "Obj/Title"),
    ("byline", "Obj/Contributors/Contributor/Author/OriginalForm"),
    ("byline", "Obj/Contributors/Contributor/OriginalForm"),
    ("byline", "Obj/Contributors/Contributor/Author/NormalizedDisplayForm"),
    ("date", "Obj/NumericDate"),
    ("date", "Obj/StartDate"),
    ("date", "Obj/AlphaDate"),
    ("outlet", "DFS/PubFrosting/Title"),
    ("section", "Obj/DocSection"),
    ("section", "Obj/PrintLocation/DocSection"),
    ("language", "Obj/Language/RawLang"),
    ("language", "Obj/Language/ISO/ISOCode"),
    (ASIDE, "Obj/Abstract"),
)
"""Where each field stands; the first path that holds something counts."""

_TEXTS = ("TextInfo/Text", "TextInfo/HiddenText", "TextInfo/FullText")
_TAG = re.compile(r"<\s*(?:p|br|html|body|div)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d{8}")


def is_proquest_xml(head: Head) -> bool:
    """Whether a record opens near the beginning, with ProQuest's elements behind it."""
    start = head.text.lstrip("\ufeff \t\r\n")
    record = _START.search(start, 0, 3000) if start.startswith("<") else None
    return record is not None and bool(_KNOWN.search(start, record.end(), 20_000))


def read_proquest_xml(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    count = 0
    with open_bytes(file.path) as stream:
        found = elements(Bounded(stream, settings.max_record_chars), ("RECORD",))
        try:
            for count, record in enumerate(found, start=1):
                yield from drafts_from([Document(tuple(_parts(record)), count)], file)
        except RefusedXmlError as error:
            message = (
                f"the file cannot be read on: {error}. What came before is kept; download it again."
            )
            yield problem(file.source(f"article {count + 1}"), "bad-xml", message)


def _parts(record: "_Element") -> Iterator[Part]:
    found: set[str] = set()
    for field, path in _PATHS:
        if field in found:
            continue
        texts = [flat("".join(element.itertext())) for element in record.findall(path)]
        texts = list(dict.fromkeys(filter(None, texts)))
        if texts:
            found.add(field)
            value = "; ".join(texts) if field == "byline" else texts[0]
            yield Part(_dated(value) if field == "date" else value, field, path)
    for path in _TEXTS:
        element = record.find(path)
        paragraphs = _paragraphs(element) if element is not None else []
        if element is not None and paragraphs:
            yield Part(element.get("WordCount", ""), "n_words", f"{path}/@WordCount")
            yield from (Part(text, BODY, path) for text in paragraphs)
            return


def _dated(value: str) -> str:
    """The date with its parts told apart, where it is eight digits."""
    return f"{value[:4]}-{value[4:6]}-{value[6:]}" if _DIGITS.fullmatch(value) else value


def _paragraphs(element: "_Element") -> list[str]:
    """The paragraphs of a text, which is markup inside an element, or plain."""
    from lxml import etree, html

    text = "".join(element.itertext())
    if not _TAG.search(text):
        return [flat(block) for block in re.split(r"\n\s*\n", text) if block.strip()]
    try:
        page = html.fromstring(text)
    except (etree.LxmlError, ValueError):
        return [flat(text)]
    for line_break in page.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for head in list(page.iter("head", "script", "style")):
        head.drop_tree()
    blocks = list(page.iter("p")) or [page]
    lines = (line for block in blocks for line in tidy(block.text_content()).split("\n"))
    return [line for line in lines if line]
