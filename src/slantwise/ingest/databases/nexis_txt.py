"""Old Nexis text exports: hard-wrapped, "1 of 10 DOCUMENTS" above each article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from slantwise.ingest.content import Head
from slantwise.ingest.databases.copyrights import is_copyright
from slantwise.ingest.databases.counts import with_numbers_checked
from slantwise.ingest.databases.documents import (
    Document,
    as_failure,
    drafts_from,
    flat,
    n_words_of,
)
from slantwise.ingest.databases.nexis_blocks import Articled, parts_of
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import Line, open_text, read_lines
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

MARK = re.compile(
    r"\s*(?:FOCUS - )?(?:(?:DOCUMENT|DOKUMENT)\s+)?(?P<number>\d{1,7})\s+(?:of|von|de)\s+"
    r"(?P<total>\d{1,7})(?:\s+DO[CK]UMENT(?:S|E|EN)?)?\s*",
    re.IGNORECASE,
)
"""The line above an article; only with the word for documents before or behind the numbers."""

_WORD = re.compile(r"do[ck]ument", re.IGNORECASE)
_INDENT = re.compile(r"[ \t]*")
_FEWER = 0.8


def is_nexis_txt(head: Head) -> bool:
    """Whether a line such as "1 of 10 DOCUMENTS" stands near the beginning of a text."""
    if head.text.lstrip().startswith("<"):
        return False
    return any(read_mark(line) for line in head.text[:20_000].splitlines())


def read_mark(line: str) -> tuple[int, int] | None:
    """Number and total where the line is the one above an article; else None.

    >>> read_mark("     2 of 10 DOCUMENTS"), read_mark("Dokument 3 von 7"), read_mark("2 of 10")
    ((2, 10), (3, 7), None)
    """
    if len(line) > 200 or not _WORD.search(line):
        return None
    match = MARK.fullmatch(line.rstrip("\r\n\x0c").lstrip("\ufeff\x0c"))
    return (int(match["number"]), int(match["total"])) if match else None


def read_nexis_txt(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with open_text(file.path) as stream:
        lines = read_lines(stream, settings.max_record_chars)
        documents = _documents(lines, settings.max_record_chars)
        yield from drafts_from(with_numbers_checked(documents, file), file)


@dataclass(slots=True)
class _Held:
    """The lines of the article in hand."""

    number: int
    total: int
    lines: list[str] = field(default_factory=list)
    n_chars: int = 0
    guessed: str = ""


def _documents(lines: Iterator[Line], limit: int) -> Iterator[Document]:
    held: _Held | None = None
    told: set[str] = set()
    any_tail = False
    for line in lines:
        mark = read_mark(line.text)
        if mark is not None:
            if held is not None:
                document, articled = _document(held, limit, told)
                any_tail = any_tail or articled.has_tail
                yield document
            held = _Held(*mark)
        elif held is not None:
            _hold(held, line, limit)
    if held is not None:
        document, articled = _document(held, limit, told)
        cut = not articled.has_tail and (any_tail or _is_short(articled))
        yield _cut_off(document) if cut and document.failure is None else document


def _hold(held: _Held, line: Line, limit: int) -> None:
    held.n_chars += limit + 1 if line.too_long else len(line.text)
    held.guessed = held.guessed or line.guessed
    if held.n_chars <= limit:
        held.lines.append(line.text)


def _document(held: _Held, limit: int, told: set[str]) -> tuple[Document, Articled]:
    if held.n_chars > limit:
        message = (
            f"the article is longer than {limit} characters; expected one news article. Export it "
            "again, or raise the limit."
        )
        document = Document((), held.number, held.total)
        return as_failure(document, "record-too-long", message), Articled((), has_tail=True)
    notes: tuple[Note, ...] = ()
    if held.guessed and held.guessed not in told:
        told.add(held.guessed)
        notes = (Note("guessed-encoding", guess_message(held.guessed)),)
    articled = parts_of(_blocks(held.lines))
    return Document(articled.parts, held.number, held.total, notes), articled


def _cut_off(document: Document) -> Document:
    message = (
        "the file ends inside this article: what Nexis puts behind a text is missing. The article "
        "is left out; export it again."
    )
    return as_failure(document, "cut-off-article", message)


def _is_short(articled: Articled) -> bool:
    """Whether fewer words were read than the article's own count says."""
    given = next((n_words_of(p.value) for p in articled.parts if p.field == "n_words"), 0)
    read = sum(len(p.value.split()) for p in articled.parts if p.field == "body")
    return read < _FEWER * given


def _blocks(lines: Sequence[str]) -> list[str]:
    """The blocks between blank lines, each unwrapped to one line.

    A line that is indented deeper than the one before it begins a paragraph of its own, unless
    the block is centred.
    """
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            if blocks[-1]:
                blocks.append([])
            continue
        if blocks[-1] and _begins_paragraph(blocks[-1][-1], line):
            blocks.append([])
        blocks[-1].append(line)
    first, *rest = [block for block in blocks if block] or [[]]
    return [flat(" ".join(block)) for block in (*_without_copyright(first), *rest) if block]


def _without_copyright(block: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The lines of a copyright at the top, and the line of the publication right below them."""
    end = 0
    for line in block:
        if not (is_copyright(line.strip()) or "rights reserved" in line.casefold()):
            break
        end += 1
    return block[:end], block[end:]


def _begins_paragraph(before: str, line: str) -> bool:
    """Whether the line is indented by a few blanks behind one that is not."""
    return _indent(before) == 0 and 2 <= _indent(line) <= 8


def _indent(line: str) -> int:
    match = _INDENT.match(line)
    return len(match.group().expandtabs(8)) if match else 0
