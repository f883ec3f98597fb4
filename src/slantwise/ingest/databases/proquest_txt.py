"""ProQuest text exports: records between lines of underscores, "Key: value" blocks in each."""

import re
from collections.abc import Iterator, Mapping, Sequence

from slantwise.ingest.content import Head
from slantwise.ingest.databases.documents import (
    ASIDE,
    BODY,
    Document,
    Part,
    as_failure,
    drafts_from,
    flat,
)
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import Line, open_text, read_lines
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

_RULE = re.compile(r"[ \t]*_{50,}[ \t]*")
_FULL_TEXT = "full text"
_FIELDS: Mapping[str, str] = {
    "author": "byline", "publication title": "outlet", "publication date": "date",
    "section": "section", "language of publication": "language", "language": "language",
    "proquest document id": "id", "document url": "url", "abstract": ASIDE, "caption": ASIDE,
    "word count": "n_words", "title": "title",
}  # fmt: skip
_KEYS = frozenset({
    *_FIELDS, "publication info", "links", "subject", "location", "company / organization",
    "company", "people", "person", "classification", "identifier / keyword", "identifier",
    "product name", "alternate title", "publication year", "publication subject", "publisher",
    "place of publication", "country of publication", "document type", "document feature",
    "source type", "issn", "e-issn", "eissn", "isbn", "copyright", "last updated", "database",
    "pages", "page", "first page", "column", "edition", "volume", "issue", "number of pages",
    "dateline", "credit", "correspondence author", "author affiliation", "accession number",
    "online publication date", "milestone dates", "publication history", "notes", "naics",
    "duns", "ticker", "coden", "subject heading", "business indexing term", "ethnic newswatch",
    "illustration caption", "identifiers / keywords", "supplement", "physical format", "year",
})  # fmt: skip
"""Names of blocks; others are text, such as a paragraph with a colon in it."""

_KEY = re.compile(r"([A-Z][A-Za-z/ -]{1,28}?):(?:\s+|$)")
_MISSING = re.compile(r"(?:full text )?not available\.?|none available\.?", re.IGNORECASE)
_CLOSING = re.compile(r"contact us at:|database copyright", re.IGNORECASE)


def is_proquest_txt(head: Head) -> bool:
    """Whether a text begins with the rule and has ProQuest's blocks behind it."""
    start = head.text.lstrip("\ufeff \t\r\n")
    return bool(_RULE.match(start)) and ("ProQuest" in start or "\nFull text:" in start)


def read_proquest_txt(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order; the copyright notice at the end is none.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with open_text(file.path) as stream:
        lines = read_lines(stream, settings.max_record_chars)
        yield from drafts_from(_documents(lines, settings.max_record_chars), file)


def _documents(lines: Iterator[Line], limit: int) -> Iterator[Document]:
    number = 0
    told: set[str] = set()
    for record in _records(lines, limit):
        blocks = _blocks(record.lines)
        if not record.too_long and (not blocks or _CLOSING.match(blocks[0])):
            continue
        number += 1
        notes: tuple[Note, ...] = ()
        if record.guessed and record.guessed not in told:
            told.add(record.guessed)
            notes = (Note("guessed-encoding", guess_message(record.guessed)),)
        document = Document(tuple(_parts(blocks)), number, notes=notes)
        if record.too_long:
            message = f"the article is longer than {limit} characters. Raise the limit."
            document = as_failure(document, "record-too-long", message)
        elif not record.closed and not _is_whole(document):
            message = (
                "the file ends inside this article: its title, date and number below the text are "
                "missing. The article is left out; export it again."
            )
            document = as_failure(document, "cut-off-article", message)
        yield document


class _Record:
    """The lines between two rules."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.n_chars = 0
        self.too_long = False
        self.closed = False
        self.guessed = ""

    def add(self, line: Line, limit: int) -> None:
        self.n_chars += len(line.text)
        self.guessed = self.guessed or line.guessed
        self.too_long = self.too_long or line.too_long or self.n_chars > limit
        if self.too_long:
            self.lines.clear()
        else:
            self.lines.append(line.text)


def _records(lines: Iterator[Line], limit: int) -> Iterator[_Record]:
    """The records behind the first rule; the last one open, as no rule closes it."""
    held: _Record | None = None
    for line in lines:
        if _RULE.fullmatch(line.text.rstrip("\r\n").lstrip("\ufeff")):
            if held is not None:
                held.closed = True
                yield held
            held = _Record()
        elif held is not None:
            held.add(line, limit)
    if held is not None:
        yield held


def _blocks(lines: Sequence[str]) -> list[str]:
    """The stretches between blank lines, each on one line."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [flat(" ".join(block)) for block in blocks if block]


def _parts(blocks: Sequence[str]) -> Iterator[Part]:
    """Title line, blocks before the text, the text, and the blocks behind it."""
    keys = [_key(block) for block in blocks]
    start = next((index for index, key in enumerate(keys) if key == _FULL_TEXT), len(blocks))
    end = _text_end(keys, start + 1)
    for index, block in enumerate(blocks):
        if start < index < end:
            yield Part(block, BODY, "Full text")
        elif index == start:
            text_at = block.index(":") + 1
            missing = end == start + 1 and _MISSING.fullmatch(block[text_at:].strip())
            yield Part(block, "" if missing else BODY, "Full text", _start(block, text_at))
        elif index == 0 and not keys[0]:
            yield Part(block, "title", "line above the record")
        else:
            yield _labelled(block, keys[index])


def _labelled(block: str, key: str) -> Part:
    if not key:
        return Part(block)
    value = _start(block, block.index(":") + 1)
    field = _FIELDS.get(key, "")
    if field == ASIDE and _MISSING.fullmatch(block[value:]):
        field = ""
    return Part(block, field, block[: block.index(":")], value)


def _start(block: str, start: int) -> int:
    return start + len(block[start:]) - len(block[start:].lstrip())


def _key(block: str) -> str:
    """The key that the block begins with, in lower case; empty where it is none of ProQuest's."""
    match = _KEY.match(block)
    key = match[1].casefold() if match else ""
    return key if key in _KEYS or key == _FULL_TEXT else ""


def _text_end(keys: Sequence[str], start: int) -> int:
    """Where the text ends: at a key with another behind it, or at a key that ends the record.

    A paragraph that begins like a key ("Location: …") is followed by text.
    """
    for index in range(start, len(keys)):
        if keys[index] and (index + 1 == len(keys) or keys[index + 1]):
            return index
    return len(keys)


def _is_whole(document: Document) -> bool:
    return any(part.field == "id" for part in document.parts)
