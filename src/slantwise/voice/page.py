"""An article laid out for rules: parallel sequences over its words.

Rules speak of words by index and of stretches as (first, end) pairs of indices, end exclusive;
`Page.span` turns a stretch into characters.
"""

from dataclasses import dataclass

from slantwise.records import EncodedArticle, Quotation, Span

Stretch = tuple[int, int]
"""First word and the one after the last, as indices into the words of a page."""

_TIMES = frozenset({"DATE", "TIME"})
# For texts in which the tagger saw no date.
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "tomorrow".split()
)
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of an article with what rules ask of each.

    Attributes:
        text: the article's text.
        low: words in lower case, apostrophes straight.
        tags: Penn tags.
        starts: offset of each word's first character.
        ends: offset after each word's last character.
        sentences: stretch of words of each sentence.
        quotations: the outermost quotations.
        quoted: index in `quotations` of the one each word stands in, marks included; -1 outside.
        entity: index of the named entity each word belongs to; -1 for none.
        is_time: whether the word belongs to a date or time.
        labels: label of each entity.
        headline: number of words in the headline; 0 where there is none.
    """

    text: str
    low: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Stretch]
    quotations: list[Quotation]
    quoted: list[int]
    entity: list[int]
    is_time: list[bool]
    labels: list[str]
    headline: int

    def span(self, stretch: Stretch) -> Span:
        """The characters of a stretch of at least one word."""
        return Span(self.starts[stretch[0]], self.ends[stretch[1] - 1])

    def words_of(self, stretch: Stretch) -> str:
        """The text of a stretch of at least one word."""
        return self.text[self.starts[stretch[0]] : self.ends[stretch[1] - 1]]


def page_of(encoded: EncodedArticle) -> Page:
    """The article as a page; words that are blank are left out."""
    words = [word for word in encoded.words if not encoded.text[word.span.start].isspace()]
    starts = [word.span.start for word in words]
    ends = [word.span.end for word in words]
    text = encoded.text
    outermost = [quotation for quotation in encoded.quotations if quotation.depth == 0]
    quoted = _members(starts, [quotation.span for quotation in outermost])
    entity = _members(starts, [entity.span for entity in encoded.entities])
    times = [entity.label in _TIMES for entity in encoded.entities]
    sentences = _stretches(starts, [sentence.span for sentence in encoded.sentences])
    title = encoded.article.title
    headline = sum(1 for start in starts if start < title.end) if title is not None else 0
    low = [text[s:e].lower().translate(_APOSTROPHES) for s, e in zip(starts, ends, strict=True)]
    return Page(
        text=text,
        low=low,
        tags=[word.tag for word in words],
        starts=starts,
        ends=ends,
        sentences=sentences,
        quotations=outermost,
        quoted=quoted,
        entity=entity,
        is_time=[
            (index >= 0 and times[index]) or word in _DAYS
            for index, word in zip(entity, low, strict=True)
        ],
        labels=[entity.label for entity in encoded.entities],
        headline=headline,
    )


def _members(starts: list[int], spans: list[Span]) -> list[int]:
    """For each word, the index of the span its start lies in, else -1; spans do not overlap."""
    members = []
    index = 0
    for start in starts:
        while index < len(spans) and spans[index].end <= start:
            index += 1
        inside = index < len(spans) and spans[index].start <= start
        members.append(index if inside else -1)
    return members


def _stretches(starts: list[int], spans: list[Span]) -> list[Stretch]:
    stretches = []
    first = 0
    for span in spans:
        while first < len(starts) and starts[first] < span.start:
            first += 1
        end = first
        while end < len(starts) and starts[end] < span.end:
            end += 1
        stretches.append((first, end))
        first = end
    return stretches
