"""Saved RSS and Atom feeds, read by feedparser, which forgives what feeds get wrong.

Most feeds give a summary and an address: where text is given beside them, they are lists of
addresses, and the text is that of the page.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.dates import read_date
from slantwise.ingest.drafts import Draft, Listed, Note
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.values import text_of
from slantwise.ingest.web.items import Item, item_draft, said
from slantwise.ingest.web.markup import any_paragraphs, one_line
from slantwise.records import Problem

_ROOT = re.compile(r"<(?:rss|(?:\w+:)?feed|rdf:RDF)\b", re.IGNORECASE)
_NAMES = re.compile(r"<(?:item|entry|channel|\w+:entry)\b|http://www\.w3\.org/2005/Atom")
_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_LONGEST_PROLOG = 5000
_SUMMARY = (
    "the feed gives a summary and not the text, so that counts of words are of that alone. Give "
    "the saved pages with --texts to have the text joined to it."
)

_Entry = Mapping[str, Any]


def is_feed(head: Head) -> bool:
    """Whether the text is XML whose root is RSS, RDF with items, or an Atom feed."""
    start = head.text.lstrip()
    if not start.startswith("<"):
        return False
    root = _ROOT.search(start, 0, _LONGEST_PROLOG)
    return root is not None and bool(_NAMES.search(start, root.start()))


def read_feed(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Listed | Problem]:
    """The entries of the feed, in order; those without a text of their own as listed.

    The whole feed is held, up to the limit on a record.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    limit = settings.max_record_chars
    with open_bytes(file.path, settings.unpacking) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        message = f"the feed is longer than {limit} bytes. Split it, or raise the limit."
        yield problem(file.source(), "record-too-long", message)
        return
    if _ENTITY.search(content):
        message = (
            "the feed declares entities of its own, which may fill the memory or name other "
            "files. Remove its DOCTYPE if you trust it."
        )
        yield problem(file.source(), "entity-declaration", message)
        return
    yield from _entries(content, file)


def _entries(content: bytes, file: InputFile) -> Iterator[Draft | Listed | Problem]:
    import feedparser

    # A stream, since feedparser takes bytes or text for a file's name or an address.
    parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    cut_off = parsed.get("bozo_exception")
    if not parsed.entries:
        why = f" ({type(cut_off).__name__}: {cut_off})" if cut_off else ""
        message = f"the feed holds no entry{why}. Save or download it again."
        yield problem(file.source(), "no-articles", message)
        return
    if cut_off and not _is_about_encoding(cut_off):
        message = (
            f"the feed is not well formed ({type(cut_off).__name__}: {cut_off}); what can be read "
            "of it is, but its last entry may be cut off."
        )
        yield problem(file.source(), "bad-xml", message, fatal=False)
    for number, entry in enumerate(parsed.entries, start=1):
        yield _draft(entry, parsed.feed, number, file)


def _is_about_encoding(error: Exception) -> bool:
    """Whether the feed only names another encoding than its own, which feedparser mends."""
    return type(error).__name__ == "CharacterEncodingOverride"


def _draft(entry: _Entry, feed: _Entry, number: int, file: InputFile) -> Draft | Listed | Problem:
    record = f"entry {number}"
    paragraphs = _content(entry)
    listed = not paragraphs
    if listed:
        paragraphs = _paragraphs(entry.get("summary_detail") or {})
    item = Item(
        number=number,
        record=record,
        title=_plain(text_of(entry.get("title"))),
        paragraphs=paragraphs,
        fields=_fields(entry, feed),
        places={"title": "title", "body": "summary" if listed else "content"},
        notes=(Note("summary-only", _SUMMARY),) if listed and paragraphs else (),
    )
    draft = item_draft(item, file)
    if listed and draft.url:
        return Listed(draft)
    if draft.body:
        return draft
    message = "the entry has neither text nor an address. Leave it out."
    return problem(file.source(record), "no-text", message)


def _fields(entry: _Entry, feed: _Entry) -> Any:
    named = entry.get("source") or {}
    authors = [text_of(author.get("name")) for author in entry.get("authors") or () if author]
    date = next((name for name in ("published", "updated", "created") if name in entry), "")
    outlet = _plain(text_of(named.get("title"))) or _plain(text_of(feed.get("title")))
    return said(
        id=(entry.get("id"), "id"),
        outlet=(outlet, "source" if named.get("title") else "title of the feed"),
        date=(_date(entry, date), date),
        url=(_link(entry), "link"),
        byline=(", ".join(filter(None, authors)) or entry.get("author"), "author"),
        language=(text_of(entry.get("language") or feed.get("language"))[:2].lower(), "language"),
    )


def _date(entry: _Entry, name: str) -> str:
    """The date as written, or as feedparser reads it, which knows more odd forms (in UTC)."""
    written = text_of(entry.get(name)) if name else ""
    parsed = entry.get(f"{name}_parsed")
    if parsed and read_date(written).value is None:
        return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6])
    return written


def _link(entry: _Entry) -> str:
    """The entry's address; its id where that is one."""
    found = (text_of(entry.get("link")), text_of(entry.get("id")))
    return next((link for link in found if link.startswith(("http://", "https://"))), "")


def _content(entry: _Entry) -> list[str]:
    """The paragraphs of the longest text that the entry gives as its own."""
    texts = [_paragraphs(content) for content in entry.get("content") or ()]
    return max(texts, key=lambda paragraphs: sum(map(len, paragraphs)), default=[])


def _paragraphs(detail: _Entry) -> list[str]:
    return any_paragraphs(text_of(detail.get("value")))


def _plain(text: str) -> str:
    return one_line(any_paragraphs(text))
