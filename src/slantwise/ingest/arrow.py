"""Arrow files, read batch by batch: the form in which `datasets` saves a data set to disk.

A saved data set is a folder of such files; `layouts` passes over what lies beside them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.columns import map_columns
from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.parquet import batch_rows
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import column_problem, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

if TYPE_CHECKING:
    import pyarrow as pa

_FILE = b"ARROW1"
_STREAM = b"\xff\xff\xff\xff"
_SUFFIXES = (".arrow", ".arrows", ".feather", ".ipc")
_ROWS = 256


def is_arrow(head: Head) -> bool:
    """Whether the bytes begin as Arrow's file form does, or its stream form under such a name."""
    begins = head.content[:4] == _STREAM and head.suffix in _SUFFIXES
    return head.content.startswith(_FILE) or begins


def read_arrow(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order of rows.

    Raises:
        OSError: the file cannot be read on.
    """
    import pyarrow as pa

    try:
        with pa.memory_map(str(file.path)) as mapped:
            batches = _batches(mapped)
            first = next(batches)
            names = first.schema.names
            wrong = column_problem(names, file, settings)
            if wrong is not None:
                yield wrong
                return
            needed = list(map_columns(names, settings.columns).by_field.values())
            chosen = (batch.select(needed) for batch in _with_first(first, batches))
            yield from drafts_from_rows(batch_rows(chosen, file), file, settings)
    except (pa.ArrowException, UnicodeDecodeError, KeyError) as error:
        message = f"the Arrow file is damaged or cut off ({error}). Save it again."
        yield problem(file.source(), "damaged-file", message)


def _batches(mapped: "pa.MemoryMappedFile") -> "Iterator[pa.RecordBatch]":
    """An empty batch, for the names of the columns, then those of the file in small slices.

    Each is checked whole before it is read: a damaged offset would else lead out of memory.
    """
    import pyarrow as pa

    if mapped.read(len(_FILE)) == _FILE:
        reader = pa.ipc.open_file(mapped)
        source = (reader.get_batch(index) for index in range(reader.num_record_batches))
    else:
        mapped.seek(0)
        reader = source = pa.ipc.open_stream(mapped)
    yield pa.RecordBatch.from_pylist([], schema=reader.schema)
    for batch in source:
        batch.validate(full=True)
        for start in range(0, batch.num_rows, _ROWS):
            yield batch.slice(start, _ROWS)


def _with_first(
    first: "pa.RecordBatch", rest: "Iterator[pa.RecordBatch]"
) -> "Iterator[pa.RecordBatch]":
    yield first
    yield from rest
