"""What an ingest finds across articles: versions of one article, and lines that repeat.

Works on tables of sketches and lines that the shards leave on disk; DuckDB sorts and counts them
there.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from slantwise.clean import candidate_lines, recurs
from slantwise.duplicates import (
    DuplicateSettings,
    Group,
    Sketch,
    find_duplicates,
    sketch_articles,
)
from slantwise.records import CleanedArticle
from slantwise.run import LeftOut, Store, write_left_out

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "512MB"
_ROWS = 2048
_MICROSECOND = timedelta(microseconds=1)
_NO_DATE = -(2**62)


def write_tables(store: Store, index: int, articles: Sequence[CleanedArticle]) -> dict[str, str]:
    """Write the sketches and the candidate lines of a shard; gives their digests by name."""
    if not articles:
        return {}
    readable = [article for article in articles if article.paragraphs]
    sketches = [_sketch_row(sketch) for sketch in sketch_articles(readable)]
    lines = [
        {"id": article.id, "outlet": article.article.outlet, "line": line, "sentence": sentence}
        for article in readable
        for line, sentence in candidate_lines([p.of(article.text) for p in article.paragraphs])
    ]
    return {
        **store.write_table(f"tables/sketches/{index:06}.parquet", sketches, _sketch_schema()),
        **store.write_table(f"tables/lines/{index:06}.parquet", lines, _line_schema()),
    }


def write_duplicates(store: Store, settings: DuplicateSettings) -> None:
    """Find the versions of one article, and write which of them do not count."""
    with _database(store) as database:
        sketches = _sorted_sketches(database, store)
        left_out = [
            one for group in find_duplicates(sketches, settings) for one in _left_out(group)
        ]
    write_left_out(store, sorted(left_out, key=lambda one: one.id))


def write_recurring(store: Store) -> None:
    """Find the lines that repeat across an outlet's articles, and write them with their counts."""
    rows = []
    if list((store.folder / "tables" / "lines").glob("*.parquet")):
        with _database(store) as database:
            found = database.execute(
                """
                WITH counted AS (
                  SELECT lines.* FROM read_parquet($lines) AS lines
                  ANTI JOIN read_parquet($left_out) AS gone USING (id)
                ), outlets AS (
                  SELECT outlet, count(DISTINCT id) AS n_outlet FROM counted GROUP BY outlet
                )
                SELECT outlet, line, bool_or(sentence), count(*) AS n, n_outlet
                FROM counted JOIN outlets USING (outlet)
                GROUP BY outlet, line, n_outlet HAVING n > 1 ORDER BY outlet, line
                """,
                {
                    "lines": str(store.folder / "tables" / "lines" / "*.parquet"),
                    "left_out": str(store.folder / "left_out.parquet"),
                },
            )
            while batch := found.fetchmany(_ROWS):
                rows += [
                    {"outlet": outlet, "line": line, "n_articles": n, "n_of_outlet": n_outlet}
                    for outlet, line, sentence, n, n_outlet in batch
                    if recurs(n, n_outlet, sentence=sentence)
                ]
    store.write_table("recurring.parquet", rows, _recurring_schema())


def _left_out(group: Group) -> Iterator[LeftOut]:
    for version in group.versions:
        reason = "duplicate" if version.how == "exact" else "earlier-version"
        yield LeftOut(version.id, reason, group.counts, version.how, version.similarity)


def _database(store: Store) -> "DuckDBPyConnection":
    import duckdb

    folder = str(store.folder / "tables" / "spill")
    return duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": folder})


def _sorted_sketches(database: "DuckDBPyConnection", store: Store) -> Iterator[Sketch]:
    """The sketches in the order of `duplicates.sort_key`."""
    if not list((store.folder / "tables" / "sketches").glob("*.parquet")):
        return
    pattern = str(store.folder / "tables" / "sketches" / "*.parquet")
    found = database.execute(
        'SELECT * FROM read_parquet(?) ORDER BY "first", "end", n_words, exact, id', [pattern]
    )
    while batch := found.fetchmany(_ROWS):
        for id_, outlet, url, first, end, exact, n_words, minhash in batch:
            yield Sketch(
                id=id_,
                outlet=outlet,
                url=url,
                first=_moment(first),
                end=_moment(end),
                exact=exact,
                n_words=n_words,
                minhash=np.frombuffer(minhash, np.uint32),
            )


def _moment(microseconds: int) -> datetime | None:
    if microseconds == _NO_DATE:
        return None
    return datetime.fromtimestamp(0, UTC) + _MICROSECOND * microseconds


def _microseconds(moment: datetime | None) -> int:
    if moment is None:
        return _NO_DATE
    return (moment - datetime.fromtimestamp(0, UTC)) // _MICROSECOND


def _sketch_row(sketch: Sketch) -> dict[str, Any]:
    return {
        "id": sketch.id,
        "outlet": sketch.outlet,
        "url": sketch.url,
        "first": _microseconds(sketch.first),
        "end": _microseconds(sketch.end),
        "exact": sketch.exact,
        "n_words": sketch.n_words,
        "minhash": sketch.minhash.tobytes(),
    }


def _sketch_schema() -> Any:
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "outlet", "url")]
    numbers = [("first", pa.int64()), ("end", pa.int64()), ("exact", pa.uint64())]
    return pa.schema([*texts, *numbers, ("n_words", pa.int32()), ("minhash", pa.binary())])


def _line_schema() -> Any:
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("id", "outlet", "line")]
    return pa.schema([*texts, ("sentence", pa.bool_())])


def _recurring_schema() -> Any:
    import pyarrow as pa

    counts = [(name, pa.int64()) for name in ("n_articles", "n_of_outlet")]
    return pa.schema([("outlet", pa.string()), ("line", pa.string()), *counts])
