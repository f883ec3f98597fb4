"""The batch half: many articles into a run folder, shard by shard, over worker processes.

A shard is a fixed number of records in input order; each is analysed and written whole by one
worker. The parent reads, counts and hands out; memory does not grow with the articles.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from slantwise.clean import RecurringLines, clean, language_problem, text_problem
from slantwise.codebook import write_codebook
from slantwise.errors import InputError
from slantwise.ingest import IngestSettings, digests, exists, read
from slantwise.pipeline.analyser import Analyser, AnalyserSettings
from slantwise.pipeline.ingesting import shipped_outlets
from slantwise.records import Article, CleanedArticle, Problem
from slantwise.run import Manifest, Outcome, RunFolder, Store, is_ingested, locked, start_run

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
    """

    done: int
    analysed: int = 0
    problems: int = 0
    n_parts: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch analysis reads and how.

    Attributes:
        inputs: files and folders.
        run: the run folder.
        ingest: how files are read.
        analyser: how articles are analysed.
        workers: processes; 0 takes one a core.
        outlets: the researcher's own outlet tables, which add to ours or override it.
    """

    inputs: tuple[Path, ...]
    run: Path
    ingest: IngestSettings
    analyser: AnalyserSettings
    workers: int = 0
    outlets: tuple[Path, ...] = ()


def analyze_files(batch: Batch, *, report: Callable[[Progress], None] | None = None) -> RunFolder:
    """Analyse every article of the inputs into the run folder; go on where a run stopped.

    Args:
        batch: what to read and where to write.
        report: called with the progress after every shard.

    Returns:
        The finished run.

    Raises:
        InputError: an input does not exist, or no article could be read at all.
        RunError: the run folder is another run's, in use, or cannot be written.
    """
    paths = (*batch.inputs, *batch.ingest.texts)
    for path in paths:
        if not exists(path):
            raise InputError(f"{path} does not exist. Give the path of a file or a folder.")
    if any(map(is_ingested, batch.inputs)):
        return _analyze_stored(batch, report)
    outlets = shipped_outlets(batch.outlets)
    records = read(batch.inputs, batch.ingest, outlets=outlets)
    signed = {"outlets_digest": outlets.digest()}
    inputs = digests(paths)
    return _analyze(records, batch, inputs=inputs, signed=signed, report=report)


def _analyze_stored(batch: Batch, report: Callable[[Progress], None] | None) -> RunFolder:
    """Analyse the articles that an ingest left in a run folder."""
    if len(batch.inputs) > 1:
        raise InputError(
            "a run with ingested articles is analysed by itself; ingest all the files into one "
            "run, or give files and folders only."
        )
    store = Store(batch.inputs[0])
    signed: dict[str, str] = store.manifest()["signature"]
    recurring = RecurringLines.of(store.recurring())
    return _analyze(
        store.read(),
        batch,
        inputs=store.digests(),
        signed=signed,
        report=report,
        recurring=recurring,
    )


def analyze_articles(
    articles: Iterable[Article], batch: Batch, *, report: Callable[[Progress], None] | None = None
) -> RunFolder:
    """The same for articles that a program already holds; the caller vouches for their identity."""
    return _analyze(articles, batch, inputs={}, report=report)


def _analyze(
    records: Iterable[Article | Problem],
    batch: Batch,
    *,
    inputs: dict[str, str],
    report: Callable[[Progress], None] | None,
    signed: Mapping[str, str] | None = None,
    recurring: RecurringLines | None = None,
) -> RunFolder:
    workers = batch.workers or os.cpu_count() or 1
    settings = replace(batch.analyser, threads=1) if workers > 1 else batch.analyser
    analyser = Analyser(settings)
    signature = {**analyser.signature(), **_signed(batch.ingest), **(signed or {})}
    with locked(batch.run):
        run = start_run(batch.run, Manifest(signature, inputs, SHARD_SIZE))
        if run.finished:
            return run
        if analyser.coder:
            write_codebook(run.path, analyser.coder)
        n_parts = 0
        with _pool(run, analyser, settings, workers) as submit:

            def prepare(
                index: int, shard: Sequence[Article | Problem]
            ) -> "Future[tuple[int, int]]":
                return submit(index, [_prepare(record, recurring) for record in shard])

            for step in _work(records, run, prepare, limit=workers + 2):
                n_parts = step.n_parts
                if report:
                    report(step)
        if not any(True for _ in run.articles()):
            raise InputError(_nothing_read(run, batch))
        return run.finish(n_parts)


def _signed(ingest: IngestSettings) -> dict[str, str]:
    return {f"ingest_{f.name}": str(getattr(ingest, f.name)) for f in fields(ingest)}


Prepared = CleanedArticle | Problem
Submit = Callable[[int, Sequence[Prepared]], "Future[tuple[int, int]]"]
SubmitRecords = Callable[[int, Sequence[Article | Problem]], "Future[tuple[int, int]]"]


def _work(
    records: Iterable[Article | Problem], run: RunFolder, submit: SubmitRecords, *, limit: int
) -> Iterator[Progress]:
    """Hand out shards, at most `limit` at a time; yields the progress after each step."""
    source, index, progress = iter(records), 0, Progress(0)
    waiting: set[Future[tuple[int, int]]] = set()
    while shard := list(islice(source, SHARD_SIZE)):
        if run.part(index).is_file():
            progress = replace(progress, done=progress.done + len(shard), n_parts=index + 1)
            yield progress
        else:
            waiting.add(submit(index, shard))
        index += 1
        while len(waiting) >= limit:
            ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            progress = replace(_advance(progress, ready), n_parts=index)
            yield progress
    while waiting:
        ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        progress = replace(_advance(progress, ready), n_parts=index)
        yield progress


def _advance(progress: Progress, ready: Iterable["Future[tuple[int, int]]"]) -> Progress:
    for future in ready:
        analysed, problems = future.result()
        progress = Progress(
            progress.done + analysed + problems,
            progress.analysed + analysed,
            progress.problems + problems,
        )
    return progress


def _prepare(record: Article | Problem, recurring: RecurringLines | None) -> Prepared:
    """The cleaned article, or the problem that keeps it from being analysed."""
    if isinstance(record, Problem):
        return record
    cleaned = clean(record, recurring)
    return text_problem(cleaned) or language_problem(cleaned) or cleaned


def _analyze_shard(
    run: RunFolder, analyser: Analyser, index: int, shard: Sequence[Prepared]
) -> tuple[int, int]:
    """Analyse and write one shard; gives the number of articles and of problems."""
    articles = [item for item in shard if isinstance(item, CleanedArticle)]
    analysed = iter(analyser.read_cleaned(articles))
    outcomes: list[Outcome] = [
        item if isinstance(item, Problem) else next(analysed) for item in shard
    ]
    run.write(index, outcomes)
    return len(articles), len(shard) - len(articles)


@contextmanager
def _pool(
    run: RunFolder, analyser: Analyser, settings: AnalyserSettings, workers: int
) -> Iterator[Submit]:
    if workers == 1:
        yield lambda index, shard: _done(_analyze_shard(run, analyser, index, shard))
        return
    with ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_start_worker, initargs=(run, settings)
    ) as pool:
        yield lambda index, shard: pool.submit(_work_shard, index, shard)


def _done(value: tuple[int, int]) -> "Future[tuple[int, int]]":
    future: Future[tuple[int, int]] = Future()
    future.set_result(value)
    return future


_worker: tuple[RunFolder, Analyser] | None = None


def _start_worker(run: RunFolder, settings: AnalyserSettings) -> None:
    global _worker  # noqa: PLW0603  # a process of the pool has no other place for its model
    _worker = (run, Analyser(settings))


def _work_shard(index: int, shard: Sequence[Prepared]) -> tuple[int, int]:
    if _worker is None:
        raise RuntimeError("a worker was given a shard before it was started")
    return _analyze_shard(*_worker, index, shard)


def _nothing_read(run: RunFolder, batch: Batch) -> str:
    problems = [outcome for outcome in run.read() if isinstance(outcome, Problem)]
    first = f" The first of {len(problems)} problems: {problems[0].message}" if problems else ""
    names = ", ".join(str(path) for path in batch.inputs) or "the articles given"
    return f"no article could be analysed in {names}.{first}"
