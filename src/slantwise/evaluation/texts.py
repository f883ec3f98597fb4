"""Gold texts as articles and as sentences, with every offset still counting in the gold text."""

import re
from datetime import datetime

from slantwise.records import (
    AnalysedArticle,
    Article,
    CleanedArticle,
    OffsetRun,
    Sentence,
    Source,
    Span,
)

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_PARTING = "\n\n"


def to_article(
    name: str,
    text: str,
    *,
    outlet: str = "",
    title: str = "",
    published: datetime | None = None,
) -> Article:
    """An article of a gold text; paragraphs are parted by blank lines.

    Where there is a title, it stands before `text` in the raw text.
    """
    raw = f"{title}{_PARTING}{text}" if title.strip() else text
    start = len(raw) - len(text)
    return Article(
        id=name,
        outlet=outlet,
        raw=raw,
        title=Span(0, len(title)) if start else None,
        body=tuple(span.shift(start) for span in paragraphs_of(text)),
        source=Source(name),
        published=published,
    )


def headed_article(name: str, text: str, headline: Span) -> Article:
    """An article of a gold text whose headline stands at its start."""
    body = paragraphs_of(text[headline.end :])
    return Article(
        id=name,
        outlet="",
        raw=text,
        title=headline,
        body=tuple(span.shift(headline.end) for span in body),
        source=Source(name),
    )


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Where the paragraphs stand, without the blanks around them.

    >>> [(span.start, span.end) for span in paragraphs_of("One. " + 2 * chr(10) + "Two.")]
    [(0, 4), (7, 11)]
    """
    parted = (edge for found in _BLANK_LINES.finditer(text) for edge in found.span())
    edges = [0, *parted, len(text)]
    spans = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        inner = text[start:end]
        first = start + len(inner) - len(inner.lstrip())
        last = start + len(inner.rstrip())
        if first < last:
            spans.append(Span(first, last))
    return tuple(spans)


def sentences_of(name: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of a gold text as it stands, nothing cleaned away."""
    from slantwise.segment import segment

    whole = Span(0, len(text))
    sentences, _ = segment(
        CleanedArticle(
            article=to_article(name, text),
            text=text,
            title=None,
            paragraphs=paragraphs_of(text),
            offsets=(OffsetRun(whole, whole),),
        )
    )
    return sentences


def in_gold(span: Span, analysed: AnalysedArticle) -> Span:
    """The stretch of the gold text that a span of the analysed text came from."""
    return analysed.article.to_raw(span)
