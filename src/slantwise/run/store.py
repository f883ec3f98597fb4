"""Articles as `ingest` leaves them in a run folder, for `analyze` to take up.

`RUN/ingest/articles/*.parquet` holds every record read, in input order, each part written whole
or not at all; `left_out.parquet` says which articles another one stands for, and
`recurring.parquet` which lines repeat across an outlet's articles. `inputs.jsonl` lists the files.
`manifest.json` comes last: an ingest without it is not finished, and goes on from `shards.jsonl`.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.records import Article, CleanedArticle, FileDigest, Problem
from slantwise.run.disk import write_whole, writing
from slantwise.run.inputs import INPUTS, Listing, keep_listing, read_listing
from slantwise.run.store_manifest import (
    StoreManifest,
    is_of,
    read_store_manifest,
    refuse_other_store,
    write_store_manifest,
)
from slantwise.run.stored import LeftOut, record_of, stored_row, stored_schema
from slantwise.run.stored_shards import SHARDS, read_shards

_FOLDER = "ingest"
_MANIFEST = "manifest.json"
_BEGUN = "begun.json"
_TABLES = "tables"
_ROWS = 64


@dataclass(frozen=True, slots=True)
class Store:
    """The articles of an ingest on disk.

    Attributes:
        path: the run folder.
    """

    path: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.path / _FOLDER

    @property
    def finished(self) -> bool:
        """Whether all is written."""
        return (self.folder / _MANIFEST).is_file()

    def start(self, manifest: StoreManifest, listing: Listing) -> None:
        """Begin a store, or go on with the one already there if the same made it.

        An unfinished one of other inputs or settings is taken away.

        Raises:
            RunError: a finished one that was made otherwise is there, or the folder cannot be
                written.
        """
        if self.finished:
            refuse_other_store(self.folder, self.manifest(), manifest, listing)
        elif not is_of(self.folder / _BEGUN, manifest):
            with writing(self.folder):
                if self.folder.exists():
                    shutil.rmtree(self.folder)
                (self.folder / "articles").mkdir(parents=True)
            write_store_manifest(self.folder / _BEGUN, manifest)
        keep_listing(self.folder, listing)

    def parts(self) -> list[Path]:
        """The parts in input order."""
        return sorted((self.folder / "articles").glob("*.parquet"))

    def inputs(self) -> Iterator[FileDigest]:
        """The files that were read, in the order of reading.

        Raises:
            RunError: their list cannot be read.
        """
        return read_listing(self.folder / INPUTS)

    def write(self, index: int, records: Sequence[CleanedArticle | Problem]) -> dict[str, str]:
        """Write one part whole; gives its digest by its name.

        Raises:
            RunError: it cannot be written.
        """
        rows = [stored_row(record) for record in records]
        return self.write_table(f"articles/{index:06}.parquet", rows, stored_schema())

    def write_table(
        self, name: str, rows: Sequence[Mapping[str, Any]], schema: Any
    ) -> dict[str, str]:
        """Write a table of the store whole; gives its digest by its name.

        Raises:
            RunError: it cannot be written.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        target = self.folder / name
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        sink = pa.BufferOutputStream()
        table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
        pq.write_table(table, sink, compression="zstd")
        content: bytes = sink.getvalue().to_pybytes()
        write_whole(target, content)
        return {name: hashlib.sha256(content).hexdigest()}

    def read(self) -> Iterator[Article | Problem]:
        """Every record in input order; a problem stands for each article that does not count."""
        import pyarrow.parquet as pq

        left_out = self._left_out()
        for part in self.parts():
            for batch in pq.ParquetFile(part).iter_batches(batch_size=_ROWS, columns=["data"]):
                for data in batch.column("data").to_pylist():
                    yield record_of(data, left_out)

    def recurring(self) -> Iterator[tuple[str, str]]:
        """Outlet and line of each line that repeats across an outlet's articles."""
        import pyarrow.parquet as pq

        path = self.folder / "recurring.parquet"
        if path.is_file():
            for batch in pq.ParquetFile(path).iter_batches(columns=["outlet", "line"]):
                for row in batch.to_pylist():
                    yield row["outlet"], row["line"]

    def finish(self, manifest: StoreManifest) -> None:
        """Write the manifest, which makes the store one that can be read, and clear up.

        Raises:
            RunError: it cannot be written.
        """
        write_store_manifest(self.folder / _MANIFEST, manifest)
        for name in (_BEGUN, SHARDS, _TABLES):  # what only going on would need
            _take_away(self.folder / name)

    def manifest(self) -> StoreManifest:
        """What made the store.

        Raises:
            RunError: it is not finished, or damaged, or of another format.
        """
        file = self.folder / _MANIFEST
        if not file.is_file():
            raise RunError(f"{self.path} holds no finished ingest; run slantwise ingest again.")
        return read_store_manifest(file)

    def digests(self) -> Iterator[FileDigest]:
        """The digest of the manifest: it names the list of all that was read."""
        file = self.folder / _MANIFEST
        content = file.read_bytes()
        yield FileDigest(str(file), hashlib.sha256(content).hexdigest(), len(content))

    def _left_out(self) -> dict[str, LeftOut]:
        import pyarrow.parquet as pq

        path = self.folder / "left_out.parquet"
        rows = pq.read_table(path).to_pylist() if path.is_file() else []
        return {row["id"]: LeftOut(**row) for row in rows}


def is_ingested(path: Path) -> bool:
    """Whether a finished ingest lies in the run folder."""
    return Store(path).finished


def stored_records(path: Path) -> int:
    """Records that an ingest has stored in the run folder so far; 0 where none has begun."""
    return sum(shard.n_records for shard in read_shards(Store(path).folder))


def write_left_out(store: Store, left_out: Iterable[LeftOut]) -> None:
    """Write which articles do not count."""
    import pyarrow as pa

    fields = [(name, pa.string()) for name in ("id", "reason", "counts", "how")]
    rows = [asdict(one) for one in left_out]
    store.write_table("left_out.parquet", rows, pa.schema([*fields, ("similarity", pa.float64())]))


def _take_away(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)  # it would do no harm
    else:
        path.unlink(missing_ok=True)
