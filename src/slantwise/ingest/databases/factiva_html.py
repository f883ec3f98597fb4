"""Factiva HTML exports, with the codes of the indexing or without, in any interface language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from slantwise.ingest.content import Head
from slantwise.ingest.databases.counts import with_total_checked
from slantwise.ingest.databases.documents import (
    ASIDE,
    BODY,
    Document,
    Part,
    as_failure,
    drafts_from,
    flat,
)
from slantwise.ingest.databases.factiva_codes import accession_number, coded_part, with_credit
from slantwise.ingest.databases.factiva_lines import parts_below, word_count_at
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.files import InputFile
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.texts import encoding_notes, whole_text
from slantwise.records import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"<div\b[^>]{0,300}?\bclass=[\"']?article [a-z]{2}Article\b", re.IGNORECASE)
_BOX = re.compile(r"<div\b[^>]{0,100}?\bid=[\"']article-[A-Za-z0-9]+[\"']", re.IGNORECASE)
_TITLE = re.compile(r"<title>\s*(?:Dow Jones )?Factiva\s*</title>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_COUNTED = re.compile(r"(\d{1,4})\)\s+")
_CODE = re.compile(r"[A-Z]{2,6}")


def is_factiva_html(head: Head) -> bool:
    """Whether a page is titled "Factiva", or begins an article as Factiva does."""
    start = head.text.lstrip()
    if not start.startswith("<") or start.startswith("<?xml-"):
        return False
    return bool(_TITLE.search(start) or _ARTICLE.search(start))


def read_factiva_html(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    decoded = whole_text(file, settings, _CHARSET)
    if isinstance(decoded, Problem):
        yield decoded
        return
    documents = _documents(decoded.text, encoding_notes(decoded))
    yield from drafts_from(with_total_checked(documents, file), file)


def _documents(text: str, notes: tuple[Note, ...]) -> Iterator[Document]:
    """The articles; the boxes that Factiva puts around them say how many there should be."""
    starts = [match.start() for match in _ARTICLE.finditer(text)]
    total = sum(1 for _ in _BOX.finditer(text))
    for number, start in enumerate(starts, start=1):
        end = starts[number] if number < len(starts) else len(text)
        document = Document((), number, total, notes if number == 1 else ())
        yield _read(text[start:end], document)


def _read(markup: str, document: Document) -> Document:
    """The document with its parts out of the markup; a failure where they are not whole."""
    from lxml import etree, html

    try:
        article = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        message = f"its markup cannot be read ({error}). Export it again."
        return as_failure(document, "bad-markup", message)
    rows = article.xpath(".//tr[count(td) = 2][td[1]//b]")
    parts = _coded(rows) if rows else _uncoded(article)
    if parts is None or not any(part.field == "id" for part in parts):
        message = (
            "its end is missing: neither its number nor what stands before it was found. The "
            "article is left out; export it again."
        )
        return as_failure(document, "cut-off-article", message)
    return replace(document, parts=with_credit(_without_number(parts, document.number)))


def _coded(rows: "list[HtmlElement]") -> list[Part]:
    parts: list[Part] = []
    for row in rows:
        code, cell = (td for td in row.iterchildren("td"))
        name = flat(code.text_content())
        if _CODE.fullmatch(name):
            texts = _paragraphs(cell) or [flat(cell.text_content())]
            parts += (coded_part(name, text) for text in texts)
    return parts


def _uncoded(article: "HtmlElement") -> list[Part] | None:
    """The parts of an article without codes; None where its count and date are missing."""
    box = next(article.iterchildren("div"), article)
    lines = [(child, flat(child.text_content())) for child in box.iterchildren("div")]
    lines = [(child, text) for child, text in lines if text]
    count_at = word_count_at([text for _, text in lines])
    if count_at is None:
        return None
    above = _above(lines[:count_at])
    below = parts_below([text for _, text in lines[count_at:]])
    return [*above, *below, *_text(box)]


def _above(lines: "list[tuple[HtmlElement, str]]") -> list[Part]:
    """The parts before the count of words, where markup tells headline and author."""
    parts: list[Part] = []
    titled = False
    for child, text in lines:
        if _is_headline(child):
            titled = True
            parts.append(Part(text, "title", "headline"))
        elif not titled:
            parts.append(Part(text, "section", "line above the headline"))
        elif "author" in child.get("class", ""):
            parts.append(Part(text, "byline", "line of the author"))
        else:
            parts.append(Part(text, "credit", "line above the count of words"))
    return parts


def _text(box: "HtmlElement") -> list[Part]:
    """Paragraphs of the text, captions behind it, publisher, and the article's number."""
    parts: list[Part] = []
    for paragraph in box.iterchildren("p"):
        text = flat(paragraph.text_content())
        if "articleParagraph" in paragraph.get("class", ""):
            parts.append(Part(text, BODY, "paragraphs of the article"))
        elif accession_number(text):
            parts.append(coded_part("AN", text))
        elif text:
            parts.append(Part(text, ASIDE))
    return parts


def _paragraphs(cell: "HtmlElement") -> list[str]:
    return [text for p in cell.iter("p") if (text := flat(p.text_content()))]


def _is_headline(element: "HtmlElement") -> bool:
    return any("Headline" in inner.get("class", "") for inner in element.iter())


def _without_number(parts: list[Part], number: int) -> list[Part]:
    """The parts, with a number that the page puts before the headline set aside."""
    kept = []
    for part in parts:
        match = _COUNTED.match(part.text) if part.field == "title" else None
        if match is not None and int(match[1]) == number:
            part = Part(part.text, part.field, part.label, match.end())  # noqa: PLW2901
        kept.append(part)
    return kept
