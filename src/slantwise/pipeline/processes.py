"""The engine of one machine: a pool of worker processes."""

from collections.abc import Iterable, Iterator
from functools import partial

from slantwise.pipeline.engines import Done
from slantwise.pipeline.pool import WorkerPool
from slantwise.pipeline.shards import Shard
from slantwise.pipeline.worker import Team, Worker


class ProcessPool:
    """Analyses in worker processes of this machine."""

    def __init__(self, team: Team) -> None:
        """Work with workers of this team, each with a reader of its own."""
        self._pool = WorkerPool(team, partial(Worker, team))

    def run(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard with its staged part, in the order in which they are ready."""
        return self._pool.run(shards)
