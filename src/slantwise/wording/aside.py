"""Typical terms counted in a process of their own, while acts are aligned in this one.

Both read the run and neither needs the other. A small run is counted here and now: a process
takes longer to start than such a run to count.
"""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from typing import Protocol

from slantwise.errors import RunError, SlantwiseError
from slantwise.records.contrasts import TypicalTerm
from slantwise.run import RunFolder
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing
from slantwise.wording.typical import typical_terms

LARGE = 5_000
"""Articles from which a process of its own is worth its start."""


class Terms(Protocol):
    """Gives the typical terms, and waits for them where they are not ready."""

    def __call__(self) -> tuple[TypicalTerm, ...]:
        """What `typical.typical_terms` gives."""
        ...


@contextmanager
def counted_aside(
    run: RunFolder, placings: Sequence[Placing], settings: WordingSettings
) -> Iterator[Terms]:
    """What gives the typical terms of a run: the same as `typical_terms`, maybe sooner.

    From `LARGE` articles on, on a machine of several processors, they are counted in another
    process from here on, which ends with the block. Otherwise they are counted when asked for.

    Raises:
        RunError: a part is damaged, or the process ends before its time.
    """
    # A daemon may have no children.
    alone = (os.cpu_count() or 1) < 2 or current_process().daemon
    if len(placings) < LARGE or alone:
        yield lambda: typical_terms(run, placings, settings)
        return
    context = get_context("spawn")
    source, sink = context.Pipe(duplex=False)
    process = context.Process(target=_count, args=(sink, run, placings, settings), daemon=True)
    process.start()
    sink.close()
    # Received as soon as it is sent: until then the process holds the memory it counted in.
    with ThreadPoolExecutor(max_workers=1) as receiving:
        answer = receiving.submit(_received, source)
        try:
            yield partial(_waited, answer)
        finally:
            process.kill()
            process.join()
    source.close()


def _count(
    sink: Connection, run: RunFolder, placings: Sequence[Placing], settings: WordingSettings
) -> None:
    """Send the terms, or the error that kept them from being counted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    gc.disable()  # the process ends with its one answer, which makes no cycles that grow
    try:
        sink.send(typical_terms(run, placings, settings))
    except SlantwiseError as error:
        sink.send(error)


def _waited(answer: "Future[tuple[TypicalTerm, ...]]") -> tuple[TypicalTerm, ...]:
    return answer.result()


def _received(source: Connection) -> tuple[TypicalTerm, ...]:
    try:
        answer = source.recv()
    except EOFError as error:
        raise RunError(
            "the process that counts typical terms ended before its time, most often because "
            "memory ran out: free memory and compare again. In a program of your own, call "
            "slantwise under: if __name__ == '__main__'."
        ) from error
    if isinstance(answer, SlantwiseError):
        raise answer
    found: tuple[TypicalTerm, ...] = answer
    return found
