"""Speed and memory of the whole pipeline, on any folder of articles.

    python scripts/benchmark.py FOLDER [--copies 10] [--workers 2] [--out docs/performance]

Prints words a second over all stages (reading, cleaning, analysing, writing), peak memory
(proportional set size, summed over all processes), seconds by stage of one process with one
thread, what share of the machine's int8 matrix peak the encoder stage reaches there, and with
--article seconds from the start of a process to its first analysed article. With `--copies N` the
same articles are read N times under other names. Writes DIR/pipeline.json.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.encoder import Work, encoder_share
from benchmarks.machine import PeakMemory, command, machine, save
from benchmarks.stages import START, timing
from slantwise import api
from slantwise.ingest import IngestSettings, read
from slantwise.pipeline import Analyser, AnalyserSettings, Batch, analyze_files
from slantwise.records import Article
from slantwise.run import RunFolder


def copies(articles: Iterable[Article], number: int) -> Iterator[Article]:
    """The articles again and again, each time under another id."""
    held = list(articles)
    for copy in range(number):
        for article in held:
            yield replace(article, id=f"{article.id}#{copy}")


def throughput(folder: Path, number: int, *, model: str, workers: int) -> dict[str, Any]:
    """Words a second over the whole pipeline, the start of workers included, and peak memory."""
    with tempfile.TemporaryDirectory() as work, PeakMemory() as memory:
        settings = AnalyserSettings(model=model)
        found = (r for r in read([folder], IngestSettings()) if isinstance(r, Article))
        started = time.perf_counter()
        run = api.analyze(
            copies(found, number), run=Path(work) / "run", settings=settings, workers=workers
        )
        seconds = time.perf_counter() - started
        n_articles, n_words = _counts(run)
    return {
        "articles": n_articles,
        "words": n_words,
        "seconds": round(seconds, 1),
        "words_per_second": round(n_words / seconds),
        "peak_memory_mb": memory.peak_mb,
    }


def stage_times(folder: Path, *, model: str) -> dict[str, Any]:
    """Seconds by stage for 1,000 words, in one process and one thread, and the encoder's share.

    The articles are read twice and the second time counts, with the analyser of the first: what
    is loaded once is then there.
    """
    settings = AnalyserSettings(model=model, threads=1)
    analyser = Analyser(settings)
    with tempfile.TemporaryDirectory() as work:
        second = Batch(
            inputs=(folder,),
            run=Path(work) / "second",
            ingest=IngestSettings(),
            analyser=settings,
            workers=1,
            build=lambda _: analyser,
        )
        analyze_files(replace(second, run=Path(work) / "first"))
        started = time.perf_counter()
        with timing() as watch, Work.counted() as done:
            run = analyze_files(second)
        seconds = time.perf_counter() - started
        n_words = _counts(run)[1]
    by_stage = {**watch.seconds, "other": seconds - sum(watch.seconds.values())}
    del by_stage[START]
    return {
        "seconds_per_1k_words": {
            stage: round(1000 * spent / n_words, 4) for stage, spent in by_stage.items()
        },
        "encoder": encoder_share(model, done, seconds=watch.seconds["encode"], threads=1),
    }


def first_article_seconds(article: Path) -> float:
    """Seconds from starting a process until it has analysed one article; best of three."""
    command = [sys.executable, "-m", "slantwise.cli", "show", "--json", str(article)]
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - started)
    return round(min(seconds), 2)


def _counts(run: RunFolder) -> tuple[int, int]:
    words = [article.words.total for article in run.articles()]
    return len(words), sum(words)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", type=Path, help="a file for the time to the first article")
    parser.add_argument("--model", default="base")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--out", type=Path, help="folder for pipeline-MODEL.json")
    given = parser.parse_args()
    result: dict[str, Any] = {
        "machine": machine(),
        "command": command(),
        "model": given.model,
        "folder": given.folder.name,
        "copies": given.copies,
        "workers": given.workers,
        **throughput(given.folder, given.copies, model=given.model, workers=given.workers),
        **stage_times(given.folder, model=given.model),
    }
    if given.article:
        result["first_article_seconds"] = first_article_seconds(given.article)
    print(json.dumps(result, indent=2))
    if given.out:
        save(given.out, f"pipeline-{Path(given.model).name}", result)


if __name__ == "__main__":
    main()
