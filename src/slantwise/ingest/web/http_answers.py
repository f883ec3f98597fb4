"""What a web server answered, as a WARC file keeps it: status, type, and the page unpacked."""

import io
import re
import zlib
from dataclasses import dataclass

_PROTOCOLS = ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"]
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml[^>]*>\s*<html)", re.IGNORECASE
)
_GZIP = b"\x1f\x8b"
_HTML = ("text/html", "application/xhtml+xml")


class AnswerError(ValueError):
    """The answer cannot be read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        status: status code, such as 200; 0 where it is none.
        content_type: type of the content, in lower case; empty where it is not named.
        charset: encoding that the server named; empty for none.
        content: the content, unpacked.
    """

    status: int
    content_type: str
    charset: str
    content: bytes

    @property
    def is_page(self) -> bool:
        """Whether the content is HTML."""
        if self.content_type:
            return self.content_type in _HTML
        return bool(_PAGE.match(self.content))


def read_answer(block: bytes, max_bytes: int) -> Answer:
    """The answer that a response record holds.

    Raises:
        AnswerError: its head is none of HTTP, or its content cannot be unpacked, or not within
            the limit.
    """
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.statusandheaders import (
        StatusAndHeadersParser,
        StatusAndHeadersParserException,
    )

    stream = io.BytesIO(block)
    try:
        head = StatusAndHeadersParser(_PROTOCOLS).parse(stream)
    except (StatusAndHeadersParserException, EOFError) as error:
        raise AnswerError(f"it does not begin as an answer of HTTP does ({error})") from error
    named = head.get_header("content-type") or ""
    content_type = named.partition(";")[0].strip().lower()
    charset = _CHARSET.search(named)
    status = (head.get_statuscode() or "").strip()
    if (head.get_header("transfer-encoding") or "").lower() == "chunked":
        packed = ChunkedDataReader(stream).read(max_bytes + 1)
    else:
        packed = stream.read()
    return Answer(
        status=int(status) if status.isascii() and status.isdigit() else 0,
        content_type=content_type,
        charset=charset[1] if charset else "",
        content=_unpacked(packed, head.get_header("content-encoding") or "", max_bytes),
    )


def _unpacked(content: bytes, encoding: str, max_bytes: int) -> bytes:
    """The content as it was before it was packed for sending.

    Crawlers may keep the header and unpack the content: what is no packed form is left as it is.

    Raises:
        AnswerError: it is damaged, longer than the limit, or packed in a way that is not read.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("", "identity", "none", "utf-8") or _PAGE.match(content):
            continue
        if name in ("gzip", "x-gzip") and not content.startswith(_GZIP):
            continue
        if name in ("gzip", "x-gzip", "deflate"):
            content = _inflated(content, max_bytes)
        elif name == "br":
            content = _unbrotlied(content, max_bytes)
        else:
            raise AnswerError(f"its content is packed as {name!r}; expected gzip, deflate or br")
    return content


def _inflated(content: bytes, max_bytes: int) -> bytes:
    # 47: gzip or zlib, by the first bytes; -15: deflate without a head, as some servers send it.
    for window in (47, -15):
        unpacker = zlib.decompressobj(window)
        try:
            unpacked = unpacker.decompress(content, max_bytes + 1)
        except zlib.error:
            continue
        return _whole(unpacked, max_bytes, ended=unpacker.eof)
    raise AnswerError("its packed content is damaged")


def _unbrotlied(content: bytes, max_bytes: int) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    try:
        unpacked = unpacker.process(content, output_buffer_limit=max_bytes + 1)
    except brotli.error as error:
        raise AnswerError("its packed content is damaged") from error
    return _whole(unpacked, max_bytes, ended=unpacker.is_finished())


def _whole(unpacked: bytes, max_bytes: int, *, ended: bool) -> bytes:
    if len(unpacked) > max_bytes:
        raise AnswerError(f"its content unfolds to more than {max_bytes} bytes")
    if not ended:
        raise AnswerError("its packed content is cut off")
    return unpacked
