"""Nexis Uni and Lexis+ exports as DOCX: articles told apart by bookmarks and labels."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from slantwise.ingest.content import open_bytes
from slantwise.ingest.databases.counts import with_total_checked
from slantwise.ingest.databases.documents import Document, as_failure, drafts_from, tidy
from slantwise.ingest.databases.nexis_docx_parts import END, has_body, parts_of
from slantwise.ingest.databases.word_paragraphs import Paragraph, paragraphs
from slantwise.ingest.databases.xml_elements import RefusedXmlError
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

_START_MARK = re.compile(r"Bookmark_\d+")
_COVER = re.compile(r"(?:Documents|Dokumente)\s*\((\d{1,6})\)")
_ZIP = b"PK"


def read_nexis_docx(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order; a problem where it is another Word document.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    splitter = _Splitter(settings.max_record_chars)
    with open_bytes(file.path) as stream:
        archive = _seekable(stream, settings.max_record_chars)
        if archive is None:
            message = "the packed document is longer than the limit. Unpack the file first."
            yield problem(file.source(), "record-too-long", message)
            return
        documents = splitter.documents(paragraphs(archive))
        try:
            yield from drafts_from(with_total_checked(documents, file), file)
        except RefusedXmlError as error:
            yield _fault(file, splitter, str(error))
            return
    if not splitter.count:
        message = (
            "the file is a Word document, and no export of Nexis: it has neither its bookmarks "
            f"nor its lines {END!r}. Save its text as a .txt file."
        )
        yield problem(file.source(), "unsupported-format", message)


def _seekable(stream: IO[bytes], limit: int) -> IO[bytes] | None:
    """The archive; unpacked into memory where it is gzipped; None where that is too much."""
    if stream.peek(2)[:2] == _ZIP and not _is_gzipped(stream):  # type: ignore[attr-defined]
        return stream
    content = stream.read(limit + 1)
    return io.BytesIO(content) if len(content) <= limit else None


def _is_gzipped(stream: IO[bytes]) -> bool:
    return not isinstance(getattr(stream, "raw", None), io.FileIO)


def _fault(file: InputFile, splitter: "_Splitter", reason: str) -> Problem:
    if not splitter.count:
        message = f"the file cannot be read: {reason}. Export it again."
        return problem(file.source(), "bad-docx", message)
    message = (
        f"the file cannot be read on behind article {splitter.count}: {reason}. What came before "
        "is kept; export it again."
    )
    return problem(file.source(f"article {splitter.count + 1}"), "cut-off-file", message)


@dataclass(slots=True)
class _Splitter:
    """Parts the paragraphs of a file into articles."""

    limit: int
    count: int = 0
    total: int = 0
    marked: bool = False
    n_chars: int = 0
    held: list[Paragraph] = field(default_factory=list)

    def documents(self, found: Iterator[Paragraph]) -> Iterator[Document]:
        """The articles, in order; the last one as a failure where its end is missing."""
        for paragraph in found:
            if any(map(_START_MARK.fullmatch, paragraph.bookmarks)):
                yield from self._release(whole=False)
                self.marked = True
            self._hold(paragraph)
            if tidy(paragraph.text) == END:
                yield from self._release(whole=True)
        yield from self._release(whole=False)

    def _hold(self, paragraph: Paragraph) -> None:
        self.n_chars += len(paragraph.text)
        cover = _COVER.fullmatch(tidy(paragraph.text)) if not self.count else None
        if cover:
            self.total = int(cover[1])
        if self.n_chars <= self.limit:
            self.held.append(paragraph)

    def _release(self, *, whole: bool) -> Iterator[Document]:
        """The article in hand; none where only a cover or blank lines are."""
        held, marked, too_long = self.held, self.marked, self.n_chars > self.limit
        self.held, self.marked, self.n_chars = [], False, 0
        if not any(tidy(paragraph.text) for paragraph in held):
            return
        if not (whole or has_body(held) or too_long):
            return
        self.count += 1
        document = Document((), self.count, self.total)
        if too_long:
            message = f"the article is longer than {self.limit} characters. Raise the limit."
            yield as_failure(document, "record-too-long", message)
        elif not whole:
            message = (
                f"its end is missing: no line {END!r} stands behind it. The article is left out; "
                "export it again."
            )
            yield as_failure(document, "cut-off-article", message)
        else:
            yield Document(parts_of(held, marked=marked), self.count, self.total)
