"""A worker: one process with a reader of its own, asked one thing at a time.

It ends with the process that started it, however that one ends, and never gives a part its name.
"""

import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Literal

from slantwise.clean import RecurringLines
from slantwise.errors import RunError, SlantwiseError
from slantwise.garbage import seldom_searched
from slantwise.ingest import follow_parent
from slantwise.pipeline.engines import AnalysisFailedError, attempted
from slantwise.pipeline.shards import ArticleReader, Build, Record, Shard
from slantwise.records import Article
from slantwise.run import MadePart, Outcome, PartWriter, Staged

START_SECONDS = 600.0
_ALLOWED_SECONDS = 600.0
_SLOWEST_CHARS_PER_SECOND = 200.0
"""A hundredth of what one core does: only what hangs is slower."""

_starting = threading.Lock()


@dataclass(frozen=True, slots=True)
class Team:
    """What the workers of an engine have in common.

    Attributes:
        writer: writes the parts.
        build: makes a reader for each.
        n_workers: how many there are.
        recurring: lines that repeat across an outlet's articles, to be cleaned away.
    """

    writer: PartWriter
    build: Build
    n_workers: int
    recurring: RecurringLines | None = None


class WorkerDiedError(AnalysisFailedError):
    """A worker ended, or was ended because it hung, before it answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says.

    Attributes:
        state: whether it is done, failed on a record, or cannot go on at all.
        staged: the part, where one was asked for.
        made: the part, where it is to be written by who asked.
        outcomes: what became of each record, where that was asked for.
        reason: code of a failure.
        message: what went wrong, in words.
    """

    state: Literal["ready", "done", "failed", "stop"]
    staged: Staged | None = None
    made: MadePart | None = None
    outcomes: tuple[Outcome, ...] = ()
    reason: str = ""
    message: str = ""


def answered(work: Callable[[], Answer]) -> Answer:
    """What `work` answers, or the answer that says why it could not: these travel, errors do not.

    >>> def work() -> Answer:
    ...     raise RunError("the disk is full")
    >>> answered(work).state
    'stop'
    """
    try:
        return work()
    except AnalysisFailedError as error:
        return Answer("failed", reason=error.reason, message=str(error))
    except SlantwiseError as error:
        return Answer("stop", message=str(error))


def accepted(answer: Answer) -> Answer:
    """The same answer, where it is one of work done.

    Raises:
        AnalysisFailedError: a record made a stage fail.
        RunError: the worker cannot go on at all.
    """
    if answer.state == "stop":
        raise RunError(answer.message)
    if answer.state == "failed":
        raise AnalysisFailedError(answer.reason, answer.message)
    return answer


def allowed_seconds(records: Sequence[Record]) -> float:
    """Seconds after which a worker that has not answered hangs."""
    n_chars = sum(len(record.raw) for record in records if isinstance(record, Article))
    return _ALLOWED_SECONDS + n_chars / _SLOWEST_CHARS_PER_SECOND


def worker_hung(seconds: float) -> WorkerDiedError:
    """The error of a worker that gave no answer in time."""
    return WorkerDiedError("worker-hung", f"it gave no answer in {seconds:.0f} seconds")


class Worker:
    """The parent's end of a worker process."""

    def __init__(self, team: Team) -> None:
        """Start the process; ask it nothing before `wait_ready`."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, team), daemon=True)
        with _starting:  # multiprocessing keeps its list of children for one thread
            self._process.start()
        theirs.close()

    def wait_ready(self) -> None:
        """Wait until its reader is loaded.

        Raises:
            RunError: it ends before it is ready.
        """
        try:
            self._receive(START_SECONDS)
        except WorkerDiedError as error:
            raise RunError(
                f"a worker process cannot be started: {error}. In a program of your own, call "
                "slantwise under: if __name__ == '__main__'. Otherwise free memory, or ask for "
                "fewer workers."
            ) from error

    def stage(self, shard: Shard) -> Staged:
        """The shard's part, staged.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
            RunError: the part cannot be written.
            RuntimeError: the answer holds no part; a fault of this program.
        """
        staged = self._ask(shard, shard.records).staged
        if staged is None:
            raise RuntimeError("a worker was asked for a part and gave none")
        return staged

    def outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        """What became of each record; nothing is written.

        Raises:
            AnalysisFailedError: a record made a stage fail, or the worker die.
        """
        return list(self._ask(tuple(records), records).outcomes)

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return not self._pipe.closed and self._process.is_alive()

    def kill(self) -> None:
        """End the process at once, from any thread; it holds nothing that could be lost."""
        self._process.kill()

    def _ask(self, what: Shard | tuple[Record, ...], records: Sequence[Record]) -> Answer:
        try:
            self._pipe.send(what)
        except OSError as error:
            raise self._died() from error
        return self._receive(allowed_seconds(records))

    def _receive(self, seconds: float) -> Answer:
        try:
            if not self._pipe.poll(seconds):
                self._close()
                raise worker_hung(seconds)
            answer: Answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return accepted(answer)

    def _died(self) -> WorkerDiedError:
        self._process.join(1)
        code = self._process.exitcode
        self._close()
        return WorkerDiedError("worker-died", f"the worker process ended {_told(code)}")

    def _close(self) -> None:
        """For the thread alone that asks: another may be waiting on the pipe."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _told(code: int | None) -> str:
    if code is None or code >= 0:
        return f"with status {code}"
    told = f"by signal {-code}, {signal.strsignal(-code)}"
    return f"{told}; often memory ran out" if -code == signal.SIGKILL else told


def _serve(pipe: Connection, team: Team) -> None:
    """What the worker process does, until it is told nothing more."""
    follow_parent()
    # A parent that is killed closes the pipe at any moment: nobody is left to be told.
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            reader = team.build()
        except SlantwiseError as error:
            pipe.send(Answer("stop", message=str(error)))
            return
        pipe.send(Answer("ready"))
        while True:
            with seldom_searched():
                answer = answered(partial(_answer, pipe.recv(), reader, team))
            pipe.send(answer)


def _answer(asked: Shard | tuple[Record, ...], reader: ArticleReader, team: Team) -> Answer:
    if isinstance(asked, Shard):
        outcomes = attempted(asked.records, reader, team.recurring)
        return Answer("done", staged=team.writer.stage(asked.index, outcomes))
    return Answer("done", outcomes=tuple(attempted(asked, reader, team.recurring)))
