"""Nexis UK HTML exports: a comment `<DOC NUMBER=1>` before each article, boxes for its parts."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.content import Head
from slantwise.ingest.databases.counts import with_numbers_checked
from slantwise.ingest.databases.documents import Document, as_failure, drafts_from, tidy
from slantwise.ingest.databases.nexis_blocks import parts_of
from slantwise.ingest.databases.nexis_txt import read_mark
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import Line, open_text, read_lines
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_START = re.compile(r"<DOC NUMBER=\d+>", re.IGNORECASE)
_END = re.compile(r"</DOCFULL>", re.IGNORECASE)
_OPENING = re.compile(r"^.*?<DOCFULL>\s*-->", re.IGNORECASE | re.DOTALL)


def is_nexis_html(head: Head) -> bool:
    """Whether the comment before an article stands near the beginning of a page."""
    start = head.text.lstrip()
    return start.startswith("<") and bool(_START.search(start, 0, 20_000))


def read_nexis_html(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with open_text(file.path) as stream:
        lines = read_lines(stream, settings.max_record_chars)
        documents = _documents(lines, settings.max_record_chars)
        yield from drafts_from(with_numbers_checked(documents, file), file)


def _documents(lines: Iterator[Line], limit: int) -> Iterator[Document]:
    told: set[str] = set()
    for count, (source, guessed) in enumerate(_sources(lines, limit), start=1):
        notes: tuple[Note, ...] = ()
        if guessed and guessed not in told:
            told.add(guessed)
            notes = (Note("guessed-encoding", guess_message(guessed)),)
        yield _document(source, count, notes)


def _sources(lines: Iterator[Line], limit: int) -> Iterator[tuple[str, str]]:
    """The markup of each article, with the encoding guessed for it; empty for too long a one."""
    held: list[str] | None = None
    n_chars, guessed = 0, ""
    for line in lines:
        text = line.text
        for piece in _pieces(text):
            if _START.match(piece):
                if held is not None:
                    yield "".join(held) if n_chars <= limit else "", guessed
                held, n_chars, guessed = [], 0, ""
            if held is not None:
                n_chars += limit + 1 if line.too_long else len(piece)
                guessed = guessed or line.guessed
                if n_chars <= limit:
                    held.append(piece)
        if line.too_long:
            n_chars = limit + 1
    if held is not None:
        yield "".join(held) if n_chars <= limit else "", guessed


def _pieces(text: str) -> Iterator[str]:
    """The line, cut before each comment that begins an article."""
    start = 0
    for match in _START.finditer(text):
        if match.start() > start:
            yield text[start : match.start()]
        start = match.start()
    yield text[start:]


def _document(source: str, count: int, notes: tuple[Note, ...]) -> Document:
    from lxml import etree, html

    if not source:
        message = (
            "the article is longer than the limit; expected one news article. Raise the limit."
        )
        return as_failure(Document((), count), "record-too-long", message)
    end = _END.search(source)
    markup = _OPENING.sub("", source[: end.start()] if end else source)
    try:
        page = html.fragment_fromstring(markup.rpartition("<!--")[0] or markup, create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        message = f"its markup cannot be read ({error}). Export it again."
        return as_failure(Document((), count), "bad-markup", message)
    blocks = [block for box in page.iterchildren("div") for block in _blocks(box)]
    number, total, blocks = _numbered(blocks, count)
    document = Document(parts_of(blocks).parts, number, total, notes)
    if end:
        return document
    message = "the file ends inside this article. The article is left out; export it again."
    return as_failure(document, "cut-off-article", message)


def _blocks(box: "HtmlElement") -> Iterator[str]:
    """The paragraphs of a box, those of one line each."""
    paragraphs = box.findall(".//p")
    for paragraph in paragraphs or [box]:
        for line_break in paragraph.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        text = tidy(paragraph.text_content())
        if text:
            yield text


def _numbered(blocks: list[str], count: int) -> tuple[int, int, list[str]]:
    """Number and total as the first block says, and the blocks behind it."""
    mark = read_mark(blocks[0]) if blocks else None
    if mark is None:
        return count, 0, blocks
    return *mark, blocks[1:]
