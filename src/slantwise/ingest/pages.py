"""Saved web pages, one article each: the body found by trafilatura, the rest in the metadata."""

import logging
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.blocks import lines_in
from slantwise.ingest.columns import folded
from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import Decoded
from slantwise.ingest.files import InputFile
from slantwise.ingest.linked_data import article_body
from slantwise.ingest.page_furniture import prune
from slantwise.ingest.page_metadata import page_sayings
from slantwise.ingest.page_standfirst import standfirst_of
from slantwise.ingest.problems import problem
from slantwise.ingest.saved_from import saved_from
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.texts import encoding_notes, whole_text
from slantwise.records import Origin, Problem, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|h1|article|title|meta)\b", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
"""Where a page names its encoding."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SILENT = logging.NullHandler()
_SUFFIXES = (".html", ".htm", ".xhtml")
_FEWEST_IN_BOXES = 20


def is_page(head: Head) -> bool:
    """Whether the text is HTML: it says so near its beginning, or is named so and holds tags."""
    start = head.text.lstrip()
    if not start.startswith("<"):
        return False
    return bool(_PAGE.search(start, 0, 2000) or (head.suffix in _SUFFIXES and _TAG.search(start)))


def read_page(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The one article of the page.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    decoded = whole_text(file, settings, CHARSET)
    if isinstance(decoded, Problem):
        yield decoded
        return
    draft = page_draft(file, decoded)
    if draft is None:
        message = (
            "no text of an article was found on the page; expected a saved news article. Save "
            "the page whole, after it has loaded, or save its text as a .txt file."
        )
        yield problem(file.source(), "no-text", message)
    else:
        yield draft


def page_draft(file: InputFile, decoded: Decoded) -> Draft | None:
    """The article on the page, as the whole of the file; None where no text is found."""
    source = _DECLARATION.sub("", decoded.text)
    page = _parsed(source)
    if page is None:
        return None
    sayings = page_sayings(page)
    values = {field: said.value for field, said in sayings.items()}
    headings = {values.get("title", ""), page.xpath("normalize-space(//h1)")}
    text, n_in_boxes = _text(page, source, values.pop("summary", ""), headings)
    title = values.pop("title", "")
    raw = f"{title}\n\n{text}" if title else text
    body = _body(raw, len(raw) - len(text), headings)
    if not body:
        return None
    return Draft(
        source=file.source(),
        raw=raw,
        title=Span(0, len(title)) if title else None,
        body=body,
        key=file.key,
        folder=file.outlet_folder,
        named=file.named,
        notes=(*encoding_notes(decoded), *_box_notes(n_in_boxes)),
        origins=tuple(
            Origin(field, said.place) for field, said in sayings.items() if field != "summary"
        ),
        addresses=saved_from(source),
        **values,
    )


def _parsed(source: str) -> "HtmlElement | None":
    """The page without its comments; None where it cannot be parsed."""
    from lxml import etree, html

    try:
        # As bytes: lxml refuses a text that names an encoding, in whatever damaged declaration.
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
        return html.document_fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def _text(
    page: "HtmlElement", source: str, summary: str, headings: Collection[str]
) -> tuple[str, int]:
    """The article's text, standfirst first, and the number of words left out with its boxes.

    Empty where none is found. The page is pruned on the way.
    """
    in_data = article_body(page)
    standfirst = standfirst_of(page, summary, headings)
    n_in_boxes = prune(page)
    text = _extracted(page) or _extracted(source) or in_data
    if text and standfirst and standfirst not in text:
        text = f"{standfirst}\n{text}"
    return text, n_in_boxes


def _body(raw: str, start: int, headings: Collection[str]) -> tuple[Span, ...]:
    """The lines of `raw` from `start` on that repeat no heading; empty where there are none."""
    said = set(map(folded, headings))
    lines = lines_in(raw, Span(start, len(raw)))
    return tuple(line for line in lines if folded(line.of(raw)) not in said)


def _extracted(page: "HtmlElement | str") -> str:
    """The text of the article that trafilatura finds; empty where it finds none."""
    from trafilatura import extract

    # It warns of pages without an article, which a problem says better.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    return extract(page, output_format="txt", include_comments=False, include_tables=False) or ""


def _box_notes(n_words: int) -> tuple[Note, ...]:
    """A note on boxes beside the article, where more than a line of them was left out."""
    if n_words < _FEWEST_IN_BOXES:
        return ()
    message = (
        f"boxes beside the article, of {n_words} words, are left out (fact boxes, lists of "
        "links). Where they are to count, save the article as text with them in it."
    )
    return (Note("boxes-left-out", message),)
