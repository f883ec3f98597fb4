"""A finished run of invented articles, of any size, for benchmarks.

    python scripts/generated_run.py RUN [--articles 100000] [--outlets 50]

Every event has words and persons of its own, is reported by about five outlets within two days,
and one article in twenty is a wire copy. Numbers of sentences, mentions, findings, stances,
references and predicates are about those that BASIL articles of 500 words have.
Each article is drawn from a seed of its own, so that parts can be made side by side.
"""

import argparse
import hashlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from generated.invention import SHARD, Size, invent
from generated.part import Part
from slantwise.run import Inputs, Manifest, RunFolder, start_run
from slantwise.run.disk import stage
from slantwise.run.manifest import Tally
from slantwise.run.parts import Staged, part_path


def stage_part(index: int, *, path: Path, size: Size, made_by: str) -> Staged:
    """One part on disk under a temporary name."""
    numbers = range(index * SHARD, min((index + 1) * SHARD, size.articles))
    table = Part([invent(number, size) for number in numbers], size).table()
    sink = pa.BufferOutputStream()
    made = {"slantwise.part": str(index), "slantwise.manifest": made_by}
    pq.write_table(table.replace_schema_metadata(made), sink, compression="zstd")
    content = sink.getvalue().to_pybytes()
    n = len(numbers)
    tally = Tally(n_records=n, n_articles=n, n_words=484 * n)
    digest = hashlib.sha256(content).hexdigest()
    return Staged(index, stage(part_path(path, index), [content]), digest, len(content), tally)


def make_run(path: Path, size: Size, *, workers: int = 2) -> RunFolder:
    """A finished run in `path`."""
    run = start_run(path, Manifest({"slantwise": "benchmark", "model": "none"}, Inputs(), SHARD))
    n_parts = -(-size.articles // SHARD)
    job = partial(stage_part, path=path, size=size, made_by=run.manifest.digest)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for staged in _in_turn(pool, job, n_parts):
            run.commit(staged)
    return run.finish(n_parts)


def _in_turn(pool: ProcessPoolExecutor, job: Any, n: int) -> Iterator[Staged]:
    yield from pool.map(job, range(n), chunksize=8)


def main() -> None:
    """Make a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--outlets", type=int, default=50)
    arguments = parser.parse_args()
    run = make_run(arguments.run, Size(arguments.articles, arguments.outlets))
    print(f"{run.path}: {run.manifest.total}")


if __name__ == "__main__":
    main()
