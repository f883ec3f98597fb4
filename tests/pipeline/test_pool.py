"""A pool of workers: who is ready does the work of who never comes."""

import threading
import time

import pytest

from slantwise.errors import RunError
from slantwise.pipeline import pool as pools
from slantwise.pipeline.engines import AnalysisFailedError, attempted
from slantwise.pipeline.pool import WorkerPool
from slantwise.pipeline.shards import shards
from slantwise.pipeline.share import ReadShare
from slantwise.pipeline.stand_in import StandIn
from slantwise.pipeline.worker import Team
from slantwise.records import AnalysedArticle, Article, Source, Span
from slantwise.run import Inputs, Manifest, start_run

BODY = "The council put off its vote on the bridge again, and the mayor said nothing about it. " * 3


def article(number: int) -> Article:
    return Article(f"a{number}", "North", BODY, None, (Span(0, len(BODY)),), Source("x.txt"))


class Willing:
    """A worker in this process."""

    def __init__(self, team):
        self.team = team
        self.ended = threading.Event()

    def wait_ready(self):
        pass

    def stage(self, shard):
        return self.team.writer.stage(shard.index, self.outcomes(shard.records))

    def outcomes(self, records):
        return attempted(records, StandIn())

    @property
    def alive(self):
        return not self.ended.is_set()

    def kill(self):
        self.ended.set()


class Absent(Willing):
    """Has no place until the work is over."""

    def wait_ready(self):
        assert self.ended.wait(60)
        raise RunError("the work was stopped")


class Mortal(Willing):
    """Dies of its first shard."""

    def stage(self, shard):
        self.kill()
        raise AnalysisFailedError("worker-died", "the worker process ended")


@pytest.fixture
def run(tmp_path):
    return start_run(tmp_path / "run", Manifest({"model": "stand-in"}, Inputs(), 2))


def work(run, recruits, n_workers, n_records=10):
    """The pool's parts, with workers made by `recruits` in turn, the last one again and again."""
    team = Team(run.writer(), StandIn, n_workers)
    left = list(recruits)
    made = []

    def recruit():
        made.append((left.pop(0) if len(left) > 1 else left[0])(team))
        return made[-1]

    records = [article(n) for n in range(n_records)]
    done = list(WorkerPool(team, recruit).run(shards(records, 2, ReadShare({}))))
    for item in done:
        run.commit(item.staged)
    assert all(not member.alive for member in made)
    return [o.id for o in run.read() if isinstance(o, AnalysedArticle)], made


def test_who_is_ready_does_the_work_of_those_for_whom_there_is_no_place(run):
    ids, made = work(run, [Willing, Absent], 3)
    assert ids == [f"a{n}" for n in range(10)]
    assert len(made) <= 3


def test_no_more_workers_are_started_than_there_is_work_for(run):
    ids, made = work(run, [Willing], 8, n_records=2)
    assert (ids, len(made)) == (["a0", "a1"], 1)


def test_a_worker_that_dies_is_replaced_and_nothing_is_lost(run):
    ids, made = work(run, [Mortal, Willing], 1)
    assert ids == [f"a{n}" for n in range(10)]
    assert [type(member) for member in made] == [Mortal, Willing]


def test_nobody_ever_ready_stops_the_run(run, monkeypatch):
    monkeypatch.setattr(pools, "_PATIENCE_SECONDS", 0.2)
    with pytest.raises(RunError, match=r"no worker was ready for 0 seconds.*ask for fewer"):
        work(run, [Absent], 2)


def test_slow_work_is_not_taken_for_nobody_at_work(run, monkeypatch):
    monkeypatch.setattr(pools, "_PATIENCE_SECONDS", 0.05)

    class Slow(Willing):
        def stage(self, shard):
            time.sleep(0.2)
            return super().stage(shard)

    ids, _ = work(run, [Slow, Absent], 2, n_records=6)
    assert ids == [f"a{n}" for n in range(6)]


def test_a_worker_that_cannot_be_made_stops_the_run_with_its_own_error(run):
    def none(team):
        raise OSError(11, "Resource temporarily unavailable")

    with pytest.raises(OSError, match="temporarily unavailable"):
        work(run, [none], 2)


def test_no_shards_give_no_parts_and_start_nobody(run):
    ids, made = work(run, [Willing], 2, n_records=0)
    assert (ids, made) == ([], [])
