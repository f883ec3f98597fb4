"""JSON Lines files of this package: a header line that names what the file is, then rows.

Every fault is reported with file and line.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from slantwise.errors import CodingError

FORMAT = 1
Made = TypeVar("Made")
Plain = Mapping[str, Any]


def write_lines(path: Path, what: str, header: Plain, rows: Iterable[Plain]) -> None:
    """Writes the file whole: to a temporary name first, then renamed.

    Raises:
        CodingError: the file cannot be written.
    """
    first = {"what": what, "format": FORMAT, **header}
    lines = [json.dumps(row, ensure_ascii=False) for row in (first, *rows)]
    content = ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise CodingError(f"{path} cannot be written: {error.strerror}. Name another.") from error


def read_lines(path: Path, what: str) -> tuple[Plain, list[tuple[int, Plain]]]:
    """The header and the rows with their line numbers.

    Raises:
        CodingError: the file is missing, is not UTF-8 or JSON, or is another sort of file.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CodingError(f"{path} cannot be read: {error.strerror}. Give a {what}.") from error
    except UnicodeDecodeError as error:
        raise CodingError(f"{path} is not UTF-8 ({error}); expected a {what}.") from error
    rows = [
        (number, _parsed(path, number, line))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    found = rows[0][1].get("what") if rows else None
    if found != what:
        raise CodingError(
            f"{path}, line 1: expected a {what}, found {found or 'something else'}; "
            "give the file that `slantwise code` wrote."
        )
    header = rows[0][1]
    if header.get("format") != FORMAT:
        raise CodingError(
            f"{path}, line 1: format {header.get('format')}, this version reads {FORMAT}."
        )
    return header, rows[1:]


def made(path: Path, number: int, make: Callable[[Plain], Made], row: Plain) -> Made:
    """What `make` makes of a row.

    Raises:
        CodingError: the row lacks a field or holds a value that is not known; names the line.
    """
    try:
        return make(row)
    except (KeyError, TypeError, ValueError) as error:
        said = f"has no field {error}" if isinstance(error, KeyError) else f"is not valid: {error}"
        raise CodingError(
            f"{path}, line {number} {said}; give the file as `slantwise code` wrote it."
        ) from error


def _parsed(path: Path, number: int, line: str) -> Plain:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CodingError(f"{path}, line {number} is not JSON: {error}.") from error
    if not isinstance(row, dict):
        raise CodingError(f"{path}, line {number}: expected an object in braces.")
    return row
