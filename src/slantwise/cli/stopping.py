"""Stopping a run on purpose: Ctrl-C, and the signals that ask a process to end."""

import shlex
import signal
import sys
from collections.abc import Iterator
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
def stoppable(run: Path) -> Iterator[None]:
    """Work on `run` that Ctrl-C, SIGTERM and SIGHUP stop cleanly.

    Says how to go on, and leaves with the status that shells expect: 128 and the signal's number.
    """
    handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    except KeyboardInterrupt as stop:
        number = stop.number if isinstance(stop, AskedToEndError) else int(signal.SIGINT)
        console.say(_how_to_go_on(run), quiet=False)
        raise SystemExit(128 + number) from None
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # the form of a handler
    raise AskedToEndError(number)


def _how_to_go_on(run: Path) -> str:
    from slantwise.run import run_status

    try:
        done = f"{run_status(run).done.n_records} records are done and kept in {run}"
    except RunError:
        done = "nothing was begun"
    command = shlex.join(["slantwise", *sys.argv[1:]])
    return f"stopped: {done}. The same command goes on from there:\n  {command}"
