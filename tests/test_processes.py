"""Work spread over processes: results in order, errors told, no process left."""

import multiprocessing
import operator
import os
import time
from functools import partial
from pathlib import Path

import pytest

from slantwise.errors import RunError
from slantwise.processes import LARGE, aside, spread
from slantwise.run import open_run

TASKS = list(range(7))
TENFOLD = partial(operator.mul, 10)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_results_come_in_order_from_several_processes():
    found = spread(TENFOLD, TASKS, n_articles=LARGE)
    assert list(found) == [0, 10, 20, 30, 40, 50, 60]
    assert multiprocessing.active_children() == []


def test_several_processes_work_until_the_iterator_is_closed():
    # Both have a minute's task before them when the first result is there.
    found = spread(time.sleep, [0, 0, 60, 60], n_articles=LARGE)
    assert next(found) is None
    assert len(multiprocessing.active_children()) == 2
    found.close()
    assert multiprocessing.active_children() == []


def test_one_task_is_done_aside():
    with aside(TENFOLD, 7, n_articles=LARGE) as answer:
        assert answer() == 70
        assert answer() == 70
    assert multiprocessing.active_children() == []
    with aside(TENFOLD, 7, n_articles=LARGE - 1) as answer:
        assert multiprocessing.active_children() == []
        assert answer() == 70


def test_small_work_stays_in_this_process():
    found = spread(TENFOLD, TASKS, n_articles=LARGE - 1)
    assert next(found) == 0
    assert multiprocessing.active_children() == []


def test_one_processor_stays_in_this_process(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    found = spread(TENFOLD, TASKS, n_articles=LARGE)
    assert next(found) == 0
    assert multiprocessing.active_children() == []


def test_no_tasks_give_nothing():
    assert list(spread(TENFOLD, [], n_articles=LARGE)) == []


def test_an_error_of_a_process_is_raised_here(tmp_path: Path):
    with pytest.raises(RunError, match="is not a run"):
        list(spread(open_run, [tmp_path, tmp_path], n_articles=LARGE))
    assert multiprocessing.active_children() == []


def test_a_process_that_ends_before_its_time_is_reported():
    found = spread(time.sleep, [0, 0, 60, 60], n_articles=LARGE)
    assert next(found) is None
    multiprocessing.active_children()[0].kill()
    with pytest.raises(RunError, match="ended before its time"):
        list(found)
    assert multiprocessing.active_children() == []


def test_processes_end_with_the_iterator():
    found = spread(TENFOLD, TASKS, n_articles=LARGE)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
