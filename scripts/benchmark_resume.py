"""What stopping costs: a run that is killed and gone on with, against one undisturbed, by CPU time.

    python scripts/benchmark_resume.py [--articles 400] [--kills 3] [--model base]
                                       [--out docs/performance]

The same invented articles are analysed twice, in one process each time: undisturbed, and killed
with SIGKILL when a quarter, a half, … of the parts are there. `overhead` is the CPU time that the
second took more, over that of the first; it holds starting and loading anew, reading again what
was done, and the shard in hand. `seconds_a_kill` is the same for one kill. `--model` names the
model that analyses; without it a stand-in does, whose share means nothing: take the seconds. A run
must be `seconds_a_kill / 0.02` CPU seconds long for a kill to cost under 2 %. Exit status 1 where
the results differ. Writes DIR/resume-MODEL.json.
"""

import argparse
import importlib
import json
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.machine import command, machine, save
from slantwise.ingest import IngestSettings
from slantwise.pipeline import Analyser, AnalyserSettings, Batch, analyze_files
from slantwise.pipeline.stand_in import StandIn
from slantwise.run import open_run, read_receipts

invented = importlib.import_module("invented_articles")


def analyse(articles: Path, run: Path, model: str) -> None:
    """Analyse in this process, with one thread: threads that wait would count as work."""
    build = Analyser if model else StandIn
    settings = AnalyserSettings(model=model or "base", threads=1)
    analyze_files(Batch((articles,), run, IngestSettings(), settings, workers=1, build=build))


def sitting(work: tuple[Path, Path, str], stop: Callable[[], bool]) -> float:
    """CPU seconds of a process that analyses until it ends, or is killed as `stop` says.

    Raises:
        RuntimeError: it failed.
    """
    process = multiprocessing.get_context("spawn").Process(target=analyse, args=work)
    process.start()
    number = process.pid or 0
    while True:
        ended, status, usage = os.wait4(number, os.WNOHANG)
        if ended:
            break
        if stop():
            os.kill(number, signal.SIGKILL)
            _, status, usage = os.wait4(number, 0)
            break
        time.sleep(0.01)
    if os.waitstatus_to_exitcode(status) not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the run in {work[1]} failed; its message stands above")
    return usage.ru_utime + usage.ru_stime


def measured(given: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Both runs, and what the kills cost."""
    articles = invented.write(folder / "articles.jsonl", given.articles)
    calm, killed = folder / "calm", folder / "killed"
    undisturbed = sitting((articles, calm, given.model), lambda: False)
    expected = open_run(calm).manifest
    n_parts, spent = expected.n_parts or 0, 0.0
    for kill in range(1, given.kills + 1):
        goal = n_parts * kill // (given.kills + 1)
        spent += sitting((articles, killed, given.model), partial(_has_parts, killed, goal))
    spent += sitting((articles, killed, given.model), lambda: False)
    more = spent - undisturbed
    return {
        "machine": machine(),
        "command": command(),
        "articles": given.articles,
        "parts": n_parts,
        "kills": given.kills,
        "model": given.model,
        "undisturbed_cpu_seconds": round(undisturbed, 2),
        "killed_cpu_seconds": round(spent, 2),
        "overhead": round(more / undisturbed, 4),
        "seconds_a_kill": round(more / given.kills, 2),
        "same_result": open_run(killed).manifest.result == expected.result,
    }


def _has_parts(run: Path, n_parts: int) -> bool:
    return len(read_receipts(run)) >= n_parts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--model", default="", help="name of a model; none for a stand-in")
    parser.add_argument("--out", type=Path, help="folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = measured(given, Path(folder))
    print(json.dumps(report, indent=2))
    if given.out:
        save(given.out, f"resume-{given.model or 'stand-in'}", report)
    sys.exit(0 if report["same_result"] else 1)


if __name__ == "__main__":
    main()
