"""Records of a WARC file, one at a time (ISO 28500; https://iipc.github.io/warc-specifications/).

The frame is read here, and not by warcio, which holds a header line of any length, and ends at
the first damage: here no more than the limit is held, and reading goes on at the next record.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_LONGEST_LINE = 65_536
_MOST_LINES = 1_000
_CHUNK = 1_048_576
_VERSION = b"WARC/"

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record, or a stretch of the file that is none.

    Attributes:
        number: counted from 1, damaged ones too.
        offset: where it begins, in bytes of the unpacked file.
        headers: its headers, names in lower case.
        block: its content; empty where it was not asked for, or failed.
        failure: what is wrong; empty where nothing is.
    """

    number: int
    offset: int
    headers: Headers = field(default_factory=dict)
    block: bytes = b""
    failure: str = ""


def warc_records(
    stream: "io.BufferedReader[Any]", wanted: Callable[[Headers], bool], max_bytes: int
) -> Iterator[WarcRecord]:
    """The records in order; content is read of those wanted alone, up to the limit.

    Raises:
        OSError, EOFError, zlib.error: the stream cannot be read on.
    """
    source = _Counted(stream)
    number = 0
    line = source.to_text()
    while line:
        number, offset = number + 1, source.offset - len(line)
        headers = _headers(source) if line.startswith(_VERSION) else None
        length = _length(headers)
        if headers is None or length is None:
            yield WarcRecord(number, offset, failure="its header is damaged")
            line = source.to_version()
            continue
        yield _record(source, WarcRecord(number, offset, headers), length, wanted, max_bytes)
        line = source.to_text()


class _Counted:
    """The stream, and how much of it was read."""

    def __init__(self, stream: "io.BufferedReader[Any]") -> None:
        self._stream = stream
        self.offset = 0

    def line(self) -> bytes:
        line = self._stream.readline(_LONGEST_LINE)
        self.offset += len(line)
        return line

    def to_text(self) -> bytes:
        """The next line that is not blank; empty at the end."""
        while (line := self.line()) and not line.strip():
            pass
        return line

    def to_version(self) -> bytes:
        """The next line that begins a record; empty at the end."""
        while (line := self.line()) and not line.startswith(_VERSION):
            pass
        return line

    def read(self, n_bytes: int) -> bytes:
        content = self._stream.read(n_bytes)
        self.offset += len(content)
        return content

    def skip(self, n_bytes: int) -> int:
        """Pass over so many bytes; how many were missing."""
        while n_bytes and (chunk := self.read(min(n_bytes, _CHUNK))):
            n_bytes -= len(chunk)
        return n_bytes


def _headers(source: _Counted) -> Headers | None:
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_LINES):
        line = source.line()
        if not line.strip():
            return headers if line else None
        if len(line) == _LONGEST_LINE:
            return None
        text = line.decode("utf-8", "replace")
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower()
        if not colon:
            return None
        headers.setdefault(name, value.strip())
    return None


def _length(headers: Headers | None) -> int | None:
    """The length of the content; None where the headers do not say, or are damaged."""
    written = (headers or {}).get("content-length", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 19 else None


def _record(
    source: _Counted,
    record: WarcRecord,
    length: int,
    wanted: Callable[[Headers], bool],
    max_bytes: int,
) -> WarcRecord:
    asked = wanted(record.headers)
    failure = f"its content is longer than {max_bytes} bytes" if length > max_bytes else ""
    block = b""
    if asked and not failure:
        block = source.read(length)
        missing = length - len(block)
    else:
        missing = source.skip(length)
    if missing:
        failure = f"the file ends {missing} bytes before the record does"
    block = b"" if failure else block
    return WarcRecord(
        record.number, record.offset, record.headers, block, failure if asked or missing else ""
    )
