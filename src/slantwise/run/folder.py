"""The run folder: a manifest and Parquet parts, each written whole or not at all.

Whatever instant a process is killed at, the folder holds only finished parts; the same command
goes on from there.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.records import AnalysedArticle, Problem
from slantwise.records.as_json import from_dict, problem_from_dict, problem_to_dict, to_dict

FORMAT = 2
_MANIFEST = "manifest.json"

Outcome = AnalysedArticle | Problem
"""What became of one record read: an analysed article, or the problem that kept it out."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What made a run; a run goes on only with the same.

    Attributes:
        signature: versions, digests and settings that can change a result.
        inputs: sha256 of every input, by path.
        shard_size: records a part.
        n_parts: how many parts a finished run holds; None while it is not finished.
    """

    signature: Mapping[str, str]
    inputs: Mapping[str, str]
    shard_size: int
    n_parts: int | None = None


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A run on disk.

    Attributes:
        path: the folder.
        manifest: what made it.
    """

    path: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """What the run is called: its folder, or the folder around it where that says "run"."""
        path = self.path.resolve()
        return path.parent.name if path.name == "run" else path.name

    @property
    def finished(self) -> bool:
        """Whether every part is written."""
        return self.manifest.n_parts is not None

    def part(self, index: int) -> Path:
        """Where the part of that index stands, written or not."""
        return self.path / "parts" / f"{index:06}.parquet"

    def parts(self) -> list[Path]:
        """The finished parts in order."""
        return sorted((self.path / "parts").glob("*.parquet"))

    def write(self, index: int, outcomes: Sequence[Outcome]) -> None:
        """Write one part whole: to a temporary name first, then renamed."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        from slantwise.run.schema import PART

        table = pa.Table.from_pylist([_row(outcome) for outcome in outcomes], schema=PART)
        target = self.part(index)
        temporary = target.with_suffix(f".{os.getpid()}.tmp")
        pq.write_table(table, temporary, compression="zstd")
        _settle(temporary, target)

    def read(self) -> Iterator[Outcome]:
        """Every record of the run in input order, one part in memory at a time."""
        import pyarrow.parquet as pq

        for path in self.parts():
            for batch in pq.ParquetFile(path).iter_batches(batch_size=32):
                for row in batch.to_pylist():
                    if row["article"] is None:
                        yield problem_from_dict(row["problems"][0])
                    else:
                        yield from_dict(row)

    def articles(self) -> Iterator[AnalysedArticle]:
        """The analysed articles in input order."""
        return (outcome for outcome in self.read() if isinstance(outcome, AnalysedArticle))

    def finish(self, n_parts: int) -> "RunFolder":
        """The same run, marked finished on disk."""
        manifest = Manifest(
            self.manifest.signature, self.manifest.inputs, self.manifest.shard_size, n_parts
        )
        _write_manifest(self.path, manifest)
        return RunFolder(self.path, manifest)


def open_run(path: Path) -> RunFolder:
    """The run in `path`.

    Raises:
        RunError: there is none, or its manifest is damaged or of another format.
    """
    file = path / _MANIFEST
    if not file.is_file():
        raise RunError(
            f"{path} is not a run: it holds no {_MANIFEST}. "
            f"Make one with: slantwise analyze INPUT --run {path}"
        )
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise RunError(f"{file}: format {data['format']}, this version reads {FORMAT}.")
        manifest = Manifest(data["signature"], data["inputs"], data["shard_size"], data["n_parts"])
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise RunError(f"{file} is damaged ({error!r}); analyse again into a new run.") from error
    return RunFolder(path, manifest)


def is_run(path: Path) -> bool:
    """Whether a run stands in the folder, finished or not."""
    return (path / _MANIFEST).is_file() and (path / "parts").is_dir()


def start_run(path: Path, manifest: Manifest) -> RunFolder:
    """A new run in `path`, or the one already there if the same inputs and settings made it.

    Raises:
        RunError: the folder cannot be written, or a run made otherwise stands there.
    """
    if (path / _MANIFEST).is_file():
        run = open_run(path)
        _refuse_difference(run, manifest)
        _sweep(path)
        return run
    try:
        (path / "parts").mkdir(parents=True, exist_ok=True)
        _write_manifest(path, manifest)
    except OSError as error:
        raise RunError(f"{path} cannot be written: {error.strerror}. Name another run.") from error
    return RunFolder(path, manifest)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the run folder for this process.

    Raises:
        RunError: another process holds it.
    """
    path.mkdir(parents=True, exist_ok=True)
    with (path / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RunError(
                f"{path} is in use by another process; wait for it, or name another run."
            ) from error
        yield


def _row(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, Problem):
        return {"article": None, "problems": [problem_to_dict(outcome)]}
    return to_dict(outcome)


def _refuse_difference(run: RunFolder, manifest: Manifest) -> None:
    old, new = run.manifest, manifest
    for what, before, after in (
        ("setting", old.signature, new.signature),
        ("input", old.inputs, new.inputs),
        ("setting", {"shard_size": old.shard_size}, {"shard_size": new.shard_size}),
    ):
        for key in sorted({*before, *after}):
            if before.get(key) != after.get(key):
                raise RunError(
                    f"{run.path} was made with another {what}: {key} was {before.get(key)!r} and "
                    f"is now {after.get(key)!r}. Name a new run, or restore it."
                )


def _write_manifest(path: Path, manifest: Manifest) -> None:
    data = {
        "format": FORMAT,
        "signature": dict(manifest.signature),
        "inputs": dict(manifest.inputs),
        "shard_size": manifest.shard_size,
        "n_parts": manifest.n_parts,
    }
    temporary = path / f"{_MANIFEST}.{os.getpid()}.tmp"
    temporary.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    _settle(temporary, path / _MANIFEST)


def _settle(temporary: Path, target: Path) -> None:
    """Bring a finished temporary file to disk and give it its name."""
    with temporary.open("rb") as file:
        os.fsync(file.fileno())
    temporary.replace(target)


def _sweep(path: Path) -> None:
    """Remove temporary files that a killed process left behind."""
    for leftover in (*path.glob("*.tmp"), *(path / "parts").glob("*.tmp")):
        leftover.unlink(missing_ok=True)


def counts(run: RunFolder) -> dict[str, int]:
    """Articles analysed, records that were not, and remarks that kept nothing out."""
    import duckdb

    parts = [str(path) for path in run.parts()]
    if not parts:
        return {"articles": 0, "not_analysed": 0, "remarks": 0}
    row = duckdb.execute(
        """
        SELECT count(article.id),
               count(*) FILTER (article.id IS NULL AND list_bool_or(fatal)),
               coalesce(sum(len(fatal)) FILTER (NOT list_bool_or(fatal)), 0)
        FROM (SELECT article, list_transform(problems, lambda p: p.fatal) AS fatal
              FROM read_parquet(?))
        """,
        [parts],
    ).fetchone()
    if row is None:
        raise RunError(f"{run.path}: its parts hold no rows that could be counted.")
    return dict(zip(("articles", "not_analysed", "remarks"), map(int, row), strict=True))
