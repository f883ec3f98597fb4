"""Whether speed and memory stay as they are from a thousand articles to a hundred thousand.

    python scripts/benchmark_scale.py [--articles 1000 10000 100000] [--words 700]
                                      [--model base] [--out docs/performance]

Makes varied articles (`invented_articles.py`), ingests and analyses them, and looks the run over
with `status` and `verify`, each step in a process of its own. Speed is by CPU time, that of the
workers included, so that other work on the machine hardly moves it; wall time stands beside it.
`cost_per_article` of a step is its CPU time an article over that of the smallest number of
articles: 1.05 is 5 % beyond linear. A stand-in takes the analyser's place unless `--model` names
one: what could grow beyond linear lies around the model, which meets each sentence alone. Writes
DIR/scale-MODEL.json.
"""

import argparse
import importlib
import json
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import command, machine, save
from slantwise.ingest import IngestSettings
from slantwise.pipeline import (
    Analyser,
    AnalyserSettings,
    Batch,
    IngestJob,
    analyze_files,
    ingest_files,
)
from slantwise.pipeline.stand_in import StandIn
from slantwise.run import open_run, run_status, verify_run

invented = importlib.import_module("invented_articles")
Row = dict[str, float | str]
STAND_IN = "stand-in"
"""What the file of results is named for where no model ran."""


@dataclass(frozen=True)
class Work:
    """What is measured: the file of articles, the run folder, workers, and the model, if any."""

    articles: Path
    run: Path
    workers: int
    model: str


def ingest(work: Work) -> None:
    """Store the articles."""
    ingest_files(IngestJob((work.articles,), work.run, workers=work.workers))


def analyse(work: Work) -> None:
    """Analyse what is stored."""
    _analyse(work, work.run)


def analyse_file(work: Work) -> None:
    """Analyse the file itself, into another run."""
    _analyse(work, work.run.with_name("direct"), work.articles)


def _analyse(work: Work, run: Path, source: Path | None = None) -> None:
    analyze_files(
        Batch(
            inputs=(source or run,),
            run=run,
            ingest=IngestSettings(),
            analyser=AnalyserSettings(model=work.model or "base"),
            workers=work.workers,
            build=Analyser if work.model else StandIn,
        )
    )


def status(work: Work) -> None:
    """Tell how far the run has come."""
    run_status(work.run)


def verify(work: Work) -> None:
    """Look the run over.

    Raises:
        RuntimeError: something is wrong with it.
    """
    if faults := verify_run(work.run).faults:
        raise RuntimeError("; ".join(map(str, faults)))


STEPS: tuple[Callable[[Work], None], ...] = (ingest, analyse, analyse_file, status, verify)


def measured(step: Callable[[Work], None], work: Work) -> dict[str, float]:
    """CPU and wall seconds of a step, and the peak memory of its largest process, in MB.

    Raises:
        RuntimeError: it failed.
    """
    context = multiprocessing.get_context("spawn")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(step, work, writer))
    process.start()
    writer.close()
    try:
        found: dict[str, float] = reader.recv()
    except EOFError as error:
        raise RuntimeError(f"{step.__name__} failed; its message stands above") from error
    process.join()
    return found


def _measure(
    step: Callable[[Work], None], work: Work, writer: "multiprocessing.connection.Connection"
) -> None:
    wall, cpu = time.monotonic(), _cpu_seconds()
    step(work)
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    writer.send(
        {
            "cpu_seconds": round(_cpu_seconds() - cpu, 2),
            "wall_seconds": round(time.monotonic() - wall, 2),
            "peak_mb_of_a_process": round(peak / 1024),
        }
    )


def _cpu_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def rows(given: argparse.Namespace, n_articles: int, folder: Path) -> list[Row]:
    """A row for each step with that many articles."""
    file = invented.write(folder / "articles.jsonl", n_articles, n_words=given.words)
    work = Work(file, folder / "run", given.workers, given.model)
    found: list[Row] = []
    for step in STEPS:
        sums = measured(step, work)
        speed = {}
        if step in (analyse, analyse_file) and (total := open_run(work.run).manifest.total):
            speed["words_per_cpu_second"] = round(total.n_words / sums["cpu_seconds"])
        found.append({"step": step.__name__, "articles": n_articles, **sums, **speed})
        print(json.dumps(found[-1]), flush=True)
    return found


def with_costs(found: list[Row]) -> list[Row]:
    """The rows with what an article costs, over what it costs among the fewest articles."""
    least: dict[str, float] = {}
    told = []
    for row in found:
        each = float(row["cpu_seconds"]) / float(row["articles"])
        base = least.setdefault(str(row["step"]), each)
        told.append({**row, "cost_per_article": round(each / base, 3) if base else 1.0})
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--words", type=int, default=700)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--model", default="", help="name of a model; none for a stand-in")
    parser.add_argument("--out", type=Path, help="folder")
    given = parser.parse_args()
    found: list[Row] = []
    for n_articles in sorted(given.articles):
        with tempfile.TemporaryDirectory() as folder:
            found += rows(given, n_articles, Path(folder))
    report = {
        "machine": machine(),
        "command": command(),
        "words": given.words,
        "workers": given.workers,
        "model": given.model,
        "rows": with_costs(found),
    }
    print(json.dumps(report, indent=2))
    if given.out:
        save(given.out, f"scale-{given.model or STAND_IN}", report)


if __name__ == "__main__":
    main()
