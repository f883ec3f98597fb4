"""The paragraphs of a DOCX file, with their bookmarks, one after another.

A DOCX file is a zip archive; its text is `word/document.xml`. It is read as a stream, so that a
file that unpacks without end costs no memory, and is given up where it passes the limits.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from slantwise.ingest.content import Head
from slantwise.ingest.databases.xml_elements import Bounded, RefusedXmlError, elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCUMENT = "word/document.xml"
_MEMBER = re.compile(rb"PK\x03\x04[\s\S]{26}word/\w+\.xml")
_HEADER = re.compile(rb"PK\x03\x04[\s\S]{26}word/document\.xml")
_LONGEST_PARAGRAPH = 16_000_000
_MOST_UNPACKED = 1_000_000_000
_MOST_PARAGRAPHS = 2_000_000
_MOST_FOLD = 400
_FREELY_UNPACKED = 50_000_000
"""Word documents unpack to ten or sixty times their size; zip bombs to a thousand times."""


_DAMAGE = (
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error,
)  # fmt: skip
"""What zipfile raises on a damaged archive, depending on which of its fields is off."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: its text, line breaks as line ends, tabs as tabs.
        bookmarks: names of the bookmarks that begin in it, or between it and the one before.
    """

    text: str
    bookmarks: tuple[str, ...] = ()


def is_docx(head: Head) -> bool:
    """Whether the file is a zip archive with the parts of a Word document in it."""
    return head.content.startswith(b"PK\x03\x04") and bool(_MEMBER.search(head.content))


def paragraphs(stream: IO[bytes]) -> Iterator[Paragraph]:
    """The paragraphs of the document, those in tables among them, text boxes left out.

    Raises:
        RefusedXmlError: it is no sound DOCX, or unpacks to more than one does. What stands
            before the fault is given first, where the archive's end is missing too.
    """
    try:
        with _opened(stream) as member:
            yield from _paragraphs(Bounded(member, _LONGEST_PARAGRAPH))
    except _DAMAGE as error:
        raise RefusedXmlError(f"it is no sound DOCX file ({error})") from error


def _paragraphs(stream: Bounded) -> Iterator[Paragraph]:
    bookmarks: list[str] = []
    found = elements(stream, ("p", "bookmarkStart"), cleared=("tr", "tbl", "AlternateContent"))
    for count, element in enumerate(found, start=1):
        if count > _MOST_PARAGRAPHS:
            raise RefusedXmlError(f"it has more than {_MOST_PARAGRAPHS} paragraphs")
        if element.tag.endswith("}bookmarkStart"):
            bookmarks += (value for name, value in element.items() if name.endswith("}name"))
        elif next(element.iterancestors("{*}txbxContent"), None) is None:
            yield Paragraph(_text(element), tuple(bookmarks))
            bookmarks = []


def _text(paragraph: "_Element") -> str:
    return "".join(
        map(_piece, paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}noBreakHyphen"))
    )


def _piece(element: "_Element") -> str:
    name = element.tag.rpartition("}")[2]
    if name == "t":
        return str(element.text or "")
    # Tab stops of the paragraph's settings are named as tabs in its text are.
    if name == "tab":
        return "\t" if element.getparent().tag.endswith("}r") else ""
    return "-" if name == "noBreakHyphen" else "\n"


@contextmanager
def _opened(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """The document's XML, within bounds; what is left of it where the archive is cut off."""
    try:
        archive = ZipFile(stream)
    except BadZipFile:
        yield _Unpacked(_rest(stream), _size(stream))  # type: ignore[misc]
        return
    with archive:
        if _DOCUMENT not in archive.namelist():
            raise BadZipFile(f"it has no {_DOCUMENT}")
        with archive.open(_DOCUMENT) as member:
            yield _Unpacked(member, archive.getinfo(_DOCUMENT).compress_size)  # type: ignore[misc]


def _size(stream: IO[bytes]) -> int:
    return stream.seek(0, io.SEEK_END)


def _rest(stream: IO[bytes]) -> IO[bytes]:
    """The document's XML out of an archive whose end is missing.

    Raises:
        BadZipFile: it does not begin in what is there.
    """
    stream.seek(0)
    start = stream.read(_FREELY_UNPACKED)
    header = _HEADER.search(start)
    if header is None:
        raise BadZipFile("the end of the archive is missing, and with it the text")
    _, flags, method = struct.unpack_from("<HHH", start, header.start() + 4)
    n_name, n_extra = struct.unpack_from("<HH", start, header.start() + 26)
    if flags & 1 or method != 8:
        raise BadZipFile("the end of the archive is missing")
    return _Inflated(io.BytesIO(start[header.start() + 30 + n_name + n_extra :]))  # type: ignore[return-value]


class _Inflated:
    """Deflated bytes, unpacked as they are asked for."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._inflater = zlib.decompressobj(-15)

    def read(self, size: int) -> bytes:
        """The next bytes; empty at the end of what is there."""
        while not self._inflater.eof:
            packed = self._inflater.unconsumed_tail or self._packed.read(65_536)
            if not packed:
                return b""
            content = self._inflater.decompress(packed, size)
            if content:
                return content
        return b""


class _Unpacked:
    """The member of an archive, given up where it unpacks to more than a document does."""

    def __init__(self, member: Any, n_packed: int) -> None:
        self._member = member
        self._most = min(_MOST_UNPACKED, max(_FREELY_UNPACKED, _MOST_FOLD * n_packed))
        self._n_read = 0

    def read(self, size: int) -> bytes:
        """The next bytes.

        Raises:
            RefusedXmlError: more was unpacked than the limits allow.
        """
        content: bytes = self._member.read(size)
        self._n_read += len(content)
        if self._n_read > self._most:
            raise RefusedXmlError(f"it unpacks to more than {self._most} bytes, as no export does")
        return content
