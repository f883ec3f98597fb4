"""The beginning of a file: what a format is recognised by."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slantwise.ingest.encodings import repaired, stream_encoding
from slantwise.ingest.unpacking import Metered, Unpacking

HEAD_BYTES = 65_536
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file, uncompressed.

    Attributes:
        content: its first bytes, at most `HEAD_BYTES`.
        text: the same as text; empty where they are no text.
        suffix: how the file's name ends, in lower case and without ".gz" (".csv").
        whole: whether this is all of the file.
        columns: columns that the settings name, by field.
    """

    content: bytes
    text: str
    suffix: str
    whole: bool
    columns: Mapping[str, str]

    @property
    def first_line(self) -> str:
        """The first line that is not blank, without its end; empty where there is none."""
        return self.text.lstrip().partition("\n")[0].rstrip()

    def first_object(self) -> dict[str, Any] | None:
        """The first line as a JSON object; None where it is none."""
        try:
            value = json.loads(self.first_line)
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None


@contextmanager
def open_bytes(path: Path, limits: Unpacking | None = None) -> Iterator[io.BufferedReader[Any]]:
    """The file's bytes, unpacked where it is gzipped, whatever its name.

    Raises:
        OSError: it cannot be opened, is no sound gzip file, or passes the limits while it is read.
    """
    with io.BufferedReader(path.open("rb", buffering=0), 2 * HEAD_BYTES) as plain:
        if plain.peek(2)[:2] != _GZIP:
            yield plain
            return
        with (
            gzip.GzipFile(fileobj=plain) as packed,
            io.BufferedReader(
                Metered(packed, plain, limits or Unpacking()), 2 * HEAD_BYTES
            ) as stream,
        ):
            yield stream


def is_packed(path: Path) -> bool:
    """Whether the file is gzipped.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return stream.read(2) == _GZIP


def read_head(path: Path, columns: Mapping[str, str]) -> Head:
    """The beginning of the file.

    Raises:
        OSError, EOFError, zlib.error: it cannot be read or unpacked.
    """
    with open_bytes(path) as stream:
        content, whole = _first_bytes(stream)
    text = "" if is_binary(content) else _text(content, whole=whole)
    return Head(content, text, suffix_of(path), whole, columns)


def _first_bytes(stream: io.BufferedReader[Any]) -> tuple[bytes, bool]:
    """The beginning, and whether it is all; of a file that breaks off, what stands before."""
    content = b""
    try:
        while len(content) < HEAD_BYTES:
            piece = stream.read1(HEAD_BYTES - len(content))
            if not piece:
                return content, True
            content += piece
        return content, not stream.read1(1)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        # The reader meets the same error, behind the records that can be read.
        if not content:
            raise
        return content, False


def is_binary(content: bytes) -> bool:
    r"""Whether the bytes are no text in any encoding we read.

    >>> is_binary(b"PAR1\x15\x00\x15\x01"), is_binary("naïve".encode())
    (True, False)
    """
    if stream_encoding(content) != "utf-8":
        return False
    controls = sum(content.count(byte) for byte in _CONTROLS)
    return b"\x00" in content or controls > 0.02 * len(content)


_CONTROLS = [bytes([code]) for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b"]


def suffix_of(path: Path) -> str:
    """How the name ends, in lower case, the ending ".gz" set aside.

    >>> suffix_of(Path("a/News.JSONL.gz")), suffix_of(Path("b.gz"))
    ('.jsonl', '')
    """
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _text(content: bytes, *, whole: bool) -> str:
    encoding = stream_encoding(content)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    return repaired(decoder.decode(content, final=whole), content).text
