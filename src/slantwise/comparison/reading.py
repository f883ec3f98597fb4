"""A run's parts, read column by column into small counts; no text stays in memory.

Reads Parquet directly (the layout is `run.schema`): rebuilding every article's records to count
them would take a hundred times as long.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from slantwise.comparison.counting import Counting
from slantwise.comparison.counts import RunCounts
from slantwise.comparison.thresholds import thresholds_of
from slantwise.errors import RunError
from slantwise.events import EventArticle, EventSettings, Reading, in_order, read
from slantwise.processes import spread
from slantwise.run import RunFolder

_COUNTED = [
    *(f"article.{name}" for name in ("id", "outlet", "title", "published")),
    "words",
    *(f"findings.list.element.{name}" for name in ("start", "end", "voice", "confidence")),
    "findings.list.element.kinds",
    *(f"weak_findings.list.element.{name}" for name in ("start", "end", "voice", "confidence")),
    "weak_findings.list.element.kind",
    *(f"attributions.list.element.{name}" for name in ("voice", "speaker", "cited_by", "n_words")),
    *(f"attributions.list.element.{name}" for name in ("cue", "source")),
    *(f"harms.list.element.{name}" for name in ("form", "voice", "doer")),
    *(f"stances.list.element.{name}" for name in ("actor", "voice", "speaker", "state")),
    *(f"stances.list.element.{name}" for name in ("stance", "against", "favour")),
    *(f"stances.list.element.{name}" for name in ("n_mentions", "n_failed")),
    *(f"actors.list.element.{name}" for name in ("id", "name", "kind", "parent")),
    "actors.list.element.aliases_seen",
    "problems.list.element.fatal",
]
_MATCHED = [
    *(f"article.{name}" for name in ("id", "outlet", "title", "published")),
    *(f"article.{name}" for name in ("event", "text", "title_span")),
]


def read_counts(run: RunFolder, *, min_confidence: float | None = None) -> RunCounts:
    """The run in numbers; arrays of length 0 where no article was analysed.

    Args:
        run: a run folder.
        min_confidence: findings below it are left out; None counts all.

    Raises:
        RunError: a part is damaged or of another layout.
    """
    counting = Counting(thresholds_of(run.manifest.signature, min_confidence))
    for path in run.parts():
        counting.add(_columns(path, _COUNTED))
    return counting.counts()


def event_readings(run: RunFolder, settings: EventSettings) -> tuple[Reading, ...]:
    """The run's articles as event matching takes them, read on all processors.

    Raises:
        RunError: a part is damaged or of another layout.
        ValueError: two articles have one id.
    """
    parts = run.parts()
    n_articles = run.manifest.total.n_articles if run.manifest.total else 0
    read_parts = spread(partial(_readings, settings=settings), parts, n_articles=n_articles)
    return in_order(chain.from_iterable(read_parts))


def _readings(path: Path, *, settings: EventSettings) -> list[Reading]:
    return [read(article, settings) for article in event_articles(path)]


def event_articles(path: Path) -> Iterator[EventArticle]:
    """The articles of one part as events are matched by them.

    Raises:
        RunError: the part is damaged or of another layout.
    """
    article = _columns(path, _MATCHED).column("article").combine_chunks()
    for row in article.filter(pc.is_valid(article)).to_pylist():
        title = row["title_span"]
        yield EventArticle(
            id=row["id"],
            outlet=row["outlet"],
            title=row["title"],
            text=row["text"][title["end"] :] if title else row["text"],
            published=datetime.fromisoformat(row["published"]) if row["published"] else None,
            event=row["event"],
        )


def _columns(path: Path, columns: list[str]) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=columns)
    except (pa.ArrowInvalid, OSError) as error:
        raise RunError(f"{path} is damaged ({error}); analyse again into a new run.") from error
