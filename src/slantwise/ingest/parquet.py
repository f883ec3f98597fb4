"""Parquet, read batch by batch and only the columns that articles need."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from slantwise.ingest.columns import map_columns
from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import Row, column_problem, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 256


def is_parquet(head: Head) -> bool:
    """Whether the bytes begin as Parquet files do."""
    return head.content.startswith(b"PAR1")


def read_parquet(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order of rows.

    Raises:
        OSError: the file cannot be read on.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(file.path) as table:
            names = table.schema_arrow.names
            wrong = column_problem(names, file, settings)
            if wrong is not None:
                yield wrong
                return
            needed = list(map_columns(names, settings.columns).by_field.values())
            batches = table.iter_batches(batch_size=_ROWS, columns=needed)
            yield from drafts_from_rows(batch_rows(batches, file), file, settings)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        message = f"the Parquet file is damaged or cut off ({error}). Save it again."
        yield problem(file.source(), "damaged-file", message)


def batch_rows(batches: "Iterator[pa.RecordBatch]", file: InputFile) -> Iterator[Row | Problem]:
    """The rows of the batches, in order; a row whose text is no UTF-8 is a problem."""
    number = 0
    for batch in batches:
        columns = [_values(column) for column in batch.columns]
        for cells in zip(*columns, strict=True):
            number += 1
            source = file.source(f"row {number}")
            bad = next((cell for cell in cells if isinstance(cell, UnicodeDecodeError)), None)
            if bad is not None:
                message = f"the row is no text in UTF-8 ({bad}). Save the file again as UTF-8."
                yield problem(source, "bad-row", message)
            else:
                yield Row(number, source.record, _by_name(batch.schema.names, cells))


def _by_name(names: Sequence[str], cells: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(names, cells, strict=True))


def _values(column: "pa.Array") -> list[Any]:
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_value(cell) for cell in column]


def _value(cell: "pa.Scalar") -> Any:
    try:
        return cell.as_py()
    except UnicodeDecodeError as error:
        return error
