"""Tables as CSV that a spreadsheet opens without taking text for a formula.

Beside the pipeline: the coding sheets and the tables of a report are written here.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
Row = Sequence[Cell]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(rows: Iterable[Row]) -> str:
    r"""Rows as RFC 4180 text, the first being the header; empty for no rows.

    A text cell that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> table([["outlet", "mean"], ["=1+1", -0.5]])
    "outlet,mean\r\n'=1+1,-0.5\r\n"
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue()


def as_typed(cell: str) -> str:
    """The text of a cell that `table` wrote: without the apostrophe set before a formula.

    >>> as_typed("'=1+1"), as_typed("'tis so")
    ('=1+1', "'tis so")
    """
    guarded = cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS)
    return cell[1:] if guarded else cell


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)
