"""A worker of a cluster: an actor of Ray on some machine, and this process's end of it.

The actor sends the bytes of each part here, where they are written: other machines need no
access to the run folder. Before its first shard it shows that its model, word lists and libraries,
and the machine's arithmetic, give what those of the other workers give.
"""

import hashlib
import platform
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from slantwise.errors import RunError
from slantwise.garbage import seldom_searched
from slantwise.pipeline.analyser import from_text
from slantwise.pipeline.engines import attempted
from slantwise.pipeline.shards import ArticleReader, Record, Shard
from slantwise.pipeline.worker import (
    START_SECONDS,
    Answer,
    Team,
    Worker,
    WorkerDiedError,
    accepted,
    allowed_seconds,
    answered,
    worker_hung,
)
from slantwise.run import Outcome, Staged

_START_ATTEMPTS = 3
"""Times a worker is started before the run stops: once and twice the machine may be at fault."""

_PROBE = """Talks on the harbour end in uproar

The minister, Ada Lindqvist, slammed the "so-called plan" of the port workers' union on Tuesday, \
saying that 1,200 jobs were at stake. The union called her words a shameless attack on families.

Residents of the old town were moved from their homes overnight, the council of Norhaven said; \
who gave the order was not clear. It rained."""
"""Text of ours that meets every stage."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a worker shows before it is asked anything.

    Attributes:
        machine: name of the machine that it is on.
        signature: its reader's.
        probe: sha256 of the part that it makes of a text that every worker reads.
    """

    machine: str
    signature: Mapping[str, str]
    probe: str


class Reading:
    """What runs in the actor: a reader, asked one thing at a time."""

    def __init__(self, team: Team) -> None:
        """Keep `team`; the reader is made by `open`."""
        self._team = team
        self._reader: ArticleReader | None = None
        self._alone: Worker | None = None

    def open(self) -> Answer | Opening:
        """Make the reader, and show what it gives."""
        made: list[Opening] = []

        def work() -> Answer:
            reader = self._reader = self._team.build()
            outcomes = attempted([from_text(_PROBE)], reader)
            probe = hashlib.sha256(self._team.writer.make(0, outcomes).content).hexdigest()
            made.append(Opening(platform.node(), reader.signature(), probe))
            return Answer("ready")

        answer = answered(work)
        return made[0] if made else answer

    def stage(self, shard: Shard) -> Answer:
        """The shard's part, to be written by who asked."""
        if self._alone is not None:
            self._alone.kill()
            self._alone = None
        return answered(partial(self._make, shard))

    def outcomes(self, records: Sequence[Record]) -> Answer:
        """What became of each record, by a process of its own, since one of them may kill it.

        So the actor, and with it the machine's memory of the model, outlives the search for the
        record at fault, and the problem says the same as on one machine.
        """
        return answered(partial(self._outcomes, records))

    def _make(self, shard: Shard) -> Answer:
        if self._reader is None:
            raise RuntimeError("a worker was asked for a part before it was opened")
        with seldom_searched():
            outcomes = attempted(shard.records, self._reader, self._team.recurring)
            return Answer("done", made=self._team.writer.make(shard.index, outcomes))

    def _outcomes(self, records: Sequence[Record]) -> Answer:
        if self._alone is None or not self._alone.alive:
            self._alone = Worker(self._team)
            self._alone.wait_ready()
        return Answer("done", outcomes=tuple(self._alone.outcomes(records)))


class Post:
    """What the workers of a run on a cluster have in common."""

    def __init__(
        self, ray: Any, team: Team, *, options: Mapping[str, Any], signature: Mapping[str, str]
    ) -> None:
        """Send the team to the cluster once, for every worker to take from there.

        Args:
            ray: the library, connected.
            team: who writes, what makes a reader, which lines are cleaned away.
            options: what Ray is told of each actor.
            signature: what each reader's signature must be.
        """
        self.ray = ray
        self.team = team
        self._options = dict(options)
        self._signature = dict(signature)
        self._team_there = ray.put(team)
        self._lock = threading.Lock()
        self._first: Opening | None = None

    def hire(self) -> Any:
        """A new actor; Ray places it when there is room."""
        return self.ray.remote(**self._options)(Reading).remote(self._team_there)

    def welcome(self, opening: Opening) -> None:
        """Let a worker in.

        Raises:
            RunError: it would give other results than the run's settings, or than the others.
        """
        names = sorted(self._signature.keys() | opening.signature.keys())
        for name in names:
            ours, theirs = self._signature.get(name), opening.signature.get(name)
            if ours != theirs:
                raise RunError(
                    f"the worker on {opening.machine} has {name} {theirs!r}, this run {ours!r}. "
                    "Install the same version of slantwise and the same model and tables there."
                )
        with self._lock:
            first = self._first = self._first or opening
        if first.probe != opening.probe:
            raise RunError(
                f"the workers on {first.machine} and {opening.machine} read one and the same text "
                "with different results: their processors or libraries are not of one kind. Keep "
                "the run to machines of one kind (--ray-resources), installed alike."
            )


class RayWorker:
    """This process's end of an actor; a `pool.Member`."""

    def __init__(self, post: Post) -> None:
        """Ask Ray for an actor; ask it nothing before `wait_ready`."""
        self._post = post
        self._dead = False
        self._stopped = False
        self._actor = post.hire()

    def wait_ready(self) -> None:
        """Wait until Ray has found a place for it and its reader is loaded.

        Raises:
            RunError: it cannot be started, or would give other results.
        """
        errors = self._post.ray.exceptions
        for _ in range(_START_ATTEMPTS):
            try:
                opening = self._post.ray.get(self._actor.open.remote())
            except errors.RayError as error:
                last = error
                self._actor = self._post.hire()
                if self._stopped:  # while the new one was asked for
                    self.kill()
                    break
                continue
            if isinstance(opening, Answer):
                accepted(opening)
            return self._post.welcome(opening)
        raise RunError(
            f"a worker of the cluster cannot be started: {_first_line(last)}. See that slantwise "
            "is installed on every machine, that each has memory for its workers, or ask for fewer."
        ) from last

    def stage(self, shard: Shard) -> Staged:
        """The shard's part, staged by this process.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
            RunError: the part cannot be written.
            RuntimeError: the answer holds no part; a fault of this program.
        """
        made = self._asked(self._actor.stage, shard, allowed_seconds(shard.records)).made
        if made is None:
            raise RuntimeError("a worker was asked for a part and gave none")
        return self._post.team.writer.keep(made)

    def outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        """What became of each record; nothing is written.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
        """
        # The actor itself waits on the process that it starts for this, which is given the time
        # to load and to work.
        seconds = 2 * START_SECONDS + allowed_seconds(records)
        return list(self._asked(self._actor.outcomes, tuple(records), seconds).outcomes)

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return not self._dead

    def kill(self) -> None:
        """End the actor at once, from any thread; it holds nothing that could be lost."""
        self._stopped = self._dead = True
        self._post.ray.kill(self._actor)

    def _asked(self, method: Any, what: object, seconds: float) -> Answer:
        errors = self._post.ray.exceptions
        try:
            answer: Answer = self._post.ray.get(method.remote(what), timeout=seconds)
        except errors.GetTimeoutError as error:
            self.kill()
            raise worker_hung(seconds) from error
        except errors.RayError as error:
            self.kill()
            raise WorkerDiedError("worker-died", "the worker process ended") from error
        return accepted(answer)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
