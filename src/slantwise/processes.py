"""Work spread over processes, its results in the order of its tasks, or done aside in one.

Beside the pipeline: what a comparison reads article by article is read on all processors. Small
work stays in this process, for another takes longer to start than such work to do.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from slantwise.errors import RunError, SlantwiseError

Task = TypeVar("Task")
Result = TypeVar("Result")

LARGE = 5_000
"""Articles from which processes of their own are worth their start."""

MOST = 2
"""Processes at most: each holds some 150 MB, and the one that gathers is busy too."""

_AHEAD = 8
"""Results of one process that may wait for those of another; bounds memory."""

_SELDOM = 1_000_000


def n_processes() -> int:
    """Processes that work may be spread over; 1 where it has to stay in this one."""
    # A daemon may have no children.
    return 1 if current_process().daemon else min(os.cpu_count() or 1, MOST)


def spread(
    job: Callable[[Task], Result], tasks: Sequence[Task], *, n_articles: int
) -> Iterator[Result]:
    """The result of every task, in order, from several processes; from this one where little.

    Which process does a task changes nothing, so long as the job gives the same for it wherever
    it stands. Processes start with the first result asked for and end with the last, or with
    the iterator.

    Args:
        job: what is done with a task; goes to each process once, so it may hold what is large.
        tasks: each small.
        n_articles: how many articles the tasks are about, which tells whether it is little.

    Raises:
        RunError: a process ends before its time.
        SlantwiseError: whatever of it the job raises.
    """
    n = n_processes()
    if n < 2 or n_articles < LARGE:
        yield from map(job, tasks)
        return
    with _started(job, tasks, n) as workers:
        for number in range(len(tasks)):
            held = workers[number % n].held
            while not held:
                _receive(workers)
            yield held.popleft()


@contextmanager
def aside(
    job: Callable[[Task], Result], task: Task, *, n_articles: int
) -> Iterator[Callable[[], Result]]:
    """What gives the result of one task, done in another process from here on.

    The process ends with the block; the one who asks waits for the result. Little work, as in
    `spread`, is done when asked for.

    Raises:
        RunError: the process ends before its time.
        SlantwiseError: whatever of it the job raises.
    """
    if n_processes() < 2 or n_articles < LARGE:
        yield partial(job, task)
        return
    # Received as soon as it is sent: until then the process holds the memory it worked in.
    with ThreadPoolExecutor(max_workers=1) as receiving, _started(job, [task], 1) as (worker,):
        yield partial(_waited, receiving.submit(_received, worker.source))


def _waited(answer: "Future[Result]") -> Result:
    return answer.result()


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, what it still owes, and its results that wait to be taken."""

    process: BaseProcess
    source: Connection
    n_owed: int
    held: deque[Any] = field(default_factory=deque)


def _receive(workers: Sequence[_Worker]) -> None:
    """Take a result of each process that has one and is not too far ahead."""
    of = {w.source: w for w in workers if w.n_owed and len(w.held) < _AHEAD}
    for source in wait(list(of)):
        worker = of[source]  # type: ignore[index]
        worker.held.append(_received(worker.source))
        worker.n_owed -= 1


def _received(source: Connection) -> Any:
    try:
        answer = source.recv()
    except EOFError as error:
        raise RunError(
            "a process that reads the run ended before its time, most often because "
            "memory ran out: free memory and compare again. In a program of your own, call "
            "slantwise under: if __name__ == '__main__'."
        ) from error
    if isinstance(answer, SlantwiseError):
        raise answer
    return answer


@contextmanager
def _started(
    job: Callable[[Task], Result], tasks: Sequence[Task], n: int
) -> Iterator[list[_Worker]]:
    """Processes that do every n-th task each; they end with the block."""
    context = get_context("spawn")
    workers: list[_Worker] = []
    try:
        for number in range(n):
            source, sink = context.Pipe(duplex=False)
            own = tasks[number::n]
            process = context.Process(target=_work, args=(sink, job, own), daemon=True)
            process.start()
            sink.close()
            workers.append(_Worker(process, source, len(own)))
        yield workers
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()
            worker.source.close()


def _work(sink: Connection, job: Callable[[Task], Result], tasks: Sequence[Task]) -> None:
    """Send the result of each task, or the error that kept it from being found."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    gc.set_threshold(_SELDOM)
    try:
        for task in tasks:
            sink.send(job(task))
    except SlantwiseError as error:
        sink.send(error)
