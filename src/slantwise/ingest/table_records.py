"""Records of a CSV or TSV file, with the lines they stand on and what is wrong with them."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slantwise.ingest.dialects import Dialect
from slantwise.ingest.lines import Line

_TOO_LONG = "one of its lines is longer than the limit"
_NEVER_CLOSED = "a quotation mark opened there is never closed. Close it, or double it"
_NOT_DOUBLED = "quotation marks inside a quoted cell are not doubled. Double them"


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

    At most `max_chars` characters of a record are held. Where a record breaks off at a quotation
    mark, it is its first line alone that is lost, provided that what follows is then of the
    table's width; else all lines that it ran over.
    """
    # The limit is the csv module's, for the whole process. Records are limited here, so it is
    # lifted, and never lowered again.
    csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
    feed = _Feed(lines, max_chars)
    width = 0
    while attempt := feed.read(dialect):
        held = attempt.lines
        if any(line.too_long for line in held):
            yield _record((), held, _TOO_LONG)
        elif not attempt.failure:
            width = width or len(attempt.cells)
            if any(attempt.cells):
                yield _record(attempt.cells, held)
        elif len(held) == 1 and not attempt.unclosed:
            yield _record(next(dialect.rows([held[0].text])), held)
        else:
            lost = _lost(attempt, feed, dialect, width)
            alone = attempt.unclosed or len(lost) == 1
            yield _record((), lost, _NEVER_CLOSED if alone else _NOT_DOUBLED)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A record read strictly, or the failure to, and the lines that it took."""

    cells: Sequence[str]
    lines: Sequence[Line]
    failure: str = ""

    @property
    def unclosed(self) -> bool:
        return "unexpected end" in self.failure


class _Feed:
    """The lines of the table; those taken can be put back."""

    def __init__(self, lines: Iterable[Line], max_chars: int) -> None:
        self._lines = iter(lines)
        self._max_chars = max_chars
        self._again: deque[Line] = deque()

    def put_back(self, lines: Sequence[Line]) -> None:
        self._again.extendleft(reversed(lines))

    def skip(self, n_lines: int) -> None:
        """Leave out lines that were put back."""
        for _ in range(n_lines):
            self._again.popleft()

    def read(self, dialect: Dialect) -> _Attempt | None:
        """The next record, read strictly; None at the end."""
        held: list[Line] = []
        try:
            return _Attempt(next(dialect.rows(self._texts(held), strict=True)), held)
        except StopIteration:
            return None
        except csv.Error as error:
            return _Attempt((), held, str(error))

    def _texts(self, held: list[Line]) -> Iterator[str]:
        """The texts of the lines, which come to be held; up to the limit and no further."""
        n_chars = 0
        while n_chars <= self._max_chars:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            held.append(line)
            n_chars += len(line.text)
            yield line.text or "\n"


def _lost(attempt: _Attempt, feed: _Feed, dialect: Dialect, width: int) -> Sequence[Line]:
    """The lines lost with the attempt; the others are put back.

    Only the first, where the table goes on in its width behind it: with the next record, or, for
    an attempt that ran to the end or the limit, with all the records that it took.
    """
    first, following = attempt.lines[:1], attempt.lines[1:]
    feed.put_back(following)
    read: list[Line] = []
    fits = False
    while len(read) < len(following):
        found = feed.read(dialect)
        if found is None:
            break
        read += found.lines
        fits = not found.failure and len(found.cells) in (0, width)
        if not fits or (found.cells and not attempt.unclosed):
            break
    if fits:
        feed.put_back(read)
        return first
    feed.skip(len(following) - len(read))
    feed.put_back(read[len(following) :])
    return attempt.lines


def _record(cells: Sequence[str], lines: Sequence[Line], failure: str = "") -> Record:
    guessed = next((line.guessed for line in lines if line.guessed), "")
    return Record(cells, lines[0].number, lines[-1].number, guessed, failure)
