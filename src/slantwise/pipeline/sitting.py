"""A sitting: the work on a run from its start, or from where it stopped, to its end or next stop.

Finished shards are passed over, the others carried through an engine, their parts given names
and receipts, and progress told.
"""

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import cast

from slantwise.errors import RunError
from slantwise.pipeline.engines import Done, Engine
from slantwise.pipeline.shards import Shard
from slantwise.run import Receipt, RunFolder, Sitting, Tally, read_receipts


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        done: records finished, those of earlier sittings included.
        analysed: articles among them that were analysed in this sitting.
        problems: records of this sitting that could not be analysed.
        n_parts: shards read so far.
        expected: records of the whole input, estimated; None where nothing tells.
    """

    done: int
    analysed: int = 0
    problems: int = 0
    n_parts: int = 0
    expected: int | None = None


Report = Callable[[Progress], None]


class Work:
    """The work on a run in one sitting.

    Attributes:
        held: what the parts hold that were passed over or written.
    """

    def __init__(self, run: RunFolder, report: Report | None) -> None:
        """Work on `run`; tell `report`."""
        self._run = run
        self._report = report
        self._before = read_receipts(run.path)
        last = max((receipt.sitting.number for receipt in self._before.values()), default=0)
        self._number = last + 1
        # The wall clock may be set back in mid-run; this one never goes back.
        self._begun = time.monotonic()
        self._progress = Progress(0)
        self.held = Tally()

    def carry(self, source: Iterable[Shard], engine: Engine) -> int:
        """Carry every shard that is not finished through the engine; gives the number of parts.

        Raises:
            RunError: the records are not those of before, or a part cannot be written.
        """
        done = cast("Generator[Done]", engine.run(self._unfinished(source)))
        with closing(done):  # ends the workers, whatever happens here
            for item in done:
                self._commit(item)
        n_parts = self._progress.n_parts
        if any(index >= n_parts for index in self._before):
            raise self._changed(f"there are fewer records than the {len(self._before)} parts hold")
        return n_parts

    def _unfinished(self, source: Iterable[Shard]) -> Iterator[Shard]:
        for shard in source:
            self._progress = replace(self._progress, n_parts=shard.index + 1)
            receipt = self._before.get(shard.index)
            if receipt is None or not self._is_sound(receipt, shard):
                yield shard
            else:
                self._count(receipt.tally, shard, analysed=0, problems=0)

    def _is_sound(self, receipt: Receipt, shard: Shard) -> bool:
        if receipt.read != shard.digest:
            first, last = shard.records[0], shard.records[-1]
            raise self._changed(f"{first.source} to {last.source} are not what was read before")
        return not self._run.damage(receipt)

    def _commit(self, done: Done) -> None:
        seconds = time.monotonic() - self._begun
        sitting = Sitting(self._number, round(seconds, 3), done.shard.share_read)
        receipt = self._run.commit(done.staged, read=done.shard.digest, sitting=sitting)
        tally = receipt.tally
        self._count(tally, done.shard, analysed=tally.n_articles, problems=tally.n_not_analysed)

    def _count(self, tally: Tally, shard: Shard, *, analysed: int, problems: int) -> None:
        self.held += tally
        old = self._progress
        n_read = shard.index * self._run.manifest.shard_size + len(shard.records)
        self._progress = replace(
            old,
            done=old.done + tally.n_records,
            analysed=old.analysed + analysed,
            problems=old.problems + problems,
            expected=round(n_read / shard.share_read) if shard.share_read else None,
        )
        if self._report:
            self._report(self._progress)

    def _changed(self, what: str) -> RunError:
        return RunError(
            f"{self._run.path} was made of another input: {what}. Name a new run, or give the "
            "articles of before in the same order."
        )
