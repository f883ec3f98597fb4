"""The batch half: many articles into a run folder, shard by shard, by whatever engine.

A shard is a fixed number of records in input order; an engine analyses it and writes its part
under a temporary name. `sources` says where records come from, `sitting` what is left to do;
memory does not grow with the articles.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from slantwise.codebook import write_codebook
from slantwise.errors import InputError
from slantwise.ingest import IngestSettings
from slantwise.pipeline.analyser import Analyser, AnalyserSettings
from slantwise.pipeline.cluster import RayCluster, RayPool, absolute
from slantwise.pipeline.engines import Engine, InProcess
from slantwise.pipeline.ingesting import shipped_outlets
from slantwise.pipeline.processes import ProcessPool
from slantwise.pipeline.shards import ArticleReader, shards
from slantwise.pipeline.sitting import Report, Work
from slantwise.pipeline.sources import RecordSource, signed_settings, source_of
from slantwise.pipeline.worker import Team
from slantwise.records import Article, Problem
from slantwise.run import (
    Manifest,
    RunFolder,
    listed,
    locked,
    read_receipts,
    start_run,
    sweep,
)

SHARD_SIZE = 32
"""Records a shard: small enough that a kill costs seconds, large enough for full batches."""


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
    source = source_of(batch.inputs, batch.ingest, lambda: shipped_outlets(batch.outlets))
    return _analyze(source, batch, report)


def analyze_articles(
    articles: Iterable[Article], batch: Batch, *, report: Report | None = None
) -> RunFolder:
    """The same for articles that a program already holds.

    On going on, the articles must be those of before, in the same order.
    """
    return _analyze(RecordSource(lambda: articles), batch, report)


def _analyze(source: RecordSource, batch: Batch, report: Report | None) -> RunFolder:
    with locked(batch.run):
        build = partial(batch.build, _for_workers(batch))
        reader = build()
        run = _begun(source, batch, reader)
        if run.finished:
            return run
        if reader.coder:
            write_codebook(run.path, reader.coder)
        engine = _engine(
            batch, Team(run.writer(), build, _n_workers(batch), source.recurring), reader
        )
        del reader  # where workers have one of their own, this one has signed
        try:
            work = Work(run, report)
            n_parts = work.carry(shards(source.records(), SHARD_SIZE, source.share(run)), engine)
        finally:
            sweep(run.path)
        if not work.held.n_articles:
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


def _begun(source: RecordSource, batch: Batch, reader: ArticleReader) -> RunFolder:
    """The run, new or gone on with; not finished where a part of it is missing or damaged."""
    signature = {**reader.signature(), **signed_settings(batch.ingest), **source.signed}
    with listed(batch.run, source.files()) as listing:
        manifest = Manifest(signature, listing.inputs, SHARD_SIZE)
        return _mended(start_run(batch.run, manifest, listing))


def _mended(run: RunFolder) -> RunFolder:
    """The run, marked not finished where a part of it is missing or damaged."""
    if not run.finished:
        return run
    receipts = read_receipts(run.path)
    whole = list(receipts) == list(range(run.manifest.n_parts or 0))
    if whole and not any(map(run.damage, receipts.values())):
        return run
    return run.reopened()


def _nothing_read(run: RunFolder, batch: Batch) -> str:
    problems = [outcome for outcome in run.read() if isinstance(outcome, Problem)]
    first = f" The first of {len(problems)} problems: {problems[0].message}" if problems else ""
    names = ", ".join(str(path) for path in batch.inputs) or "the articles given"
    return f"no article could be analysed in {names}.{first}"
