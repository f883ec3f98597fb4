"""The batch half: many articles into a run folder, shard by shard, by whatever engine.

A shard is a fixed number of records in input order; an engine analyses it and writes its part
under a temporary name. Here records are read, finished shards passed over, parts given their
names and receipts, and progress told; memory does not grow with the articles.
"""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import cast

from slantwise.clean import RecurringLines
from slantwise.codebook import write_codebook
from slantwise.errors import InputError, RunError
from slantwise.ingest import IngestSettings, digests, exists, read
from slantwise.pipeline.analyser import Analyser, AnalyserSettings
from slantwise.pipeline.cluster import RayCluster, RayPool, absolute
from slantwise.pipeline.engines import Done, Engine, InProcess
from slantwise.pipeline.ingesting import shipped_outlets
from slantwise.pipeline.processes import ProcessPool
from slantwise.pipeline.shards import ArticleReader, Record, Shard, shards
from slantwise.pipeline.share import ReadShare
from slantwise.pipeline.worker import Team
from slantwise.records import Article, Problem
from slantwise.run import (
    Manifest,
    Receipt,
    RunFolder,
    Sitting,
    Store,
    Tally,
    is_ingested,
    locked,
    read_receipts,
    start_run,
    sweep,
)

SHARD_SIZE = 32
"""Records a shard: small enough that a kill costs seconds, large enough for full batches."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        done: records finished, those of earlier sittings included.
        analysed: articles among them that were analysed in this sitting.
        problems: records of this sitting that could not be analysed.
        n_parts: shards read so far.
        expected: records of the whole input, estimated; None where nothing tells.
    """

    done: int
    analysed: int = 0
    problems: int = 0
    n_parts: int = 0
    expected: int | None = None


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch analysis reads and how.

    Attributes:
        inputs: files and folders.
        run: the run folder.
        ingest: how files are read.
        analyser: how articles are analysed.
        workers: processes; 0 takes one a core, 1 works in the process that calls.
        build: makes the analyser of its settings; importable by name, so that a worker process
            can make one of its own.
        outlets: the researcher's own outlet tables, which add to ours or override it.
        cluster: where Ray runs, which then carries the workers; None works on this machine alone.
    """

    inputs: tuple[Path, ...]
    run: Path
    ingest: IngestSettings
    analyser: AnalyserSettings
    workers: int = 0
    build: Callable[[AnalyserSettings], ArticleReader] = Analyser
    outlets: tuple[Path, ...] = ()
    cluster: RayCluster | None = None


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the records of a batch come from.

    Attributes:
        records: gives them, from the first.
        inputs: sha256 of every input, by path.
        share: follows how much of the input is read.
        signed: what else of the reading can change a result, by name.
        recurring: lines that repeat across an outlet's articles, where an ingest found them.
    """

    records: Callable[[], Iterable[Record]]
    inputs: Mapping[str, str] = field(default_factory=dict)
    share: ReadShare = field(default_factory=lambda: ReadShare({}))
    signed: Mapping[str, str] = field(default_factory=dict)
    recurring: RecurringLines | None = None


def analyze_files(batch: Batch, *, report: Report | None = None) -> RunFolder:
    """Analyse every article of the inputs into the run folder; go on where a run stopped.

    Parts of earlier sittings are kept where their digest is right, and done again where not.

    Args:
        batch: what to read and where to write.
        report: called with the progress after every shard.

    Returns:
        The finished run.

    Raises:
        InputError: an input does not exist, or no article could be read at all.
        RunError: the run folder is another run's, in use, or cannot be written.
    """
    for path in (*batch.inputs, *batch.ingest.texts):
        if not exists(path):
            raise InputError(f"{path} does not exist. Give the path of a file or a folder.")
    if any(map(is_ingested, batch.inputs)):
        return _analyze(_stored(batch), batch, report)
    outlets = shipped_outlets(batch.outlets)
    inputs = digests(batch.inputs)
    source = _Source(
        records=partial(read, batch.inputs, batch.ingest, outlets=outlets),
        inputs={**inputs, **digests(batch.ingest.texts)},
        share=ReadShare(_sizes(inputs)),
        signed={"outlets_digest": outlets.digest()},
    )
    return _analyze(source, batch, report)


def _stored(batch: Batch) -> _Source:
    """The articles that an ingest left in a run folder."""
    if len(batch.inputs) > 1:
        raise InputError(
            "a run with ingested articles is analysed by itself; ingest all the files into one "
            "run, or give files and folders only."
        )
    store = Store(batch.inputs[0])
    manifest = store.manifest()
    return _Source(
        records=store.read,
        inputs=store.digests(),
        share=ReadShare(_sizes(manifest["inputs"])),
        signed=manifest["signature"],
        recurring=RecurringLines.of(store.recurring()),
    )


def analyze_articles(
    articles: Iterable[Article], batch: Batch, *, report: Report | None = None
) -> RunFolder:
    """The same for articles that a program already holds.

    On going on, the articles must be those of before, in the same order.
    """
    return _analyze(_Source(lambda: articles), batch, report)


