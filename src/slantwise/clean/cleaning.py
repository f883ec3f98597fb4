"""One article cleaned: paragraphs repaired, page furniture out, every character traced to raw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from slantwise.clean.boilerplate import boilerplate_rule
from slantwise.clean.language import found_language
from slantwise.clean.mapped import Mapped, as_whole, joined, runs
from slantwise.clean.recurring import RecurringLines
from slantwise.clean.repair import repaired_line
from slantwise.clean.repeats import repeat_rule
from slantwise.clean.wrapping import paragraphs_of
from slantwise.records import Article, CleanedArticle, OffsetRun, Removal, Span

_BETWEEN = "\n\n"
_SOFT_HYPHEN = "\u00ad"
_NONE = RecurringLines({})


def clean(article: Article, recurring: RecurringLines | None = None) -> CleanedArticle:
    """The article with its final text: headline, blank line, paragraphs parted by blank lines.

    Repairs change characters and blanks; whole paragraphs that are page furniture or repeat the
    article's metadata are left out and logged. Each character of the text but the blank lines
    maps to the raw text. An article without text, or of furniture alone, has no paragraphs.

    Args:
        article: the article as read.
        recurring: lines that repeat across its outlet's articles, where a first pass found some.
    """
    text = _Text()
    title = _paragraph(article.raw, _title_lines(article))
    title_span = text.add(title) if title.text else None
    kept, removals = _sorted_out(article, recurring or _NONE)
    paragraphs = tuple(map(text.add, kept))
    found = found_language([paragraph.text for paragraph in kept])
    return CleanedArticle(
        article=article,
        text="".join(text.parts),
        title=title_span,
        paragraphs=paragraphs,
        offsets=tuple(text.offsets),
        removals=removals,
        language=found or article.language,
    )


@dataclass(slots=True)
class _Text:
    """The cleaned text as it grows."""

    parts: list[str] = field(default_factory=list)
    offsets: list[OffsetRun] = field(default_factory=list)
    length: int = 0

    def add(self, part: Mapped) -> Span:
        """Put the part behind a blank line; where it then stands."""
        if self.parts:
            self.parts.append(_BETWEEN)
            self.length += len(_BETWEEN)
        self.offsets += runs(part, self.length)
        self.parts.append(part.text)
        self.length += len(part)
        return Span(self.length - len(part), self.length)


def _title_lines(article: Article) -> tuple[Span, ...]:
    if article.title is None:
        return ()
    return tuple(line for lines in paragraphs_of(article.raw, [article.title]) for line in lines)


def _sorted_out(
    article: Article, recurring: RecurringLines
) -> tuple[list[Mapped], tuple[Removal, ...]]:
    """The paragraphs that stay, and those that do not."""
    repaired = (
        _paragraph(article.raw, lines) for lines in paragraphs_of(article.raw, article.body)
    )
    paragraphs = [paragraph for paragraph in repaired if paragraph.text]
    kept: list[Mapped] = []
    out: list[tuple[Mapped, str]] = []
    for index, paragraph in enumerate(paragraphs):
        rule = boilerplate_rule(paragraph.text) or repeat_rule(
            article, paragraph.text, index, n_paragraphs=len(paragraphs)
        )
        if rule:
            out.append((paragraph, rule))
        else:
            kept.append(paragraph)
    # Places are counted among what is left, as they are where repeating lines are looked for.
    repeats = {
        index
        for index, paragraph in enumerate(kept)
        if recurring.holds(article.outlet, paragraph.text, index, len(kept))
    }
    out += [(kept[index], "recurring-line") for index in repeats]
    left = [paragraph for index, paragraph in enumerate(kept) if index not in repeats]
    removals = [Removal(p.raw, p.raw.of(article.raw), rule) for p, rule in out]
    return left, tuple(sorted(removals, key=lambda removal: removal.span.start))


def _paragraph(raw: str, lines: Sequence[Span]) -> Mapped:
    """The lines repaired and joined; empty where nothing visible is left of them."""
    return joined(_parts(raw, lines))


def _parts(raw: str, lines: Sequence[Span]) -> Iterator[Mapped]:
    before: Mapped | None = None
    for line in lines:
        text = repaired_line(raw, line)
        if not text.text:
            continue
        if before is not None and not _is_broken_word(raw, before, text):
            yield as_whole(" ", Span(before.raw.end, text.raw.start))
        yield text
        before = text


def _is_broken_word(raw: str, before: Mapped, after: Mapped) -> bool:
    """Whether the line break falls into a word, at a hyphen."""
    if _SOFT_HYPHEN in raw[before.raw.end : after.raw.start]:
        return True
    return before.text.endswith("-") and after.text[0].islower()
