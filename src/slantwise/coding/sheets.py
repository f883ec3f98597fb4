"""Coding sheets as CSV: one file a coder, one row a unit, the answer in the column `label`."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from slantwise.coding.answers import UnknownAnswer, written
from slantwise.coding.received import Received, Units, problem
from slantwise.coding.records import Task, Unit
from slantwise.errors import CodingError
from slantwise.records import Problem, Source
from slantwise.spreadsheets import as_typed, table

COLUMNS = ("unit", "coder", "before", "text", "after", "actor", "mention", "label", "note")
_NEEDED = ("unit", "coder", "text", "label")
_DELIMITERS = ",;\t"


def sheet(units: Sequence[Unit], coder: str) -> str:
    """The sheet of one coder: RFC 4180, formula-safe, with `label` and `note` to fill in.

    `mention` is the sentence with the actor's name between ‹ and ›; empty for framing.
    """
    rows = [
        (
            *(unit.id, coder, unit.before, unit.text, unit.after, unit.actor),
            *(unit.marked if unit.mention else "", "", ""),
        )
        for unit in units
    ]
    return table([COLUMNS, *rows])


def read_sheet(path: Path, units: Units) -> Iterator[Received | Problem]:
    """The answers of a sheet in order; rows with an empty label are not yet coded: left out.

    Commas, semicolons and tabs are told apart by the first row.

    Raises:
        CodingError: the file is not UTF-8, or lacks a column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodingError(
            f"{path} is not UTF-8 ({error}); save it from the spreadsheet as “CSV UTF-8”."
        ) from error
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
        missing = [name for name in _NEEDED if name not in header]
        if missing:
            raise CodingError(
                f"{path}, line 1: column {missing[0]!r} is missing; expected the columns "
                f"{', '.join(_NEEDED)}, found {', '.join(header) or 'none'}."
            )
        yield from _rows(reader, header, path, units)
    except csv.Error as error:
        raise CodingError(
            f"{path}, line {reader.line_num}: {error}; save the sheet as CSV again."
        ) from error


def _rows(
    reader: Iterator[list[str]], header: Sequence[str], path: Path, units: Units
) -> Iterator[Received | Problem]:
    line = reader.line_num + 1  # type: ignore[attr-defined]
    for cells in reader:
        source = Source(str(path), f"line {line}")
        line = reader.line_num + 1  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        padded = [*cells, *[""] * (len(header) - len(cells))]
        if len(cells) > len(header):
            message = f"the row has {len(cells)} cells and the first row {len(header)}"
            yield problem("bad-row", f"{message}; quote cells that hold the delimiter", source)
            continue
        row = dict(zip(header, map(as_typed, padded), strict=True))
        if row["label"].strip():
            yield _received(row, source, units)


def _received(row: dict[str, str], source: Source, units: Units) -> Received | Problem:
    task: Task = units.sample.task
    unit = units.find(row["unit"], row["text"], source)
    if isinstance(unit, Problem):
        return unit
    try:
        answer = written(task, row["label"], unit.text)
    except UnknownAnswer as error:
        return problem("unknown-label", f"unit {unit.id}: {error}", source)
    return Received(unit, row["coder"].strip(), answer, source)
