"""A pool of workers: what the engines of one machine and of a cluster have in common.

A worker that dies is replaced and its shard done again; a shard on which workers die again and
again is halved until the record at fault is alone, and that becomes a problem. A thread of this
process waits on each worker, and holds a shard only while a worker that is ready has it: where
there is room for fewer workers than were asked for, those that there are do all the work.
"""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol, TypeVar

from slantwise.errors import RunError
from slantwise.pipeline.engines import AnalysisFailedError, Done, Search
from slantwise.pipeline.shards import Record, Shard
from slantwise.pipeline.worker import Team
from slantwise.run import Outcome, Staged

_ATTEMPTS = 2
"""Times a shard is tried whole before it is halved: once may be chance."""

_AHEAD = 2
"""Shards read beyond those in hand, so that no worker waits for the reading."""

_PATIENCE_SECONDS = 600.0
"""How long nobody may be ready to work before the run is stopped."""


class Member(Protocol):
    """A worker of a pool, asked one thing at a time."""

    def wait_ready(self) -> None:
        """Wait until it can be asked.

        Raises:
            RunError: it ends before it is ready.
        """
        ...

    def stage(self, shard: Shard) -> Staged:
        """The shard's part, staged.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
            RunError: the part cannot be written.
        """
        ...

    def outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        """What became of each record; nothing is written.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
        """
        ...

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        ...

    def kill(self) -> None:
        """End it at once, from any thread."""
        ...


Given = TypeVar("Given")


class WorkerPool:
    """Analyses with workers of one kind."""

    def __init__(self, team: Team, recruit: Callable[[], Member]) -> None:
        """Work with `team.n_workers` workers at most, each made by `recruit` when needed."""
        self._team = team
        self._crew = _Crew(recruit, team.n_workers)
        self._search = Search(lambda records: self._asked(lambda one: one.outcomes(records)))

    def run(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard with its staged part, in the order in which they are ready."""
        pool = ThreadPoolExecutor(self._team.n_workers, thread_name_prefix="slantwise-worker")
        waiting: set[Future[Done]] = set()
        try:
            for shard in shards:
                waiting.add(pool.submit(self._done, shard))
                while len(waiting) >= self._team.n_workers + _AHEAD:
                    ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in ready)
            while waiting:
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in ready)
        finally:
            self._crew.close()
            pool.shutdown(cancel_futures=True)

    def _done(self, shard: Shard) -> Done:
        return Done(shard, self._staged(shard))

    def _staged(self, shard: Shard) -> Staged:
        for _ in range(_ATTEMPTS):
            try:
                return self._asked(lambda one: one.stage(shard))
            except AnalysisFailedError:
                continue  # by another worker, where this one has died
        return self._team.writer.stage(shard.index, self._search.outcomes(shard.records))

    def _asked(self, ask: Callable[[Member], Given]) -> Given:
        member = self._crew.take()
        try:
            return ask(member)
        finally:
            self._crew.give_back(member)


class _Crew:
    """The workers of a pool: taken by threads, given back, replaced when dead."""

    def __init__(self, recruit: Callable[[], Member], n_members: int) -> None:
        self._recruit = recruit
        self._n_members = n_members
        self._starters = ThreadPoolExecutor(n_members, thread_name_prefix="slantwise-start")
        self._idle: queue.Queue[Member | BaseException] = queue.Queue()
        self._lock = threading.Lock()
        self._all: set[Member] = set()
        self._n_starting = 0
        self._n_taken = 0
        self._closed = False

    def take(self) -> Member:
        """A worker that is ready; waits for one.

        Raises:
            RunError: none can be started, or the work was stopped.
        """
        while True:
            self._start_one()
            found = self._wait()
            if isinstance(found, BaseException):
                self._idle.put(found)  # for the other threads too
                raise found
            with self._lock:
                if found.alive:
                    self._n_taken += 1
                    return found
                self._all.discard(found)

    def give_back(self, member: Member) -> None:
        """Let another thread have it; a dead one is forgotten."""
        with self._lock:
            self._n_taken -= 1
            if member.alive:
                self._idle.put(member)
            else:
                self._all.discard(member)

    def close(self) -> None:
        """End every worker and every wait for one."""
        with self._lock:
            self._closed = True
            for member in self._all:
                member.kill()
        self._idle.put(_stopped())
        self._starters.shutdown(cancel_futures=True)

    def _wait(self) -> Member | BaseException:
        while True:
            try:
                return self._idle.get(timeout=_PATIENCE_SECONDS)
            except queue.Empty:
                if not self._n_taken:
                    raise RunError(
                        f"no worker was ready for {_PATIENCE_SECONDS:.0f} seconds. See that the "
                        "machine, or the cluster, has free what a worker needs; ask for fewer "
                        "workers, or for less for each."
                    ) from None

    def _start_one(self) -> None:
        """Start a worker, where nobody is idle and one is still wanting."""
        with self._lock:
            if self._closed:
                raise _stopped()
            full = len(self._all) + self._n_starting >= self._n_members
            if full or not self._idle.empty():
                return
            self._n_starting += 1
            starting = self._starters.submit(self._started)
        starting.add_done_callback(self._welcome)

    def _started(self) -> Member:
        member = None
        try:
            member = self._recruit()
        finally:
            with self._lock:
                self._n_starting -= 1
                if member is not None:
                    self._all.add(member)
                    if self._closed:
                        member.kill()
        member.wait_ready()
        return member

    def _welcome(self, started: "Future[Member]") -> None:
        if not started.cancelled():
            self._idle.put(started.exception() or started.result())


def _stopped() -> RunError:
    return RunError("the work on the run was stopped.")
