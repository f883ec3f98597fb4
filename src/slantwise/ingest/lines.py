"""Lines of a file of records, one at a time, none longer than the limit."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from slantwise.ingest.content import HEAD_BYTES, open_bytes
from slantwise.ingest.encodings import repaired, stream_encoding
from slantwise.ingest.unpacking import Unpacking


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: counted from 1.
        text: with its line end; empty where it was too long.
        guessed: encoding that had to be guessed for it; empty where none had to.
        too_long: whether it passed the limit and was left out.
    """

    number: int
    text: str
    guessed: str = ""
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class TextStream:
    """Bytes being read as text.

    Attributes:
        text: the text, its line ends as they are; bytes that are no UTF-8 stand in it as
            escapes (see `encodings`).
        head: the first bytes.
    """

    text: io.TextIOWrapper
    head: bytes


@contextmanager
def open_text(path: Path, limits: Unpacking | None = None) -> Iterator[TextStream]:
    """The file, unpacked within the limits where it is gzipped, as text.

    Raises:
        OSError: it cannot be opened.
    """
    with open_bytes(path, limits) as stream:
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        encoding = stream_encoding(head)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        with io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="") as text:
            yield TextStream(text, head)


def read_lines(stream: TextStream, max_chars: int) -> Iterator[Line]:
    """The lines of the stream, in order; at most `max_chars` of it are ever held.

    A line that is no UTF-8 is read in the encoding that the file's beginning, or the line
    itself, is likeliest in; it says which.

    Raises:
        OSError: the stream cannot be read on.
    """
    number = 0
    while part := stream.text.readline(max_chars):
        number += 1
        if len(part) == max_chars and not part.endswith(("\n", "\r")):
            _skip_rest(stream.text, max_chars)
            yield Line(number, "", too_long=True)
        elif part.isascii():
            yield Line(number, part)
        else:
            decoded = repaired(part, stream.head)
            yield Line(number, decoded.text, decoded.guessed)


def _skip_rest(text: io.TextIOWrapper, max_chars: int) -> None:
    while part := text.readline(max_chars):
        if part.endswith(("\n", "\r")):
            return
