"""Small files read ahead by worker processes, in the order in which they are asked for.

A page takes forty milliseconds to read, and a folder may hold a hundred thousand; what is read
ahead waits in memory, so large files are left to the one who asks, record by record.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from slantwise.ingest.children import follow_parent
from slantwise.ingest.files import InputFile
from slantwise.records import Problem

LARGEST = 4_000_000
"""Bytes of a file that may be read ahead. Packed ones unpack to some ten times as much."""

_AHEAD = 16
"""Files read ahead for each worker."""

T = TypeVar("T")
Item = InputFile | Problem


def read_ahead(
    files: Iterable[Item], reader: Callable[[InputFile], Iterator[T]], workers: int
) -> Iterator[tuple[Item, Iterable[T]]]:
    """Each file with its records, in order; a problem comes with none.

    Args:
        files: the files.
        reader: gives a file's records; must be one that can be sent to another process.
        workers: processes; with one or none, every file is read when its records are asked for.
    """
    if workers <= 1:
        yield from ((file, _read(file, reader)) for file in files)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), follow_parent) as pool:
        waiting: deque[tuple[InputFile, Future[list[T]]]] = deque()
        for file in files:
            if isinstance(file, InputFile) and _is_small(file):
                waiting.append((file, pool.submit(_listed, file, reader)))
                if len(waiting) > _AHEAD * workers:
                    yield _first(waiting)
                continue
            # Read before the next file is asked for: an unpacked copy may be gone by then.
            while waiting:
                yield _first(waiting)
            yield file, _read(file, reader)
        while waiting:
            yield _first(waiting)


def _first(waiting: "deque[tuple[InputFile, Future[list[T]]]]") -> tuple[InputFile, list[T]]:
    file, future = waiting.popleft()
    return file, future.result()


def _read(file: Item, reader: Callable[[InputFile], Iterator[T]]) -> Iterable[T]:
    return () if isinstance(file, Problem) else reader(file)


def _listed(file: InputFile, reader: Callable[[InputFile], Iterator[T]]) -> list[T]:
    return list(reader(file))


def _is_small(file: InputFile) -> bool:
    """Whether it may be read ahead; an unpacked copy lies there only while it is its turn."""
    if file.name:
        return False
    try:
        return file.path.stat().st_size <= LARGEST
    except OSError:
        return False
