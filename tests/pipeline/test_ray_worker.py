"""A worker of a cluster, both ends in this process: what it shows and what is refused."""

from dataclasses import replace
from functools import partial

import pytest

from slantwise.errors import ModelError, RunError
from slantwise.pipeline.analyser import from_text
from slantwise.pipeline.ray_worker import Opening, Post, RayWorker, Reading
from slantwise.pipeline.shards import Shard
from slantwise.pipeline.stand_in import StandIn
from slantwise.pipeline.worker import Team
from slantwise.run import Inputs, PartWriter, start_run
from slantwise.run.manifest import Manifest

OURS = {"slantwise": "1.0", "model_digest": "aa"}


class Odd(StandIn):
    """Judges otherwise by half a thousandth, as another kind of processor may."""

    def read_cleaned(self, articles):
        for article in super().read_cleaned(articles):
            yield replace(article, biases=tuple(bias / 2 for bias in article.biases))


class Broken(StandIn):
    def __init__(self):
        raise ModelError("models/base/model.onnx is altered")


class Library:
    """As much of Ray as `Post` and `RayWorker` need, where all happens at once in this process."""

    class exceptions:  # noqa: N801
        class RayError(Exception):
            pass

        class GetTimeoutError(RayError):
            pass

    def __init__(self, *failures):
        self.failures = list(failures)
        self.killed = []

    def put(self, value):
        return value

    def get(self, value, timeout=None):
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        return value

    def kill(self, actor):
        self.killed.append(actor)

    def remote(self, **options):
        return _Class


class _Class:
    def __init__(self, cls):
        self.remote = lambda *arguments: _Actor(cls(*arguments))


class _Actor:
    def __init__(self, instance):
        for name in ("open", "stage", "outcomes"):
            method = partial(getattr(instance, name))
            setattr(self, name, type("Method", (), {"remote": staticmethod(method)}))


@pytest.fixture
def team(tmp_path):
    return Team(start_run(tmp_path / "run", Manifest({}, Inputs(), 2)).writer(), StandIn, 1)


def post(team, library=None):
    signature = StandIn().signature()
    return Post(library or Library(), team, options={}, signature=signature)


def test_readers_that_read_alike_show_the_same_and_others_not(team):
    one, other = Reading(team).open(), Reading(team).open()
    assert one == other
    odd = Reading(replace(team, build=Odd)).open()
    assert (odd.signature, odd.probe == one.probe) == (one.signature, False)


def test_a_machine_with_another_model_is_refused_by_name(team):
    here = Post(Library(), team, options={}, signature=OURS)
    here.welcome(Opening("node-1", OURS, "p"))
    with pytest.raises(RunError, match=r"node-2 has model_digest 'bb', this run 'aa'"):
        here.welcome(Opening("node-2", {**OURS, "model_digest": "bb"}, "p"))
    with pytest.raises(RunError, match=r"node-3 has codebook 'x', this run None"):
        here.welcome(Opening("node-3", {**OURS, "codebook": "x"}, "p"))


def test_machines_that_read_one_text_differently_are_refused(team):
    here = Post(Library(), team, options={}, signature=OURS)
    here.welcome(Opening("node-1", OURS, "p"))
    here.welcome(Opening("node-2", OURS, "p"))
    with pytest.raises(RunError, match=r"node-1 and node-3 read one and the same text with diff"):
        here.welcome(Opening("node-3", OURS, "q"))


def test_a_reader_that_cannot_be_made_stops_the_run_with_its_own_words(team):
    worker = RayWorker(post(replace(team, build=Broken)))
    with pytest.raises(RunError, match=r"model\.onnx is altered"):
        worker.wait_ready()


def test_a_worker_lost_while_it_starts_is_asked_for_again(team):
    lost = Library.exceptions.RayError("The node was preempted.\nTraceback")
    worker = RayWorker(post(team, Library(lost, lost)))
    worker.wait_ready()
    assert worker.alive
    gone = RayWorker(post(team, Library(lost, lost, lost)))
    with pytest.raises(RunError, match=r"cannot be started: The node was preempted\. See that"):
        gone.wait_ready()


def test_the_part_is_that_of_a_local_writer(team):
    records = (from_text("The council met again on Monday to talk about the old bridge."),)
    worker = RayWorker(post(team))
    worker.wait_ready()
    staged = worker.stage(Shard(3, records))
    made = PartWriter(team.writer.path, team.writer.made_by).make(3, worker_outcomes(records))
    assert (staged.part, staged.temporary.read_bytes()) == (3, made.content)


def worker_outcomes(records):
    from slantwise.pipeline.engines import attempted

    return attempted(records, StandIn())


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (Library.exceptions.RayError("The actor died."), "worker-died"),
        (Library.exceptions.GetTimeoutError("Get timed out."), "worker-hung"),
    ],
)
def test_a_worker_that_dies_or_hangs_is_ended_and_told_apart(team, failure, reason):
    from slantwise.pipeline.engines import AnalysisFailedError

    library = Library(None, failure)
    worker = RayWorker(post(team, library))
    worker.wait_ready()
    with pytest.raises(AnalysisFailedError) as error:
        worker.stage(Shard(0, (from_text("The council met again on Monday."),)))
    assert error.value.reason == reason
    assert not worker.alive
    assert len(library.killed) == 1
