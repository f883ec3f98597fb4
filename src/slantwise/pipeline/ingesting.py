"""The ingest: files read, articles cleaned, duplicates and repeating lines found, all stored.

One pass over the files, in input order; the parent reads, workers clean and write shards, each
with a receipt, so that an ingest that is stopped goes on from there. What
looks across articles (duplicates, repeating lines) then works on small tables on disk, sorted by
DuckDB, so that memory does not grow with the number of articles.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from multiprocessing import get_context
from pathlib import Path

from slantwise.clean import clean
from slantwise.duplicates import DuplicateSettings
from slantwise.errors import InputError, RunError
from slantwise.ingest import IngestSettings, digests, exists, follow_parent, read
from slantwise.outlets import OutletTable, read_outlets
from slantwise.pipeline.across import write_duplicates, write_recurring, write_tables
from slantwise.pipeline.file_counts import count_files
from slantwise.pipeline.shards import Shard, shards
from slantwise.records import Article, CleanedArticle, Problem
from slantwise.resources import OUTLETS, shipped
from slantwise.run import (
    FileCounts,
    Store,
    StoredShard,
    StoreManifest,
    add_shard,
    listed,
    locked,
    sound_shards,
    sweep,
)
from slantwise.version import __version__

SHARD_SIZE = 256
"""Records a shard: a part of about a megabyte."""

_AHEAD = 4
"""Shards handed to workers before the first is waited for."""


@dataclass(frozen=True, slots=True)
class IngestJob:
    """What is ingested and how.

    Attributes:
        inputs: files and folders.
        run: the run folder.
        ingest: how files are read.
        outlets: the researcher's own outlet tables, which add to ours or override it.
        duplicates: when two articles are one.
        workers: processes; 0 takes one a core. Never changes a result.
    """

    inputs: tuple[Path, ...]
    run: Path
    ingest: IngestSettings = field(default_factory=IngestSettings)
    outlets: tuple[Path, ...] = ()
    duplicates: DuplicateSettings = field(default_factory=DuplicateSettings)
    workers: int = 0


@dataclass(frozen=True, slots=True)
class Ingested:
    """A finished ingest.

    Attributes:
        path: the run folder, to be given to `analyze` or `compare`.
        files: what became of each file, in input order.
    """

    path: Path
    files: tuple[FileCounts, ...]

    def to_dict(self) -> dict[str, object]:
        """As plain data: what `ingest --json` prints."""
        names = [f.name for f in fields(FileCounts)]
        rows = [{name: getattr(file, name) for name in names} for file in self.files]
        return {
            "run": str(self.path),
            "files": [{**row, "skipped": dict(row["skipped"])} for row in rows],
        }


def shipped_outlets(own: Iterable[Path] = ()) -> OutletTable:
    """Our outlet table with the researcher's own on top.

    Raises:
        SettingsError: a table is not valid; with file and line.
    """
    return read_outlets((shipped(OUTLETS), *own))


def ingest_files(job: IngestJob, *, report: Callable[[int], None] | None = None) -> Ingested:
    """Read, clean and store every article of the inputs; go on where an ingest stopped.

    A finished ingest of the same inputs and settings is returned as it lies. One that was stopped
    reads its files again, and passes over the cleaning of what it stored.

    Args:
        job: what to read and where to write.
        report: called with the number of records done, after every shard.

    Raises:
        InputError: an input does not exist, or holds no article at all.
        RunError: the folder holds another ingest, is in use, or cannot be written.
        SettingsError: an outlet table is not valid.
    """
    paths = (*job.inputs, *job.ingest.texts)
    for path in paths:
        if not exists(path):
            raise InputError(f"{path} does not exist. Give the path of a file or a folder.")
    outlets = shipped_outlets(job.outlets)
    store = Store(job.run)
    with locked(job.run):
        with listed(job.run, digests(paths)) as listing:
            manifest = StoreManifest(_signature(job, outlets), listing.inputs)
            store.start(manifest, listing)
        if not store.finished:
            _store_all(store, job, outlets, report)
            write_duplicates(store, job.duplicates)
            write_recurring(store)
            if not any(file.kept for file in count_files(store)):
                raise InputError(_nothing(store, job))
            store.finish(manifest)
        sweep(store.folder)
        return Ingested(job.run, count_files(store))


def _signature(job: IngestJob, outlets: OutletTable) -> dict[str, str]:
    ingest = {f"ingest_{f.name}": str(getattr(job.ingest, f.name)) for f in fields(job.ingest)}
    return {
        "slantwise": __version__,
        "outlets_digest": outlets.digest(),
        **ingest,
        **job.duplicates.signed(),
    }


def _store_all(
    store: Store, job: IngestJob, outlets: OutletTable, report: Callable[[int], None] | None
) -> None:
    """Clean and write every shard that an earlier sitting did not.

    Raises:
        RunError: a worker died, or a part cannot be written.
    """
    workers = job.workers or os.cpu_count() or 1
    records = read(job.inputs, job.ingest, outlets=outlets, workers=workers)
    known, done = sound_shards(store.folder), 0
    try:
        with _pool(workers) as submit:
            for stored in _stored(shards(records, SHARD_SIZE), store, known, submit):
                if known.get(stored.index) != stored:
                    add_shard(store.folder, stored)
                done += stored.n_records
                if report:
                    report(done)
    except BrokenProcessPool as error:
        raise RunError(
            f"{store.path}: a worker process ended before its time, most often because memory ran "
            "out. The same command goes on from there; ask for fewer workers."
        ) from error


Submit = Callable[[Store, Shard], "Future[StoredShard]"]


def _stored(
    source: Iterable[Shard], store: Store, known: Mapping[int, StoredShard], submit: Submit
) -> Iterator[StoredShard]:
    """Each shard, stored, in order; one of `known` as it lies if its records are the same."""
    waiting: deque[Future[StoredShard]] = deque()
    for shard in source:
        before = known.get(shard.index)
        if before and before.read == shard.digest:
            waiting.append(_settled(before))
        else:
            waiting.append(submit(store, shard))
        if len(waiting) > _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _pool(workers: int) -> Iterator[Submit]:
    if workers == 1:
        yield lambda store, shard: _settled(_store_shard(store, shard))
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), follow_parent) as pool:
        yield lambda store, shard: pool.submit(_store_shard, store, shard)


def _settled(shard: StoredShard) -> "Future[StoredShard]":
    done: Future[StoredShard] = Future()
    done.set_result(shard)
    return done


def _store_shard(store: Store, shard: Shard) -> StoredShard:
    """Clean and write one shard."""
    records: list[CleanedArticle | Problem] = [
        clean(record) if isinstance(record, Article) else record for record in shard.records
    ]
    articles = [one for one in records if isinstance(one, CleanedArticle)]
    files = {
        **write_tables(store, shard.index, articles),
        **store.write(shard.index, records),
    }
    return StoredShard(shard.index, len(records), shard.digest, files)


def _nothing(store: Store, job: IngestJob) -> str:
    problems = (record for record in store.read() if isinstance(record, Problem))
    first = next(problems, None)
    names = ", ".join(str(path) for path in job.inputs)
    return f"no article was found in {names}." + (f" The first: {first.message}" if first else "")
