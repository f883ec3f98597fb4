"""CSV and TSV files, row by row: every odd row is named, the others go through."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from slantwise.ingest.content import read_head
from slantwise.ingest.dialects import find_dialect
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import open_text, read_lines
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import Row, column_problem, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.table_records import Record, table_records
from slantwise.records import Problem


@dataclass(frozen=True, slots=True)
class _Table:
    """A table being read.

    Attributes:
        names: names of its columns, from its first row.
        rows: the rows below, in order; a row that cannot be read is a problem.
    """

    names: Sequence[str]
    rows: Iterator[Row | Problem]


@contextmanager
def _table(file: InputFile, settings: IngestSettings) -> Iterator[_Table]:
    dialect = find_dialect(read_head(file.path, settings.columns))
    with open_text(file.path, settings.unpacking) as stream:
        limit = settings.max_record_chars
        records = table_records(read_lines(stream, limit), dialect, limit)
        header = next(records, None)
        names = [name.strip() for name in header.cells] if header else []
        yield _Table(names, _rows(records, names, file))


def read_delimited(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the table, in order; the first row names the columns.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with _table(file, settings) as table:
        wrong = column_problem(table.names, file, settings)
        if wrong is not None:
            yield wrong
            return
        yield from drafts_from_rows(table.rows, file, settings)


def table_rows(file: InputFile, settings: IngestSettings) -> Iterator[Row | Problem]:
    """The rows of the table below the names of its columns, whatever they hold.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    with _table(file, settings) as table:
        yield from table.rows


def _rows(
    records: Iterator[Record], names: Sequence[str], file: InputFile
) -> Iterator[Row | Problem]:
    guessed = ""
    for number, record in enumerate(records, start=1):
        named = f"row {number}"
        if record.guessed and record.guessed != guessed:
            guessed = record.guessed
            yield problem(
                file.source(named), "guessed-encoding", guess_message(guessed), fatal=False
            )
        fault = record.failure or _too_wide(record, names)
        if fault:
            message = f"the row, on {record.where}, cannot be read: {fault}."
            yield problem(file.source(named), "bad-row", message)
        else:
            yield Row(number, named, _values(record, names), _notes(record, names))


def _values(record: Record, names: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    cells = [*record.cells, *[""] * (len(names) - len(record.cells))]
    for name, cell in zip(names, cells, strict=False):
        values.setdefault(name, cell)
    return values


def _too_wide(record: Record, names: Sequence[str]) -> str:
    if not any(cell.strip() for cell in record.cells[len(names) :]):
        return ""
    return (
        f"it has {len(record.cells)} cells where the first row names {len(names)} columns, so "
        "which cell is which cannot be told. Put quotation marks around cells that hold the "
        "delimiter or a line break, and double those inside"
    )


def _notes(record: Record, names: Sequence[str]) -> tuple[Note, ...]:
    if len(record.cells) >= len(names):
        return ()
    message = (
        f"the row, on {record.where}, has {len(record.cells)} cells where the first row names "
        f"{len(names)} columns; the last ones are taken as empty. Check that its text is whole."
    )
    return (Note("ragged-row", message),)
