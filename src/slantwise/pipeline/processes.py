"""The engine of one machine: worker processes, one thread of the parent looking after each.

A worker that dies is replaced and its shard done again; a shard on which workers die again and
again is halved until the record at fault is alone, and that becomes a problem.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from slantwise.errors import RunError
from slantwise.pipeline.engines import AnalysisFailedError, Done, Search
from slantwise.pipeline.shards import Record, Shard
from slantwise.pipeline.worker import Team, Worker
from slantwise.run import Outcome, Staged

_ATTEMPTS = 2
"""Times a shard is tried whole before it is halved: once may be chance."""

_AHEAD = 2
"""Shards read beyond those in hand, so that no worker waits for the reading."""


class ProcessPool:
    """Analyses in worker processes."""

    def __init__(self, team: Team) -> None:
        """Work with workers of this team, each with a reader of its own."""
        self._team = team
        self._search = Search(self._outcomes)
        self._mine = threading.local()
        self._all: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

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
            self._close()
            pool.shutdown(cancel_futures=True)

    def _done(self, shard: Shard) -> Done:
        return Done(shard, self._staged(shard))

    def _staged(self, shard: Shard) -> Staged:
        for _ in range(_ATTEMPTS):
            try:
                return self._worker().stage(shard)
            except AnalysisFailedError:
                self._refuse_if_closed()
        return self._team.writer.stage(shard.index, self._search.outcomes(shard.records))

    def _outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        try:
            return self._worker().outcomes(records)
        except AnalysisFailedError:
            self._refuse_if_closed()
            raise

    def _worker(self) -> Worker:
        """This thread's worker; a new one where the last has died."""
        worker: Worker | None = getattr(self._mine, "worker", None)
        if worker is not None and worker.alive:
            return worker
        with self._lock:
            self._refuse_if_closed()
            fresh = Worker(self._team)
            self._all = {one for one in self._all if one.alive} | {fresh}
        fresh.wait_ready()
        self._mine.worker = fresh
        return fresh

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise RunError(f"{self._team.writer.path}: the work on the run was stopped.")

    def _close(self) -> None:
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.kill()
