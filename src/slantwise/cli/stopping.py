"""Stopping a run on purpose: Ctrl-C, and the signals that ask a process to end."""

import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from slantwise.cli import console
from slantwise.errors import RunError


class AskedToEndError(KeyboardInterrupt):
    """The system, or another program, asked this process to end.

    Attributes:
        number: the signal.
    """

    def __init__(self, number: int) -> None:
        """Keep the signal, which names the exit status."""
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable(run: Path, done: Callable[[Path], int]) -> Iterator[None]:
    """Work on `run` that Ctrl-C, SIGTERM and SIGHUP stop cleanly.

    Says how to go on, and leaves with the status that shells expect: 128 and the signal's number.

    Args:
        run: the run folder.
        done: how many records are done in it, as far as the work has come.
    """
    handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    except KeyboardInterrupt as stop:
        number = stop.number if isinstance(stop, AskedToEndError) else int(signal.SIGINT)
        console.say(_how_to_go_on(run, done), quiet=False)
        raise SystemExit(128 + number) from None
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # the form of a handler
    raise AskedToEndError(number)


def n_analysed(run: Path) -> int:
    """Records of the finished parts of a run.

    Raises:
        RunError: there is no run yet.
    """
    from slantwise.run import run_status

    return run_status(run).done.n_records


def n_stored(run: Path) -> int:
    """Records that an ingest has stored; 0 where it has not begun."""
    from slantwise.run import stored_records

    return stored_records(run)


def _how_to_go_on(run: Path, done: Callable[[Path], int]) -> str:
    try:
        told = f"{done(run)} records are done and kept in {run}"
    except RunError:
        told = "nothing was begun"
    command = shlex.join(["slantwise", *sys.argv[1:]])
    return f"stopped: {told}. The same command goes on from there:\n  {command}"
