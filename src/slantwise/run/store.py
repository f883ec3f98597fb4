"""Articles as `ingest` leaves them in a run folder, for `analyze` to take up.

`RUN/ingest/articles/*.parquet` holds every record read, in input order, each part written whole
or not at all; `left_out.parquet` says which articles another one stands for, and
`recurring.parquet` which lines repeat across an outlet's articles. `manifest.json` comes last:
an ingest without it is not finished.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slantwise.errors import RunError
from slantwise.records import Article, CleanedArticle, Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = 1
_FOLDER = "ingest"
_MANIFEST = "manifest.json"
_ROWS = 64


@dataclass(frozen=True, slots=True)
class FileCounts:
    """What became of one file.

    Attributes:
        path: the file, as the user named it.
        read: articles that it gave.
        kept: those of them that count.
        duplicates: those that another article stands for.
        other_language: kept ones that are not analysed, for their language.
        skipped: records that gave no article, or one without text, by the reason's code.
    """

    path: str
    read: int
    kept: int
    duplicates: int
    other_language: int
    skipped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is kept in the store and does not count.

    Attributes:
        id: the article's id.
        reason: "duplicate" or "earlier-version".
        counts: id of the article that stands for it.
        how: why they are one article ("exact", "near", "same-url").
        similarity: estimated share of common five-word sequences, from 0 to 1.
    """

    id: str
    reason: str
    counts: str
    how: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Store:
    """The articles of an ingest on disk.

    Attributes:
        path: the run folder.
    """

    path: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.path / _FOLDER

    @property
    def finished(self) -> bool:
        """Whether all is written."""
        return (self.folder / _MANIFEST).is_file()

    def begin(self) -> None:
        """Make an empty store; what an unfinished ingest left is taken away.

        Raises:
            RunError: the folder cannot be written.
        """
        try:
            shutil.rmtree(self.folder, ignore_errors=True)
            (self.folder / "articles").mkdir(parents=True)
        except OSError as error:
            raise RunError(
                f"{self.folder} cannot be written: {error.strerror}. Name another run."
            ) from error

    def parts(self) -> list[Path]:
        """The parts in input order."""
        return sorted((self.folder / "articles").glob("*.parquet"))

    def write(self, index: int, records: Sequence[CleanedArticle | Problem]) -> None:
        """Write one part whole: to a temporary name first, then renamed."""
        rows = [_row(record) for record in records]
        self.write_table(f"articles/{index:06}.parquet", rows, _schema())

    def write_table(self, name: str, rows: Sequence[Mapping[str, Any]], schema: Any) -> None:
        """Write a table of the store whole."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(".tmp")
        table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
        pq.write_table(table, temporary, compression="zstd")
        temporary.replace(target)

    def read(self) -> Iterator[Article | Problem]:
        """Every record in input order; a problem stands for each article that does not count."""
        import pyarrow.parquet as pq

        left_out = self._left_out()
        for part in self.parts():
            for batch in pq.ParquetFile(part).iter_batches(batch_size=_ROWS, columns=["data"]):
                for data in batch.column("data").to_pylist():
                    yield self._record(data, left_out)

    def recurring(self) -> Iterator[tuple[str, str]]:
        """Outlet and line of each line that repeats across an outlet's articles."""
        import pyarrow.parquet as pq

        path = self.folder / "recurring.parquet"
        if path.is_file():
            for batch in pq.ParquetFile(path).iter_batches(columns=["outlet", "line"]):
                for row in batch.to_pylist():
                    yield row["outlet"], row["line"]

    def finish(self, manifest: Mapping[str, Any]) -> None:
        """Write the manifest, which makes the store one that can be read."""
        data = {"format": FORMAT, **manifest}
        temporary = self.folder / f"{_MANIFEST}.tmp"
        temporary.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8")
        temporary.replace(self.folder / _MANIFEST)

    def manifest(self) -> dict[str, Any]:
        """What made the store, and what it holds.

        Raises:
            RunError: it is not finished, or damaged, or of another format.
        """
        file = self.folder / _MANIFEST
        if not file.is_file():
            raise RunError(f"{self.path} holds no finished ingest; run slantwise ingest again.")
        try:
            data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            if data["format"] != FORMAT:
                raise RunError(f"{file}: format {data['format']}, this version reads {FORMAT}.")
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise RunError(f"{file} is damaged ({error!r}); ingest again.") from error
        return data

    def digests(self) -> dict[str, str]:
        """The sha256 of the manifest, by path: it holds the digests of all that was read."""
        with (self.folder / _MANIFEST).open("rb") as stream:
            return {str(self.folder / _MANIFEST): file_digest(stream, "sha256").hexdigest()}

    def _left_out(self) -> dict[str, LeftOut]:
        import pyarrow.parquet as pq

        path = self.folder / "left_out.parquet"
        rows = pq.read_table(path).to_pylist() if path.is_file() else []
        return {row["id"]: LeftOut(**row) for row in rows}

    def _record(self, data: str, left_out: Mapping[str, LeftOut]) -> Article | Problem:
        record = _adapter().validate_json(data)
        if isinstance(record, Article) and record.id in left_out:
            return _problem(record, left_out[record.id])
        return record


