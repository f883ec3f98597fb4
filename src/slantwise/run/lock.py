"""One process at a time works on a run folder.

The system lets the lock go when its process ends, however it ends, so none is ever left behind.
"""

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from slantwise.errors import RunError
from slantwise.run.disk import rewrite, writing

LOCK = "lock"
_PATIENCE_SECONDS = 0.5
_PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that works on a run folder.

    Attributes:
        process: its number; 0 where it has not written it yet.
        host: the machine it runs on; empty where it has not written it yet.
    """

    process: int = 0
    host: str = ""

    def __str__(self) -> str:
        return f"process {self.process} on {self.host}" if self.process else "another process"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the run folder for this process; the folder is made where there is none.

    Raises:
        RunError: another process holds it, or the folder cannot be written.
    """
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
        # Not "w": the file names the holder until the lock is ours.
        file = (path / LOCK).open("a+", encoding="utf-8")
    with file:
        with writing(path / LOCK):
            _take(file, path)
            _sign(file)
        try:
            yield
        finally:
            file.truncate(0)


def holder(path: Path) -> Holder | None:
    """The process at work on the run folder; None where none is."""
    try:
        with (path / LOCK).open(encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return _read(file)
    except FileNotFoundError:
        pass  # never locked, so nobody is at work
    return None


def _take(file: TextIOWrapper, path: Path) -> None:
    """Take the lock; waits a moment, since whoever asks for the status holds it for an instant."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() < deadline:
                time.sleep(_PAUSE_SECONDS)
                continue
            raise RunError(
                f"{path} is in use by another process ({_read(file)}); wait for it, stop it, or "
                "name another run."
            ) from error
        return


def _sign(file: TextIOWrapper) -> None:
    signed = json.dumps({"process": os.getpid(), "host": socket.gethostname()})
    rewrite(file.fileno(), f"{signed}\n".encode())


def _read(file: TextIOWrapper) -> Holder:
    file.seek(0)
    try:
        data = json.loads(file.read())
        return Holder(int(data["process"]), str(data["host"]))
    except (json.JSONDecodeError, KeyError, TypeError, ValueError):
        return Holder()  # the holder is just writing its number
