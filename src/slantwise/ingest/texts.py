"""Plain text files, one article each: header lines at the top, or the layout read by its form."""

import re
from collections.abc import Iterator, Mapping

from slantwise.ingest.content import HEAD_BYTES, Head, is_binary, open_bytes
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import Decoded, decode, guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.headers import Headers, read_headers
from slantwise.ingest.leading import Leading, read_leading
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Origin, Problem, Span

_ARTICLE_SUFFIXES = frozenset(["", ".txt", ".text", ".asc", ".utf8"])
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


def is_text(head: Head) -> bool:
    """Whether the bytes are text of any kind."""
    return not is_binary(head.content)


def has_text_name(head: Head) -> bool:
    """Whether the name ends as those of texts do, or in nothing that is a usual ending."""
    return head.suffix in _ARTICLE_SUFFIXES or not _SUFFIX.fullmatch(head.suffix)


def read_text(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The one article of the file.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    decoded = whole_text(file, settings)
    if isinstance(decoded, Problem):
        yield decoded
        return
    text = decoded.text
    headers = read_headers(text)
    leading = read_leading(text, Span(headers.end, len(text)), headline=_has_headline(headers))
    if not leading.body:
        message = "the file holds no text of an article; expected a headline and paragraphs."
        yield problem(file.source(), "no-text", message)
        return
    yield _draft(file, decoded, headers=headers, leading=leading)


def whole_text(
    file: InputFile, settings: IngestSettings, declared: re.Pattern[bytes] | None = None
) -> Decoded | Problem:
    """The text of a file that is one article; a problem where it is longer than the limit.

    Args:
        file: the file.
        settings: how it is read.
        declared: where the file's beginning names its encoding: the pattern's first group.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    limit = settings.max_record_chars
    with open_bytes(file.path) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        message = (
            f"the file is longer than {limit} bytes; expected one article. Split it, or raise the "
            "limit."
        )
        return problem(file.source(), "record-too-long", message)
    named = declared.search(content, 0, HEAD_BYTES) if declared else None
    return decode(content, named[1].decode("ascii", "replace") if named else "")


def encoding_notes(decoded: Decoded) -> tuple[Note, ...]:
    """A note on the encoding where it was guessed."""
    if not decoded.guessed:
        return ()
    return (Note("guessed-encoding", guess_message(decoded.guessed)),)


def _has_headline(headers: Headers) -> bool | None:
    if headers.title is not None:
        return False
    return True if headers.end else None


def _origins(headers: Headers, leading: Leading) -> tuple[Origin, ...]:
    """Where the fields stand: in header lines, or in the lines before the first paragraph."""
    headed = {*headers.values, *(["title"] if headers.title else [])}
    led = {*leading.values, *(["title"] if leading.title else [])} - headed
    return (
        *(Origin(field, "header line") for field in sorted(headed)),
        *(Origin(field, "line before the text") for field in sorted(led)),
        Origin("body", "text"),
    )


def _draft(file: InputFile, decoded: Decoded, *, headers: Headers, leading: Leading) -> Draft:
    values: Mapping[str, str] = {**leading.values, **headers.values}
    return Draft(
        source=file.source(),
        raw=decoded.text,
        title=headers.title or leading.title,
        body=leading.body,
        key=file.key,
        folder=file.outlet_folder,
        named=file.named,
        notes=encoding_notes(decoded),
        origins=_origins(headers, leading),
        addresses=(),
        **values,
    )
