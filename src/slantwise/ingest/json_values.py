"""JSON files that are not one object a line: an array, one object, or objects one after another."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from slantwise.ingest.columns import map_columns
from slantwise.ingest.content import Head, read_head
from slantwise.ingest.drafts import Draft
from slantwise.ingest.encodings import guess_message, repaired
from slantwise.ingest.files import InputFile
from slantwise.ingest.json_lines import object_from
from slantwise.ingest.json_objects import Found, json_objects
from slantwise.ingest.lines import open_text
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.rows import Row, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem, Source

_WRAPPERS = (
    "articles",
    "results",
    "items",
    "data",
    "docs",
    "documents",
    "records",
    "stories",
    "_items",
)
_FAILURES = {
    "cut-off": (
        "cut-off-file",
        "the file ends inside the object that begins on line {line}. Save or download it again.",
    ),
    "given-up": (
        "given-up-file",
        "a hundred objects before line {line} are not closed, so the rest is not read. Save the "
        "file again, or save it as JSON Lines, where one bad article does not spoil others.",
    ),
    "too-long": (
        "record-too-long",
        "the object that begins on line {line} is longer than {limit} characters; expected one "
        "article an object. Split the file, or save it as JSON Lines.",
    ),
}


def is_json(head: Head) -> bool:
    """Whether the text begins like a JSON array of objects, or an object; or is named so."""
    text = head.text.lstrip()
    if head.suffix == ".json":
        return bool(text)
    if text.startswith("["):
        return text[1:].lstrip()[:1] in ("{", "]")
    return text.startswith("{") and text[1:].lstrip()[:1] in ('"', "}")


def read_json(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order; the articles of a file that is one are itself.

    One object that holds no text but a list of objects ("articles", "results", "items", …) is
    taken as that list.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    yield from drafts_from_rows(json_rows(file, settings), file, settings)


def json_rows(file: InputFile, settings: IngestSettings) -> Iterator[Row | Problem]:
    """The objects of the file, in order, those of a list in a lone object instead of it.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with open_text(file.path, settings.unpacking) as stream:
        found = json_objects(stream.text, settings.max_record_chars)
        first = list(islice(found, 2))
        if not first:
            message = "the JSON file holds no object; expected articles as objects."
            yield problem(file.source(), "no-articles", message)
            return
        rows = _rows(chain(first, found), file, settings)
        if len(first) == 1 and not _is_array(file):
            rows = _alone(rows, file, settings)
        yield from rows


def _is_array(file: InputFile) -> bool:
    return read_head(file.path, {}).text.lstrip().startswith("[")


def _rows(
    objects: Iterable[Found], file: InputFile, settings: IngestSettings
) -> Iterator[Row | Problem]:
    guessed = ""
    for number, found in enumerate(objects, start=1):
        source = file.source(f"record {number}")
        if found.failure:
            reason, message = _FAILURES[found.failure]
            message = message.format(line=found.line, limit=settings.max_record_chars)
            yield problem(source, reason, message)
            continue
        decoded = repaired(found.text)
        if decoded.guessed and decoded.guessed != guessed:
            guessed = decoded.guessed
            yield problem(source, "guessed-encoding", guess_message(guessed), fatal=False)
        yield _row(number, decoded.text, found, source)


def _row(number: int, text: str, found: Found, source: Source) -> Row | Problem:
    value = object_from(text)
    if isinstance(value, str):
        message = f"from line {found.line} on, {value}, found {shown(text)}."
        return problem(source, "bad-json", message)
    return Row(number, source.record, value)


def _alone(
    rows: Iterable[Row | Problem], file: InputFile, settings: IngestSettings
) -> Iterator[Row | Problem]:
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        listed = _listed(row.values, settings)
        if not listed:
            yield Row(row.number, "", row.values)
        for number, value in enumerate(listed, start=1):
            if isinstance(value, Mapping):
                yield Row(number, f"record {number}", value)
            else:
                message = f"this value is no object, found {shown(str(value))}."
                yield problem(file.source(f"record {number}"), "bad-json", message)


def _listed(values: Mapping[str, object], settings: IngestSettings) -> list[object]:
    if map_columns(values, settings.columns).has_text:
        return []
    for name in _WRAPPERS:
        value = values.get(name)
        if isinstance(value, list) and value:
            return value
    return []
