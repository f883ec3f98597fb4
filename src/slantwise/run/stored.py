"""What the store of an ingest holds: rows, one a record, and what became of files and articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from slantwise.records import Article, CleanedArticle, Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_SAID = {"duplicate": "a duplicate", "earlier-version": "an earlier version"}


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


def record_of(data: str, left_out: Mapping[str, LeftOut]) -> Article | Problem:
    """The record of a row; a problem for an article that another one stands for.

    Args:
        data: the record as JSON.
        left_out: the articles that do not count, by their ids.
    """
    record = _adapter().validate_json(data)
    if isinstance(record, Article) and record.id in left_out:
        return _problem(record, left_out[record.id])
    return record


def _problem(article: Article, left_out: LeftOut) -> Problem:
    message = (
        f"{article.source}: the article is {_SAID[left_out.reason]} of {left_out.counts!r}, which "
        f"counts in its place ({left_out.how}, {left_out.similarity:.0%} of five-word sequences "
        "in common). See left_out.parquet."
    )
    return Problem("clean", left_out.reason, message, article.source, article.id)


@cache
def _adapter() -> "TypeAdapter[Article | Problem]":
    from pydantic import TypeAdapter

    return TypeAdapter(Article | Problem)


def stored_row(record: CleanedArticle | Problem) -> dict[str, Any]:
    """The row of a record, in the form of `stored_schema`."""
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


def stored_schema() -> Any:
    """The columns of a part: what a reader of the store wants to see, and `data`, the record."""
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
