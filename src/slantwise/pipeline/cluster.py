"""The engine of a cluster: the same pool as on one machine, its workers actors of Ray.

Ray gives each worker a place and tells when one has died; reading, order, parts and faults are
the pool's, so that a run has the same parts wherever it is worked on. Needs the extra `cluster`.
"""

import importlib
import os
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from slantwise.errors import MissingExtraError, RunError, SettingsError
from slantwise.pipeline.analyser import AnalyserSettings
from slantwise.pipeline.engines import Done
from slantwise.pipeline.pool import WorkerPool
from slantwise.pipeline.ray_worker import Post, RayWorker
from slantwise.pipeline.shards import Shard
from slantwise.pipeline.worker import Team

_STORE_BYTES = 256 * 1024 * 1024
"""For parts on their way, a few hundred kilobytes each, in a Ray of our own."""

_START_ATTEMPTS = 3
"""Times a Ray of our own is started: each has half a minute, which a busy machine may overrun."""


@dataclass(frozen=True, slots=True)
class RayCluster:
    """Where Ray runs, and what each worker takes of it.

    Attributes:
        address: "host:port" of a running Ray, or "auto" for the one of this machine; empty for a
            Ray that starts on this machine and ends with the run.
        cpus: cores that Ray sets aside for each worker, above 0. A little under a whole number, so
            that as many workers as cores have room beside whatever else asks Ray for a share.
        gpus: graphics processors that Ray sets aside for each worker, 0 or more.
        resources: what else each worker needs, by the names given to `ray start --resources`.
    """

    address: str = ""
    cpus: float = 0.9
    gpus: float = 0.0
    resources: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse amounts that no worker can have, and an address that leads to Ray's client."""
        amounts = {"cpu": self.cpus, **self.resources}
        wrong = [f"{name}={amount:g}" for name, amount in amounts.items() if not amount > 0]
        if wrong or not self.gpus >= 0:
            raise SettingsError(
                f"what a worker takes of the cluster must be above 0, found "
                f"{', '.join(wrong) or f'gpu={self.gpus:g}'}."
            )
        if self.address.startswith("ray://"):
            raise SettingsError(
                f"{self.address} is the address of Ray's client, which slantwise does not use. Run "
                "slantwise on a machine of the cluster, with the address host:6379, or auto."
            )

    @property
    def threads(self) -> int:
        """Threads of each worker's encoder; never changes a result.

        >>> RayCluster().threads, RayCluster(cpus=3.9).threads
        (1, 4)
        """
        return max(1, round(self.cpus))

    def n_workers(self, total: Mapping[str, float]) -> int:
        """How many workers the cluster has room for, by Ray's totals; at least 1.

        >>> RayCluster().n_workers({"CPU": 16})
        16
        >>> RayCluster(gpus=0.5).n_workers({"CPU": 16, "GPU": 2})
        4
        >>> RayCluster().n_workers({})  # machines may still be on their way
        1
        """
        needs = {**self.resources, **({"GPU": self.gpus} if self.gpus else {})}
        room = [total.get("CPU", 0) / self.threads]
        room += [total.get(name, 0) / need for name, need in needs.items()]
        return max(1, int(min(room)))


class RayPool:
    """Analyses in actors of a Ray cluster; the parts are written by this process."""

    def __init__(self, team: Team, cluster: RayCluster, signature: Mapping[str, str]) -> None:
        """Work with workers whose readers have this signature.

        `team.n_workers` 0 takes as many as the cluster has room for when the work begins.

        Raises:
            MissingExtraError: Ray is not installed.
        """
        self._team = team
        self._cluster = cluster
        self._signature = dict(signature)
        _ray()

    def run(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard with its staged part, in the order in which they are ready.

        Raises:
            RunError: Ray cannot be reached, or a worker's machine would give other results.
        """
        with connected(self._cluster, self._team.n_workers) as ray:
            n_workers = self._team.n_workers or self._cluster.n_workers(ray.cluster_resources())
            team = replace(self._team, n_workers=n_workers)
            post = Post(ray, team, options=self._options(), signature=self._signature)
            yield from WorkerPool(team, partial(RayWorker, post)).run(shards)

    def _options(self) -> dict[str, Any]:
        """What Ray is told of each actor: never to start or ask it again of its own accord."""
        return {
            "num_cpus": self._cluster.cpus,
            "num_gpus": self._cluster.gpus,
            "resources": dict(self._cluster.resources),
            "scheduling_strategy": "SPREAD",
            "max_restarts": 0,
            "max_task_retries": 0,
        }


@contextmanager
def connected(cluster: RayCluster, n_workers: int) -> Iterator[Any]:
    """The library Ray, connected to the cluster; what was started here ends with it.

    A Ray that the caller has connected to is used as it is, and the caller's to end. A Ray of our
    own has room for `n_workers`, or, for 0, the cores of this machine.

    Raises:
        MissingExtraError: Ray is not installed.
        RunError: Ray cannot be reached or started.
    """
    ray = _ray()
    if ray.is_initialized():
        yield ray
        return
    handlers: dict[int, Any] = {n: signal.getsignal(n) for n in (signal.SIGTERM, signal.SIGINT)}
    try:
        _connect(ray, cluster, n_workers)
    finally:
        _restore(handlers)  # Ray sets one of its own, which would hide that a run was stopped
    try:
        yield ray
    finally:
        ray.shutdown()


def _connect(ray: Any, cluster: RayCluster, n_workers: int) -> None:
    given = {"address": cluster.address} if cluster.address else _of_our_own(cluster, n_workers)
    for attempt in range(_START_ATTEMPTS):
        try:
            ray.init(**given, log_to_driver=False, logging_level="ERROR")
        except Exception as error:  # Ray raises the bare class where a start takes too long
            ray.shutdown()
            if not cluster.address and attempt + 1 < _START_ATTEMPTS:
                continue
            where = cluster.address or "on this machine"
            raise RunError(
                f"Ray cannot be reached or started ({where}): {str(error).rstrip('.')}. See `ray "
                "status` there; the address is host:6379 of the head, or auto on a machine of the "
                "cluster. A Ray that asks for a token needs RAY_AUTH_MODE=token and it here too."
            ) from error
        return


def _of_our_own(cluster: RayCluster, n_workers: int) -> dict[str, Any]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    n_cpus = n_workers * cluster.threads or max(os.cpu_count() or 1, cluster.threads)
    return {
        "address": "local",
        "num_cpus": n_cpus,
        "resources": {name: n_cpus * need for name, need in cluster.resources.items()},
        "include_dashboard": False,
        "object_store_memory": _STORE_BYTES,
    }


def absolute(settings: AnalyserSettings) -> AnalyserSettings:
    """The same settings with whole paths, which say the same in every folder."""
    model = settings.model
    if (Path(model) / "settings.json").is_file():
        model = str(Path(model).resolve())
    return replace(
        settings,
        model=model,
        actors=tuple(path.resolve() for path in settings.actors),
        codebook=settings.codebook.resolve() if settings.codebook else None,
    )


def _ray() -> Any:
    """The library Ray, typed as anything: it need not be installed."""
    try:
        return importlib.import_module("ray")
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"the engine ray needs the package {error.name!r}: pip install 'slantwise[cluster]'"
        ) from error


def _restore(handlers: Mapping[int, Any]) -> None:
    for number, handler in handlers.items():
        if signal.getsignal(number) is not handler and handler is not None:
            signal.signal(number, handler)
