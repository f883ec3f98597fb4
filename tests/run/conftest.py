"""Runs of problems alone: no article is needed to look at a folder."""

import pytest

from slantwise.records import Problem, Source
from slantwise.run import Inputs, Manifest, Sitting, start_run


def problem(number: int) -> Problem:
    return Problem("ingest", "empty-file", f"file {number} is empty", Source(f"{number}.txt"))


@pytest.fixture
def make_run(tmp_path):
    """Writes parts of 2 problems each, 4 seconds apart, each a quarter of the input."""

    def make(n_parts: int, *, finished: bool = False, name: str = "run"):
        run = start_run(tmp_path / name, Manifest({"model": "a"}, Inputs(), 2))
        for index in range(n_parts):
            staged = run.writer().stage(index, [problem(2 * index), problem(2 * index + 1)])
            sitting = Sitting(1, 10.0 + 4 * index, (index + 1) / 4)
            run.commit(staged, read=f"r{index}", sitting=sitting)
        return run.finish(n_parts) if finished else run

    return make
