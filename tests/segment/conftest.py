"""Articles for the tests of `segment`, made from plain text."""

import re
from collections.abc import Callable

import pytest

from slantwise.records import Article, CleanedArticle, OffsetRun, Source, Span

Make = Callable[..., CleanedArticle]


@pytest.fixture
def make() -> Make:
    """Makes a cleaned article; paragraphs are parted by blank lines."""

    def made(text: str, *, titled: bool = False) -> CleanedArticle:
        spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
        title = spans.pop(0) if titled else None
        article = Article("a1", "outlet", text, title, tuple(spans), Source("a.txt"))
        whole = Span(0, len(text))
        return CleanedArticle(article, text, title, tuple(spans), (OffsetRun(whole, whole),))

    return made