def is_ingested(path: Path) -> bool:
    """Whether a finished ingest lies in the run folder."""
    return Store(path).finished


def write_left_out(store: Store, left_out: Iterable[LeftOut]) -> None:
    """Write which articles do not count."""
    import pyarrow as pa

    fields = [(name, pa.string()) for name in ("id", "reason", "counts", "how")]
    rows = [asdict(one) for one in left_out]
    store.write_table("left_out.parquet", rows, pa.schema([*fields, ("similarity", pa.float64())]))


def _problem(article: Article, left_out: LeftOut) -> Problem:
    message = (
        f"{article.source}: the article is {_SAID[left_out.reason]} of {left_out.counts!r}, which "
        f"counts in its place ({left_out.how}, {left_out.similarity:.0%} of five-word sequences "
        "in common). See left_out.parquet."
    )
    return Problem("clean", left_out.reason, message, article.source, article.id)


_SAID = {"duplicate": "a duplicate", "earlier-version": "an earlier version"}


@cache
def _adapter() -> "TypeAdapter[Article | Problem]":
    from pydantic import TypeAdapter

    return TypeAdapter(Article | Problem)


def _row(record: CleanedArticle | Problem) -> dict[str, Any]:
    if isinstance(record, Problem):
        return {
            "path": record.source.path,
            "record": record.source.record,
            "reason": record.reason,
            "fatal": record.fatal,
            "data": _adapter().dump_json(record).decode(),
        }
    article = record.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": record.title.of(record.text) if record.title else "",
        "published": article.published.isoformat() if article.published else None,
        "language": record.language,
        "byline": article.byline,
        "agencies": list(article.agencies),
        "url": article.url,
        "event": article.event,
        "path": article.source.path,
        "record": article.source.record,
        "text": record.text,
        "n_paragraphs": len(record.paragraphs),
        "removals": [{"rule": r.rule, "text": r.text} for r in record.removals],
        "data": _adapter().dump_json(article).decode(),
    }


def _schema() -> Any:
    import pyarrow as pa

    texts = ("id", "outlet", "title", "published", "language", "byline")
    more = ("url", "event", "path", "record", "text")
    return pa.schema(
        [
            *((name, pa.string()) for name in texts),
            ("agencies", pa.list_(pa.string())),
            *((name, pa.string()) for name in more),
            ("n_paragraphs", pa.int32()),
            ("removals", pa.list_(pa.struct([("rule", pa.string()), ("text", pa.string())]))),
            ("reason", pa.string()),
            ("fatal", pa.bool_()),
            ("data", pa.string()),
        ]
    )
