"""The headline and the paragraphs of an article, as stretches to be segmented one by one."""

from dataclasses import dataclass

from slantwise.records import CleanedArticle, Span

HEADLINE = -1
"""Paragraph number of the headline."""


@dataclass(frozen=True, slots=True)
class Block:
    """A headline or paragraph without the blanks around it.

    Attributes:
        span: where it stands in the article's text; never empty.
        paragraph: index of the paragraph, -1 for the headline.
    """

    span: Span
    paragraph: int


def blocks_of(article: CleanedArticle) -> tuple[Block, ...]:
    """Headline and paragraphs in order of position; those without visible text are left out.

    Raises:
        ValueError: blocks overlap, or non-blank text stands outside all of them.
    """
    spans = [(span, index) for index, span in enumerate(article.paragraphs)]
    if article.title is not None:
        spans.append((article.title, HEADLINE))
    reached = 0
    blocks = []
    for span, paragraph in sorted(spans):
        _check_gap(article, reached, span.start)
        reached = span.end
        inner = stripped(article.text, span)
        if len(inner):
            blocks.append(Block(inner, paragraph))
    _check_gap(article, reached, len(article.text))
    return tuple(blocks)


def _check_gap(article: CleanedArticle, start: int, end: int) -> None:
    if start > end:
        raise ValueError(
            f"article {article.id}: a headline or paragraph starts at {end}, before the one "
            f"ahead of it ends at {start}; expected stretches that do not overlap"
        )
    if article.text[start:end].strip():
        raise ValueError(
            f"article {article.id}: text at {start}..{end} belongs to no headline or paragraph; "
            f"expected only blanks there, found {article.text[start:end].strip()[:40]!r}"
        )


def stripped(text: str, span: Span) -> Span:
    """The span without the blanks at both ends; empty (at its start) where all is blank.

    >>> stripped("  ab ", Span(0, 5))
    Span(start=2, end=4)
    """
    inner = text[span.start : span.end]
    visible = inner.strip()
    start = span.start + (len(inner) - len(inner.lstrip()) if visible else 0)
    return Span(start, start + len(visible))
