"""Parts: the outcomes of one shard as a Parquet file, made in memory and written in one step."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.records import AnalysedArticle, Problem
from slantwise.records.as_json import from_dict, problem_from_dict, problem_to_dict, to_dict
from slantwise.run.disk import stage, writing
from slantwise.run.manifest import Tally

MADE_BY = "slantwise.manifest"
INDEX = "slantwise.part"

Outcome = AnalysedArticle | Problem
"""What became of one record read: an analysed article, or the problem that kept it out."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A part on disk under a temporary name; not yet part of the run.

    Attributes:
        part: its index.
        temporary: where it stands.
        sha256: digest of the file.
        n_bytes: size of the file.
        tally: what it holds.
    """

    part: int
    temporary: Path
    sha256: str
    n_bytes: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part in memory, nowhere on disk.

    Attributes:
        part: its index.
        content: the bytes of its file.
        tally: what it holds.
    """

    part: int
    content: bytes
    tally: Tally


@dataclass(frozen=True, slots=True)
class PartWriter:
    """Writes parts of a run under temporary names; small, so that it may go to any worker.

    Attributes:
        path: the run folder.
        made_by: digest of the run's manifest, kept in every part.
    """

    path: Path
    made_by: str

    def stage(self, index: int, outcomes: Sequence[Outcome]) -> Staged:
        """Write a part under a temporary name.

        Raises:
            RunError: it cannot be written.
        """
        return self.keep(self.make(index, outcomes))

    def make(self, index: int, outcomes: Sequence[Outcome]) -> MadePart:
        """The part that `stage` would write; on another machine, for `keep` on this one."""
        rows = [to_row(outcome) for outcome in outcomes]
        content = _parquet(rows, {INDEX: str(index), MADE_BY: self.made_by})
        return MadePart(index, content, count_rows(rows))

    def keep(self, made: MadePart) -> Staged:
        """Write a part made elsewhere under a temporary name.

        Raises:
            RunError: it cannot be written.
        """
        target = part_path(self.path, made.part)
        with writing(target):
            temporary = stage(target, [made.content])
        digest = hashlib.sha256(made.content).hexdigest()
        return Staged(made.part, temporary, digest, len(made.content), made.tally)


def part_path(run: Path, index: int) -> Path:
    """Where the part of that index stands, written or not."""
    return run / "parts" / f"{index:06}.parquet"


def _parquet(rows: Sequence[Mapping[str, Any]], made: Mapping[str, str]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from slantwise.run.schema import PART

    table = pa.Table.from_pylist(list(rows), schema=PART.with_metadata(dict(made)))
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def to_row(outcome: Outcome) -> dict[str, Any]:
    """The row of an outcome, in the form of `schema.PART`."""
    if isinstance(outcome, Problem):
        return {"article": None, "problems": [problem_to_dict(outcome)]}
    return to_dict(outcome)


def read_part(path: Path, *, without: Collection[str] = ()) -> Iterator[Outcome]:
    """The outcomes of a part, in input order.

    Args:
        path: the part.
        without: list columns of `schema.PART` that are not read; records come without them.

    Raises:
        RunError: the part is missing or damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    nothing: dict[str, list[Any]] = {name: [] for name in without}
    try:
        with pq.ParquetFile(path) as file:
            names = [name for name in file.schema_arrow.names if name not in nothing]
            for batch in file.iter_batches(batch_size=32, columns=names):
                yield from (_from_row({**row, **nothing}) for row in batch.to_pylist())
    except (pa.ArrowInvalid, OSError) as error:
        raise RunError(
            f"{path} is missing or damaged ({error}). The slantwise analyze command that made the "
            "run does it again."
        ) from error


def count_rows(rows: Iterable[Mapping[str, Any]]) -> Tally:
    """What the rows hold."""
    total = Tally()
    for row in rows:
        problems = row.get("problems") or ()
        fatal = any(problem["fatal"] for problem in problems)
        has_article = row["article"] is not None
        total += Tally(
            n_records=1,
            n_articles=int(has_article),
            n_not_analysed=int(fatal and not has_article),
            n_remarks=0 if fatal else len(problems),
            n_words=sum((row.get("words") or {}).values()),
        )
    return total


def _from_row(row: Mapping[str, Any]) -> Outcome:
    if row["article"] is None:
        return problem_from_dict(row["problems"][0])
    return from_dict(row)
