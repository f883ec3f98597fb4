"""Shards: a fixed number of records in input order, and what every engine does with one."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from slantwise.clean import RecurringLines, clean, language_problem, text_problem
from slantwise.codebook import Coder
from slantwise.pipeline.share import ReadShare
from slantwise.records import AnalysedArticle, Article, CleanedArticle, Problem
from slantwise.run import Outcome

Record = Article | Problem


@dataclass(frozen=True, slots=True)
class Shard:
    """Records that one worker analyses and writes as one part.

    Attributes:
        index: its place among the shards, from 0.
        records: in input order.
        share_read: share of the input read up to its end, 0 to 1; None where nothing tells.
    """

    index: int
    records: tuple[Record, ...]
    share_read: float | None = None

    @property
    def digest(self) -> str:
        """sha256 of the records: shows on going on that the input is still the same."""
        digest = hashlib.sha256()
        for record in self.records:
            for text in _identity(record):
                content = text.encode("utf-8", "surrogatepass")
                digest.update(b"%d:" % len(content) + content)
        return digest.hexdigest()


class ArticleReader(Protocol):
    """What an engine needs of an analyser; `Analyser` is one."""

    @property
    def coder(self) -> Coder | None:
        """What codes a researcher's own kinds; None where there is no codebook."""
        ...

    def signature(self) -> dict[str, str]:
        """What can change a result, by name."""
        ...

    def read_cleaned(self, articles: Iterable[CleanedArticle]) -> Iterator[AnalysedArticle]:
        """Analysed articles, in input order; what they share a batch with changes nothing."""
        ...


Build = Callable[[], ArticleReader]
"""Makes a reader; importable by name, so that a worker process can make one of its own."""


def shards(records: Iterable[Record], size: int, share: ReadShare | None = None) -> Iterator[Shard]:
    """The records in shards of `size`; the last may be shorter. No records give no shard."""
    share = share or ReadShare()
    source = iter(records)
    index = 0
    while group := tuple(islice(source, size)):
        for record in group:
            share.see(record)
        yield Shard(index, group, share.share)
        index += 1


def analyse(
    records: Sequence[Record], reader: ArticleReader, recurring: RecurringLines | None = None
) -> list[Outcome]:
    """What became of each record, in order: the work that every engine shares.

    Problems stay as they are; an article that is none, or in another language, becomes one.
    """
    prepared = [_prepare(record, recurring) for record in records]
    articles = (item for item in prepared if isinstance(item, CleanedArticle))
    analysed = reader.read_cleaned(articles)
    return [item if isinstance(item, Problem) else next(analysed) for item in prepared]


def failed(record: Record, reason: str, message: str) -> Problem:
    """The problem that stands for a record whose analysis failed."""
    article_id = record.id if isinstance(record, Article) else record.article_id
    return Problem("pipeline", reason, message, record.source, article_id)


def _prepare(record: Record, recurring: RecurringLines | None) -> CleanedArticle | Problem:
    """The cleaned article, or the problem that keeps it from being analysed."""
    if isinstance(record, Problem):
        return record
    cleaned = clean(record, recurring)
    return text_problem(cleaned) or language_problem(cleaned) or cleaned


def _identity(record: Record) -> tuple[str, ...]:
    """What a record is known by again; all of it that comes from the input."""
    where = (record.source.path, record.source.record)
    if isinstance(record, Problem):
        return (*where, record.stage, record.reason, record.article_id, str(record.fatal))
    spans = (record.title, *record.body)
    return (
        *where,
        *(record.id, record.outlet, record.raw, record.url, record.event, record.byline),
        *(record.section, record.language, record.outlet_given, record.precision),
        *record.agencies,
        record.published.isoformat() if record.published else "",
        ",".join(f"{span.start}-{span.end}" if span else "" for span in spans),
    )
