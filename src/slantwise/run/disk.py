"""Writing to disk so that a reader finds a file whole or not at all.

Every byte of a run folder goes through this module, so that one test can make each write fail.
"""

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from slantwise.errors import RunError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_TEMPORARY = "*.tmp"
_FOLDERS = ("", "parts", "articles")


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Failures of the system while `path` is written become a `RunError` that says what to do.

    Raises:
        RunError: the disk is full, the folder may not be written, or the device failed.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno in _FULL:
            advice = "Make room on the disk; the same command then goes on from there."
        else:
            advice = "See that the folder may be written, or name another run."
        raise RunError(f"{path} cannot be written: {reason}. {advice}") from error


def stage(target: Path, pieces: Iterable[bytes]) -> Path:
    """A file of those pieces beside `target`, brought to disk under a temporary name.

    The pieces are taken one by one, so that a long file need never be in memory.

    Raises:
        OSError: it cannot be written; nothing is left behind, whatever is raised.
    """
    temporary = target.with_name(f"{target.name}.{secrets.token_hex(6)}.tmp")
    with ExitStack() as undo:
        with temporary.open("xb", buffering=0) as file:
            undo.callback(temporary.unlink, missing_ok=True)
            for piece in pieces:
                _write(file.fileno(), piece)
            os.fsync(file.fileno())
        undo.pop_all()
    return temporary


def settle(temporary: Path, target: Path) -> None:
    """Give a staged file its name; from then on it survives a loss of power."""
    temporary.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def write_whole(target: Path, content: bytes) -> None:
    """Write or replace a file in one step.

    Raises:
        RunError: it cannot be written; what stood there still does.
    """
    with writing(target):
        settle(stage(target, [content]), target)


def append_line(target: Path, line: str) -> None:
    """Add a line at the end of a file, and bring it to disk.

    Raises:
        RunError: it cannot be written. A part of the line may stand there, without its end.
    """
    with writing(target):
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            _write(file, (line + "\n").encode())
            os.fsync(file)
        finally:
            os.close(file)


def rewrite(file: int, content: bytes) -> None:
    """Put content in place of what an open file holds, without a new name.

    Only where nothing hangs on the file's being whole: a kill leaves it empty or cut short.
    """
    os.ftruncate(file, 0)
    _write(file, content)


def leftovers(folder: Path) -> list[Path]:
    """Temporary files of dead processes, where no process is at work."""
    return sorted(path for name in _FOLDERS for path in (folder / name).glob(_TEMPORARY))


def sweep(folder: Path) -> None:
    """Take away what dead processes left behind; only for who holds the lock."""
    for leftover in leftovers(folder):
        leftover.unlink(missing_ok=True)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
