"""Articles on the spot."""

from collections.abc import Callable

import pytest

from slantwise.records import Article, Source, Span

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """Makes an article whose raw text is headline, blank line and body; the body is one block."""

    def build(body: str, title: str = "", **values: object) -> Article:
        raw = f"{title}\n\n{body}" if title else body
        start = len(raw) - len(body)
        given = {"id": "a", "outlet": "The Example", "raw": raw, "source": Source("a.txt"),
                 "title": Span(0, len(title)) if title else None,
                 "body": (Span(start, len(raw)),) if body else ()}  # fmt: skip
        return Article(**{**given, **values})  # type: ignore[arg-type]

    return build
