"""Engines: what carries shards to the shared work and their parts to disk.

An engine is one method, `run`: shards in, staged parts out, in whatever order they are ready.
Whoever calls it gives the parts their names and keeps the receipts, so that an engine that dies
leaves nothing but temporary files. `InProcess` is here; `processes.ProcessPool` is the default;
`cluster.RayPool` works on a cluster.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from slantwise.clean import RecurringLines
from slantwise.errors import RunError, SlantwiseError
from slantwise.garbage import seldom_searched
from slantwise.pipeline.shards import ArticleReader, Record, Shard, analyse, failed
from slantwise.run import Outcome, PartWriter, Staged


@dataclass(frozen=True, slots=True)
class Done:
    """A shard and its part, on disk under a temporary name.

    Attributes:
        shard: what was analysed.
        staged: the part.
    """

    shard: Shard
    staged: Staged


class Engine(Protocol):
    """Carries shards through the analysis."""

    def run(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard with its staged part, in any order.

        Shards are taken one by one as there is room for them. Closing the iterator stops the
        work and ends every process that was started.
        """
        ...


class AnalysisFailedError(Exception):
    """Records could not be analysed together; one of them may be at fault.

    Attributes:
        reason: a short, stable code, for the problem row.
    """

    def __init__(self, reason: str, message: str) -> None:
        """Say what happened, in words that depend on nothing but the records."""
        super().__init__(message)
        self.reason = reason


Attempt = Callable[[Sequence[Record]], list[Outcome]]

_TRIES_ALONE = 2
_FAILURES_IN_A_ROW = 100
"""More than any stretch of bad records we can think of; a machine at fault makes any number."""


class InProcess:
    """Analyses in this process, one shard after the other."""

    def __init__(
        self, writer: PartWriter, reader: ArticleReader, recurring: RecurringLines | None = None
    ) -> None:
        """Write with `writer` what `reader` reads; `recurring` lines are cleaned away."""
        self._writer = writer
        self._recurring = recurring
        self._reader = reader
        self._search = Search(self._attempt)

    def run(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard with its staged part, in order."""
        for shard in shards:
            with seldom_searched():
                staged = self._writer.stage(shard.index, self._outcomes(shard.records))
            yield Done(shard, staged)

    def _outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        try:
            return self._attempt(records)
        except AnalysisFailedError:
            return self._search.outcomes(records)

    def _attempt(self, records: Sequence[Record]) -> list[Outcome]:
        return attempted(records, self._reader, self._recurring)


def attempted(
    records: Sequence[Record], reader: ArticleReader, recurring: RecurringLines | None = None
) -> list[Outcome]:
    """What became of each record.

    Raises:
        AnalysisFailedError: a stage failed on one of them.
    """
    try:
        return analyse(records, reader, recurring)
    except SlantwiseError:
        raise
    except Exception as error:  # the one place where an article's failure must not end the run
        message = f"{type(error).__name__}: {error}"
        raise AnalysisFailedError("analysis-failed", message) from error


class Search:
    """Finds the records at fault among those that failed together, and keeps what the others give.

    They are halved until those at fault are alone. A record alone is tried twice, so that a
    chance death is not laid at its door; then it is a problem.
    """

    def __init__(self, attempt: Attempt) -> None:
        """Search with `attempt`, which raises `AnalysisFailedError`."""
        self._attempt = attempt
        self._n_in_a_row = 0

    def outcomes(self, records: Sequence[Record]) -> list[Outcome]:
        """What became of each record, in order; no records give no outcomes.

        Raises:
            RunError: record after record fails, so it is not the records.
        """
        if len(records) < 2:
            return [self._alone(record) for record in records]
        middle = len(records) // 2
        return [*self._half(records[:middle]), *self._half(records[middle:])]

    def _half(self, records: Sequence[Record]) -> list[Outcome]:
        if len(records) > 1:
            try:
                return self._kept(self._attempt(records))
            except AnalysisFailedError:
                pass  # the search goes on in its halves
        return self.outcomes(records)

    def _alone(self, record: Record) -> Outcome:
        for _ in range(_TRIES_ALONE):
            try:
                return self._kept(self._attempt([record]))[0]
            except AnalysisFailedError as error:
                last = error
        self._n_in_a_row += 1
        if self._n_in_a_row >= _FAILURES_IN_A_ROW:
            raise RunError(
                f"the analysis failed on {self._n_in_a_row} records in a row, the last "
                f"{record.source} ({last}). It will not be the records; see whether memory is "
                "short or the installation damaged, then give the same command again."
            ) from last
        message = (
            f"the analysis of this record fails every time ({last}); the others of the run are "
            "not touched. Look at the record; if it is an ordinary article, please report it."
        )
        return failed(record, last.reason, message)

    def _kept(self, outcomes: list[Outcome]) -> list[Outcome]:
        self._n_in_a_row = 0
        return outcomes
