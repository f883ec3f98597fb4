"""Sketches on the spot."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from slantwise.duplicates import Sketch, sketch_articles
from slantwise.records import Article, CleanedArticle, Source, Span

Make = Callable[..., Sketch]


def words(start: int, n: int) -> str:
    """`n` words of which no five-word sequence stands in another such text, unless they overlap."""
    return " ".join(f"word{number}" for number in range(start, start + n))


def cleaned(id_: str, text: str, day: float | None = 0, **fields: object) -> CleanedArticle:
    """A cleaned article of one paragraph, published so many days after 2 May 2024, noon UTC."""
    published = None if day is None else datetime(2024, 5, 2, 12, tzinfo=UTC) + timedelta(days=day)
    given = {"outlet": "The Example", "published": published, "precision": "second", **fields}
    body = (Span(0, len(text)),) if text else ()
    article = Article(id_, raw=text, title=None, body=body, source=Source("a"), **given)  # type: ignore[arg-type]
    return CleanedArticle(article, text, None, body, ())


@pytest.fixture
def make() -> Make:
    def build(id_: str, text: str, day: float | None = 0, **fields: object) -> Sketch:
        return next(sketch_articles([cleaned(id_, text, day, **fields)]))

    return build
