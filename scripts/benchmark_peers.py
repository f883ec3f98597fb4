"""The usual way beside slantwise, on the same articles, in one run.

    python scripts/benchmark_peers.py FOLDER [--copies 20] [--peer-articles 6] [--price 0.04]
                                      [--out docs/performance]

The usual way: spaCy's full small pipeline for sentences and actors, and a torch classifier of
RoBERTa-base's size (random weights), once a sentence and once for each actor in it, through a
transformers pipeline. It is slow, so it reads only some of the articles, spread over the folder;
how many is told. slantwise reads all of them, `--copies` times, with every stage on and written to
disk. Each side has a process of its own and all cores. The time that slantwise's workers take to
start counts against it; the time the peer takes to load does not. Writes DIR/peers-MODEL.json.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmark import copies, throughput
from benchmarks.machine import PeakMemory, command, machine, save
from benchmarks.peer import UsualWay
from slantwise.ingest import read
from slantwise.records import Article
from slantwise.resources import model_folder

WORDS_AN_ARTICLE = 700


def usual_way(folder: Path, n_articles: int, *, batch: int, threads: int) -> dict[str, Any]:
    """Words a second and memory of the usual way, over articles spread evenly over the folder."""
    held = [one for one in read([folder]) if isinstance(one, Article)]
    chosen = held[:: max(1, len(held) // n_articles)][:n_articles]
    with PeakMemory() as memory:
        peer = UsualWay(model_folder("base") / "tokenizer.json", threads=threads, batch=batch)
        peer.read("The council met on Monday. Mayor Ada Lindqvist said nothing.")  # first steps
        started = time.perf_counter()
        n_passes = sum(peer.read(article.raw) for article in chosen)
        seconds = time.perf_counter() - started
    n_words = sum(len(article.raw.split()) for article in chosen)
    return {
        "articles": len(chosen),
        "words": n_words,
        "passes": n_passes,
        "batch": batch,
        "seconds": round(seconds, 1),
        "words_per_second": round(n_words / seconds, 1),
        "peak_memory_mb": memory.peak_mb,
    }


def ours(folder: Path, number: int, *, model: str, workers: int) -> dict[str, Any]:
    """The same for slantwise; words are counted as those of the usual way are."""
    held = [one for one in read([folder]) if isinstance(one, Article)]
    n_words = sum(len(article.raw.split()) for article in copies(held, number))
    measured = throughput(folder, number, model=model, workers=workers)
    rate = round(n_words / measured["seconds"], 1)
    return {**measured, "words": n_words, "words_per_second": rate}


def cost_per_million(words_per_second: float, *, cores: int, price: float) -> float:
    """What a million articles of 700 words cost at a price for an hour of one core.

    >>> cost_per_million(14000, cores=2, price=0.05)  # 50,000 seconds, 27.8 core hours
    1.39
    """
    hours = 1_000_000 * WORDS_AN_ARTICLE / words_per_second / 3600
    return round(hours * cores * price, 2)


def _of_own_process(side: str, given: argparse.Namespace) -> dict[str, Any]:
    """The result of this script for one side, so that neither's memory counts for the other."""
    names = ("copies", "peer_articles", "batch", "cores", "model")
    options = [f"--{name.replace('_', '-')}={getattr(given, name)}" for name in names]
    command = [sys.executable, __file__, str(given.folder), f"--side={side}", *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="base")
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--peer-articles", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8, help="texts given to the peer at once")
    parser.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--price", type=float, default=0.04, help="of an hour of one core")
    parser.add_argument("--out", type=Path, help="folder for peers-MODEL.json")
    parser.add_argument("--side", choices=["both", "ours", "peer"], default="both")
    return parser


def main() -> None:
    """Measure and print."""
    given = _parser().parse_args()
    if given.side == "peer":
        n = given.peer_articles
        result = usual_way(given.folder, n, batch=given.batch, threads=given.cores)
    elif given.side == "ours":
        result = ours(given.folder, given.copies, model=given.model, workers=given.cores)
    else:
        result = _both(given)
    print(json.dumps(result, indent=2))
    if given.out and given.side == "both":
        save(given.out, f"peers-{Path(given.model).name}", result)


def _both(given: argparse.Namespace) -> dict[str, Any]:
    sides = {side: _of_own_process(side, given) for side in ("peer", "ours")}
    for side in sides.values():
        side["cost_per_million_articles"] = cost_per_million(
            side["words_per_second"], cores=given.cores, price=given.price
        )
    return {
        "machine": machine(),
        "command": command(),
        "model": given.model,
        "folder": given.folder.name,
        "cores": given.cores,
        "price_per_core_hour": given.price,
        "words_per_article": WORDS_AN_ARTICLE,
        **sides,
        "times_the_peer": round(
            sides["ours"]["words_per_second"] / sides["peer"]["words_per_second"], 1
        ),
    }


if __name__ == "__main__":
    main()
