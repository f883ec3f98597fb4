"""Lines of a file of records, one at a time, none longer than the limit."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from slantwise.ingest.encodings import repaired, stream_encoding

_HEAD = 65_536


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


def read_lines(stream: BinaryIO, max_chars: int) -> Iterator[Line]:
    """The lines of the stream, in order; at most `max_chars` of it are ever held.

    A line that is no UTF-8 is read in the encoding that the file's beginning, or the line
    itself, is likeliest in; it says which.

    Raises:
        OSError: the stream cannot be read on.
    """
    head, text = decoded_stream(stream)
    number = 0
    while part := text.readline(max_chars):
        number += 1
        if len(part) == max_chars and not part.endswith(("\n", "\r")):
            _skip_rest(text, max_chars)
            yield Line(number, "", too_long=True)
        elif part.isascii():
            yield Line(number, part)
        else:
            decoded = repaired(part, head)
            yield Line(number, decoded.text, decoded.guessed)


def decoded_stream(stream: BinaryIO) -> tuple[bytes, io.TextIOWrapper]:
    """The first bytes of the stream, and all of it as text whose bad bytes are escaped."""
    buffered = io.BufferedReader(stream, _HEAD) if isinstance(stream, io.RawIOBase) else stream
    head = buffered.peek(_HEAD)[:_HEAD] if isinstance(buffered, io.BufferedReader) else b""
    encoding = stream_encoding(head)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return head, io.TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="")


def _skip_rest(text: io.TextIOWrapper, max_chars: int) -> None:
    while part := text.readline(max_chars):
        if part.endswith(("\n", "\r")):
            return