def _analyze(source: _Source, batch: Batch, report: Report | None) -> RunFolder:
    with locked(batch.run):
        build = partial(batch.build, _for_workers(batch))
        reader = build()
        signature = {**reader.signature(), **_signed(batch.ingest), **source.signed}
        run = _mended(start_run(batch.run, Manifest(signature, source.inputs, SHARD_SIZE)))
        if run.finished:
            return run
        if reader.coder:
            write_codebook(run.path, reader.coder)
        engine = _engine(
            batch, Team(run.writer(), build, _n_workers(batch), source.recurring), reader
        )
        del reader  # where workers have one of their own, this one has signed
        try:
            sitting = _Sitting(run, report)
            n_parts = sitting.work(shards(source.records(), SHARD_SIZE, source.share), engine)
        finally:
            sweep(run.path)
        if not sitting.held.n_articles:
            raise InputError(_nothing_read(run, batch))
        return run.finish(n_parts)


def _n_workers(batch: Batch) -> int:
    """Workers to start; 0 for as many as a cluster has room for."""
    return batch.workers if batch.cluster else batch.workers or os.cpu_count() or 1


def _for_workers(batch: Batch) -> AnalyserSettings:
    if batch.cluster:
        return replace(absolute(batch.analyser), threads=batch.cluster.threads)
    return replace(batch.analyser, threads=1) if _n_workers(batch) > 1 else batch.analyser


def _engine(batch: Batch, team: Team, reader: ArticleReader) -> Engine:
    if batch.cluster:
        return RayPool(team, batch.cluster, reader.signature())
    if team.n_workers > 1:
        return ProcessPool(team)
    return InProcess(team.writer, reader, team.recurring)


class _Sitting:
    """The work on a run from its start, or from where it stopped, to its end or the next stop."""

    def __init__(self, run: RunFolder, report: Report | None) -> None:
        """Work on `run`; tell `report`."""
        self._run = run
        self._report = report
        self._before = read_receipts(run.path)
        last = max((receipt.sitting.number for receipt in self._before.values()), default=0)
        self._number = last + 1
        # The wall clock may be set back in mid-run; this one never goes back.
        self._begun = time.monotonic()
        self._progress = Progress(0)
        self.held = Tally()

    def work(self, source: Iterable[Shard], engine: Engine) -> int:
        """Carry every shard that is not finished through the engine; gives the number of parts.

        Raises:
            RunError: the records are not those of before, or a part cannot be written.
        """
        done = cast("Generator[Done]", engine.run(self._unfinished(source)))
        with closing(done):  # ends the workers, whatever happens here
            for item in done:
                self._commit(item)
        n_parts = self._progress.n_parts
        if any(index >= n_parts for index in self._before):
            raise self._changed(f"there are fewer records than the {len(self._before)} parts hold")
        return n_parts

    def _unfinished(self, source: Iterable[Shard]) -> Iterator[Shard]:
        for shard in source:
            self._progress = replace(self._progress, n_parts=shard.index + 1)
            receipt = self._before.get(shard.index)
            if receipt is None or not self._is_sound(receipt, shard):
                yield shard
            else:
                self._count(receipt.tally, shard, analysed=0, problems=0)

    def _is_sound(self, receipt: Receipt, shard: Shard) -> bool:
        if receipt.read != shard.digest:
            first, last = shard.records[0], shard.records[-1]
            raise self._changed(f"{first.source} to {last.source} are not what was read before")
        return not self._run.damage(receipt)

    def _commit(self, done: Done) -> None:
        seconds = time.monotonic() - self._begun
        sitting = Sitting(self._number, round(seconds, 3), done.shard.share_read)
        receipt = self._run.commit(done.staged, read=done.shard.digest, sitting=sitting)
        tally = receipt.tally
        self._count(tally, done.shard, analysed=tally.n_articles, problems=tally.n_not_analysed)

    def _count(self, tally: Tally, shard: Shard, *, analysed: int, problems: int) -> None:
        self.held += tally
        old = self._progress
        n_read = shard.index * self._run.manifest.shard_size + len(shard.records)
        self._progress = replace(
            old,
            done=old.done + tally.n_records,
            analysed=old.analysed + analysed,
            problems=old.problems + problems,
            expected=round(n_read / shard.share_read) if shard.share_read else None,
        )
        if self._report:
            self._report(self._progress)

    def _changed(self, what: str) -> RunError:
        return RunError(
            f"{self._run.path} was made of another input: {what}. Name a new run, or give the "
            "articles of before in the same order."
        )


def _mended(run: RunFolder) -> RunFolder:
    """The run, marked not finished where a part of it is missing or damaged."""
    if not run.finished:
        return run
    receipts = read_receipts(run.path)
    whole = list(receipts) == list(range(run.manifest.n_parts or 0))
    if whole and not any(map(run.damage, receipts.values())):
        return run
    return run.reopened()


def _sizes(paths: Iterable[str]) -> dict[str, int]:
    sizes = {}
    for path in paths:
        try:
            sizes[path] = Path(path).stat().st_size
        except OSError:
            continue  # gone since its digest was taken; the reading says so
    return sizes


def _signed(ingest: IngestSettings) -> dict[str, str]:
    return {f"ingest_{f.name}": str(getattr(ingest, f.name)) for f in fields(ingest)}


def _nothing_read(run: RunFolder, batch: Batch) -> str:
    problems = [outcome for outcome in run.read() if isinstance(outcome, Problem)]
    first = f" The first of {len(problems)} problems: {problems[0].message}" if problems else ""
    names = ", ".join(str(path) for path in batch.inputs) or "the articles given"
    return f"no article could be analysed in {names}.{first}"
