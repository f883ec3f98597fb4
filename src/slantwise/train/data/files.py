"""Reading the text files of a release, plain or gzipped, with errors that name the line."""

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slantwise.errors import GoldError

LONGEST_FIELD = 1 << 24


def read_text(path: Path) -> str:
    """The text of `path`, or of `path` with .gz appended where only that exists.

    Line ends stay as they are: offsets of several releases count them.

    Raises:
        GoldError: neither file exists, or the bytes are not UTF-8.
    """
    packed = path.with_name(path.name + ".gz")
    if not path.exists() and not packed.exists():
        raise GoldError(f"{path} is missing (nor is {packed.name} there); check the data folder")
    raw = path.read_bytes() if path.exists() else gzip.decompress(packed.read_bytes())
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: expected UTF-8, byte {error.start} is not") from error


def read_jsonl(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's place ("file, line n") and object.

    Raises:
        GoldError: a line is not a JSON object.
    """
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        place = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{place}: expected a JSON object, found {error.msg}") from error
        if not isinstance(row, dict):
            raise GoldError(f"{place}: expected a JSON object, found {type(row).__name__}")
        yield place, row


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row's place ("file, row n") and cells by column name.

    Raises:
        GoldError: a column of `columns` is missing.
    """
    csv.field_size_limit(min(LONGEST_FIELD, sys.maxsize))
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        raise GoldError(f"{path}: columns {missing} are missing, found {reader.fieldnames}")
    for number, row in enumerate(reader, start=1):
        yield f"{path}, row {number}", row


def whole_number(cell: object, place: str, name: str) -> int:
    """`cell` as an integer.

    Raises:
        GoldError: it is none.
    """
    try:
        return int(str(cell))
    except ValueError as error:
        raise GoldError(f"{place}: expected a whole number as {name}, found {cell!r}") from error
