"""Records of a CSV or TSV file, with the lines they stand on and what is wrong with them."""

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from slantwise.ingest.dialects import Dialect
from slantwise.ingest.lines import Line

_NEVER_CLOSED = "a quotation mark opened there is never closed. Close it, or double it"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: what the csv module made of some lines, or why it could not.

    Attributes:
        cells: its cells; empty where it failed.
        first_line: number of its first line.
        last_line: number of its last line.
        guessed: encoding that had to be guessed for one of its lines; empty for none.
        failure: what is wrong; empty where nothing is.
    """

    cells: Sequence[str]
    first_line: int
    last_line: int
    guessed: str = ""
    failure: str = ""

    @property
    def where(self) -> str:
        """The lines it stands on, in words."""
        if self.first_line == self.last_line:
            return f"line {self.first_line}"
        return f"lines {self.first_line} to {self.last_line}"


def table_records(lines: Iterator[Line], dialect: Dialect, max_chars: int) -> Iterator[Record]:
    """The records of the table in order, the row of column names first; blank lines give none.

    At most `max_chars` characters of a record are held. Where a quotation mark is never closed,
    the lines after it are read again without it, provided that all of them are then records as
    wide as the first; else they are part of what is lost.
    """
    # The limit is the csv module's, for the whole process. Records are limited here, so it is
    # lifted, and never lowered again.
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
    feed = _Feed(lines, max_chars)
    width = 0
    while not feed.at_end:
        for cells, held in _parsed(feed, dialect):
            width = width or len(cells)
            if any(line.too_long for line in held):
                yield _record((), held, "one of its lines is longer than the limit")
            elif feed.stopped and _is_unclosed(held, dialect):
                yield from _without_mark(held, feed, dialect, width)
            else:
                yield _record(cells, held)


class _Feed:
    """Hands lines to a csv reader, holds those of the record in hand, and stops at the limit."""

    def __init__(self, lines: Iterator[Line], max_chars: int) -> None:
        self._lines = lines
        self._max_chars = max_chars
        self.held: list[Line] = []
        self.stopped = False
        self.at_end = False

    def texts(self) -> Iterator[str]:
        self.stopped = False
        n_chars = 0
        for line in self._lines:
            n_chars = len(line.text) + (n_chars if self.held else 0)
            self.held.append(line)
            yield line.text or "\n"
            if n_chars > self._max_chars and self.held:
                self.stopped = True
                return
        self.stopped = self.at_end = True

    def again(self, lines: Sequence[Line]) -> None:
        """Hand these lines out first, next time."""
        self._lines = chain(lines, self._lines)
        self.at_end = False


def _parsed(feed: _Feed, dialect: Dialect) -> Iterator[tuple[Sequence[str], Sequence[Line]]]:
    """The cells of each record and its lines, until the feed stops; blank records left out."""
    for cells in dialect.rows(feed.texts()):
        held, feed.held = feed.held, []
        if any(cells) or any(line.too_long for line in held):
            yield cells, held


def _record(cells: Sequence[str], lines: Sequence[Line], failure: str = "") -> Record:
    guessed = next((line.guessed for line in lines if line.guessed), "")
    return Record(cells, lines[0].number, lines[-1].number, guessed, failure)


def _is_unclosed(lines: Sequence[Line], dialect: Dialect) -> bool:
    try:
        for _ in dialect.rows((line.text for line in lines), strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _without_mark(
    lines: Sequence[Line], feed: _Feed, dialect: Dialect, width: int
) -> Iterator[Record]:
    """The first line as lost, and the records of the others; or all lines as lost."""
    found = list(_parsed(_Feed(iter(lines[1:]), sys.maxsize), dialect))
    unread: Sequence[Line] = ()
    if found and not feed.at_end:
        # The limit may have cut the last record in two.
        unread = found.pop()[1]
    if not found or any(len(cells) != width for cells, _ in found):
        yield _record((), lines, _NEVER_CLOSED)
        return
    yield _record((), lines[:1], _NEVER_CLOSED)
    feed.again(unread)
    for cells, held in found:
        yield _record(cells, held)
