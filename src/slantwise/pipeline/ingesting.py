"""The ingest: files read, articles cleaned, duplicates and repeating lines found, all stored.

One pass over the files, in input order; the parent reads, workers clean and write shards. What
looks across articles (duplicates, repeating lines) then works on small tables on disk, sorted by
DuckDB, so that memory does not grow with the number of articles.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from slantwise.clean import clean
from slantwise.duplicates import DuplicateSettings
from slantwise.errors import InputError, RunError
from slantwise.ingest import IngestSettings, digests, exists, read
from slantwise.outlets import OutletTable, read_outlets
from slantwise.pipeline.across import write_duplicates, write_recurring, write_tables
from slantwise.pipeline.file_counts import count_files
from slantwise.records import Article, CleanedArticle, Problem
from slantwise.resources import OUTLETS, shipped
from slantwise.run import FileCounts, Store, locked
from slantwise.version import __version__

SHARD_SIZE = 256
"""Records a shard: a part of about a megabyte."""


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
    """Read, clean and store every article of the inputs.

    A finished ingest of the same inputs and settings is returned as it lies.

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
    manifest = {"signature": _signature(job, outlets), "inputs": digests(paths)}
    store = Store(job.run)
    with locked(job.run):
        if not store.finished:
            store.begin()
            workers = job.workers or os.cpu_count() or 1
            records = read(job.inputs, job.ingest, outlets=outlets, workers=workers)
            _store_all(records, store, job, report)
            write_duplicates(store, job.duplicates)
            write_recurring(store)
            shutil.rmtree(store.folder / "tables", ignore_errors=True)
            files = count_files(store)
            if not any(file.kept for file in files):
                raise InputError(_nothing(store, job))
            store.finish(manifest)
        else:
            _refuse_difference(store, manifest)
            files = count_files(store)
    return Ingested(job.run, files)


def _signature(job: IngestJob, outlets: OutletTable) -> dict[str, str]:
    ingest = {f"ingest_{f.name}": str(getattr(job.ingest, f.name)) for f in fields(job.ingest)}
    return {
        "slantwise": __version__,
        "outlets_digest": outlets.digest(),
        **ingest,
        **job.duplicates.signed(),
    }


def _refuse_difference(store: Store, manifest: Mapping[str, Mapping[str, str]]) -> None:
    found = store.manifest()
    for what, new in manifest.items():
        old = found[what]
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                raise RunError(
                    f"{store.path} holds an ingest with another {what.removesuffix('s')}: {key} "
                    f"was {old.get(key)!r} and is now {new.get(key)!r}. Name another run."
                )


def _store_all(
    records: Iterable[Article | Problem],
    store: Store,
    job: IngestJob,
    report: Callable[[int], None] | None,
) -> None:
    workers = job.workers or os.cpu_count() or 1
    source, waiting, done = iter(records), set[Future[int]](), 0
    with _pool(workers) as submit:
        index = 0
        while shard := list(islice(source, SHARD_SIZE)):
            waiting.add(submit(store, index, shard))
            index += 1
            if len(waiting) > workers + 1:
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                done += sum(future.result() for future in ready)
                if report:
                    report(done)
        for future in waiting:
            done += future.result()
    if report:
        report(done)


Submit = Callable[[Store, int, Sequence[Article | Problem]], "Future[int]"]


@contextmanager
def _pool(workers: int) -> Iterator[Submit]:
    if workers == 1:
        yield _at_once
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield lambda store, index, shard: pool.submit(_store_shard, store, index, shard)


def _at_once(store: Store, index: int, shard: Sequence[Article | Problem]) -> "Future[int]":
    done: Future[int] = Future()
    done.set_result(_store_shard(store, index, shard))
    return done


def _store_shard(store: Store, index: int, shard: Sequence[Article | Problem]) -> int:
    """Clean and write one shard; gives the number of its records."""
    records: list[CleanedArticle | Problem] = [
        clean(record) if isinstance(record, Article) else record for record in shard
    ]
    write_tables(store, index, [one for one in records if isinstance(one, CleanedArticle)])
    store.write(index, records)
    return len(shard)


def _nothing(store: Store, job: IngestJob) -> str:
    problems = (record for record in store.read() if isinstance(record, Problem))
    first = next(problems, None)
    names = ", ".join(str(path) for path in job.inputs)
    return f"no article was found in {names}." + (f" The first: {first.message}" if first else "")
