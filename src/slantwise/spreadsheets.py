"""Tables as CSV that a spreadsheet opens without taking text for a formula.

Beside the pipeline: the coding sheets and the tables of a report are written here.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
Row = Sequence[Cell]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_SUSPECT = frozenset((*_FORMULA_STARTS, "'"))
"""First characters without which no cell passes for a formula."""


def table(rows: Iterable[Row]) -> str:
    r"""Rows as RFC 4180 text, the first being the header; empty for no rows.

    A text cell that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> table([["outlet", "mean"], ["=1+1", -0.5]])
    "outlet,mean\r\n'=1+1,-0.5\r\n"
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([csv_cell(cell) for cell in row])
    return out.getvalue()


def as_typed(cell: str) -> str:
    """The text of a cell that `table` wrote: without the apostrophe set before a formula.

    >>> as_typed("'=1+1"), as_typed("'tis so")
    ('=1+1', "'tis so")
    """
    guarded = cell.startswith("'") and _is_formula(cell)
    return cell[1:] if guarded else cell


def _is_formula(cell: str) -> bool:
    """Whether a formula, or one with apostrophes before it, which are then told apart by number."""
    return cell.lstrip("'").startswith(_FORMULA_STARTS)


def csv_cell(cell: Cell) -> str:
    """A cell as text: empty for None, with an apostrophe where it would pass for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell[:1] in _SUSPECT and _is_formula(cell) else cell
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)
