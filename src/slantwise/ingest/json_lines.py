"""JSON Lines: one object a line; a bad line costs itself alone. The gold form `articles` too."""

import json
from collections.abc import Iterator

from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import Line, open_text, read_lines
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.rows import Row, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

_SUFFIXES = (".jsonl", ".ndjson", ".jl")


def is_json_lines(head: Head) -> bool:
    """Whether the first line is a whole JSON object and others follow, or the name says so."""
    if head.suffix in _SUFFIXES:
        return not head.first_line.startswith("[")
    follows = head.text.lstrip().partition("\n")[2].lstrip()
    return follows.startswith("{") and head.first_object() is not None


def read_json_lines(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order of lines; blank lines are passed over.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with open_text(file.path, settings.unpacking) as stream:
        lines = read_lines(stream, settings.max_record_chars)
        yield from drafts_from_rows(_rows(lines, file, settings), file, settings)


def _rows(
    lines: Iterator[Line], file: InputFile, settings: IngestSettings
) -> Iterator[Row | Problem]:
    guessed = ""
    for line in lines:
        source = file.source(f"line {line.number}")
        if line.guessed and line.guessed != guessed:
            guessed = line.guessed
            yield problem(source, "guessed-encoding", guess_message(guessed), fatal=False)
        if line.too_long:
            message = (
                f"the line is longer than {settings.max_record_chars} characters; expected one "
                "article a line. Split the file, or raise the limit."
            )
            yield problem(source, "record-too-long", message)
        elif line.text.strip():
            value = object_from(line.text)
            if isinstance(value, str):
                yield problem(source, "bad-json", f"{value}, found {shown(line.text.strip())}.")
            else:
                yield Row(line.number, source.record, value)


def object_from(text: str) -> dict[str, object] | str:
    """The JSON object that the text is, or why it is none, in words."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column" if error.lineno > 1 else "column"
        return f"this is no JSON ({error.msg} at {where} {error.colno}); expected an object"
    except (ValueError, RecursionError) as error:
        return f"this JSON cannot be read ({error}); expected an object of plain values"
    if not isinstance(value, dict):
        return "this JSON value is no object; expected one with the article's fields"
    return value
