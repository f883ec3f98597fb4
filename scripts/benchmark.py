"""Speed and memory of the whole pipeline, on any folder of articles.

    python scripts/benchmark.py FOLDER [--copies 10] [--workers 2] [--out docs/benchmark.json]

Prints words a second over all stages (reading, cleaning, analysing, writing), seconds from the
start of a process to its first analysed article, and peak memory (proportional set size, summed
over all processes). With `--copies N` the same articles are read N times under other names, to
show whether memory grows.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from slantwise import api
from slantwise.ingest import IngestSettings, read
from slantwise.records import Article
from slantwise.run import RunFolder


class PeakMemory:
    """Samples the memory of this process and its children, ten times a second."""

    def __init__(self) -> None:
        self.peak_bytes = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            self.peak_bytes = max(self.peak_bytes, sum(map(_proportional_bytes, _family())))


def _family() -> list[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # the process ended between the listing and the reading
        parents[int(entry.parent.name)] = int(fields[1])
    family = {os.getpid()}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    return sorted(family)


def _proportional_bytes(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0  # ended meanwhile
    return next(
        int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")
    )


def copies(articles: Iterable[Article], number: int) -> Iterator[Article]:
    """The articles again and again, each time under another id."""
    held = list(articles)
    for copy in range(number):
        for article in held:
            yield replace(article, id=f"{article.id}#{copy}")


def throughput(folder: Path, number: int, workers: int) -> dict[str, float]:
    """Words a second over the whole pipeline, and peak memory."""
    with tempfile.TemporaryDirectory() as work, PeakMemory() as memory:
        started = time.perf_counter()
        if number == 1:
            run = api.analyze([folder], run=Path(work) / "run", workers=workers)
        else:
            found = (r for r in read([folder], IngestSettings()) if isinstance(r, Article))
            run = api.analyze(copies(found, number), run=Path(work) / "run", workers=workers)
        seconds = time.perf_counter() - started
        n_articles, n_words = _counts(run)
    return {
        "articles": n_articles,
        "words": n_words,
        "seconds": round(seconds, 1),
        "words_per_second": round(n_words / seconds),
        "peak_memory_mb": round(memory.peak_bytes / 1e6),
    }


def _counts(run: RunFolder) -> tuple[int, int]:
    words = [article.words.total for article in run.articles()]
    return len(words), sum(words)


def first_article_seconds(article: Path) -> float:
    """Seconds from starting a process until it has analysed one article; best of three."""
    command = [sys.executable, "-m", "slantwise.cli", "show", "--json", str(article)]
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - started)
    return round(min(seconds), 2)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", type=Path, help="a file for the time to the first article")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    result: dict[str, object] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "folder": arguments.folder.name,
        "copies": arguments.copies,
        **throughput(arguments.folder, arguments.copies, arguments.workers),
    }
    if arguments.article:
        result["first_article_seconds"] = first_article_seconds(arguments.article)
    print(json.dumps(result, indent=2))
    if arguments.out:
        arguments.out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
