"""How a table's cells are parted and quoted, found on its first rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from slantwise.ingest.columns import map_columns, n_known
from slantwise.ingest.content import Head

_DELIMITERS = ",;\t|"
_SUFFIXES = (".csv", ".tsv", ".tab")
_ROWS = 20


class _Backslashed(csv.excel):
    """Quotation marks in a cell stand after a backslash, and are not doubled."""

    doublequote = False
    escapechar = "\\"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are parted and quoted.

    Attributes:
        delimiter: what parts two cells.
        form: how quotation marks stand inside quoted cells.
    """

    delimiter: str = ","
    form: type[csv.Dialect] = csv.excel

    def rows(self, lines: Iterable[str], *, strict: bool = False) -> Iterator[list[str]]:
        """The cells of each row.

        Raises:
            csv.Error: while iterating, where a row breaks the form; a strict reading also stops
                at a quotation mark that is never closed.
        """
        return csv.reader(lines, self.form, delimiter=self.delimiter, strict=strict)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a dialect explains the first rows."""

    n_known: int
    evenness: float
    n_columns: int

    def rank(self) -> tuple[bool, int, float, int]:
        return (self.n_columns > 1, self.n_known, self.evenness, self.n_columns)


def find_dialect(head: Head) -> Dialect:
    """The dialect that gives the most usual column names and the most even rows.

    Commas and doubled quotation marks where nothing tells.
    """
    lines = _sample(head)
    return max(_candidates(), key=lambda dialect: _fit(dialect, lines, head).rank())


def is_table(head: Head) -> bool:
    """Whether the text is a table with a row of column names.

    A file named as a table needs even rows or one usual name; any other needs two usual names,
    one of them for the headline or the text, above even rows.
    """
    fit = _fit(find_dialect(head), _sample(head), head)
    if head.suffix in _SUFFIXES:
        return fit.n_known > 0 or (fit.n_columns > 1 and fit.evenness >= 0.8)
    if fit.n_known < 2 or fit.evenness < 0.5:
        return False
    return map_columns(column_names(head), head.columns).is_of_articles


def column_names(head: Head) -> list[str]:
    """The cells of the first row, as the names of columns; none where it cannot be read."""
    try:
        return [name.strip() for name in next(find_dialect(head).rows(_sample(head)), [])]
    except csv.Error:
        return []


def _candidates() -> Iterator[Dialect]:
    for form in (csv.excel, _Backslashed):
        for delimiter in _DELIMITERS:
            yield Dialect(delimiter, form)


def _sample(head: Head) -> list[str]:
    lines = list(io.StringIO(head.text, newline=""))
    return lines if head.whole or len(lines) < 2 else lines[:-1]


def _fit(dialect: Dialect, lines: list[str], head: Head) -> _Fit:
    try:
        rows = list(islice((row for row in dialect.rows(lines) if any(row)), _ROWS))
    except csv.Error:
        return _Fit(0, 0.0, 0)
    if not rows:
        return _Fit(0, 0.0, 0)
    known = n_known((name.strip() for name in rows[0]), head.columns)
    even = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
    return _Fit(known, even, len(rows[0]))
