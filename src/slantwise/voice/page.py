"""An article laid out for rules: parallel sequences over its words.

Rules speak of words by index and of stretches as (first, end) pairs of indices, end exclusive;
`Page.span` turns a stretch into characters.
"""

from bisect import bisect_left
from dataclasses import dataclass

from slantwise.records import EncodedArticle, Quotation, Span
from slantwise.voice.wordsets import word_set

Stretch = tuple[int, int]
"""First word and the one after the last, as indices into the words of a page."""

_DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
    """
)
_MONTHS = word_set(
    """
    january february march april may june july august september october november december jan.
    feb. mar. apr. aug. sept. sep. oct. nov. dec.
    """
)
_UNITS = word_set(
    """
    morning afternoon evening night week weekend month year years weeks months day days hour
    hours minutes decade decades spring summer autumn fall winter
    """
)
DASHES = frozenset({",", "-", "–", "—"})
"""A comma, or a dash that does a comma's work."""

_AGO = frozenset(["before", "after", "ago", "earlier", "later"])
HYPHEN = "\u2010"
"""What a hyphen between two words is in `Page.low`; a dash between clauses stays what it is."""
_WHICH = frozenset(["last", "this", "next", "that", "earlier", "previous", "same"])
_CLOSING_MARKS = frozenset("\"”’'»›“")
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
        inner: the quotations that stand directly inside those.
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
    inner: list[Quotation]
    quoted: list[int]
    entity: list[int]
    is_time: list[bool]
    labels: list[str]
    headline: int

    def span(self, stretch: Stretch) -> Span:
        """The characters of a stretch of at least one word."""
        return Span(self.starts[stretch[0]], self.ends[stretch[1] - 1])

    def ends_speech(self, index: int) -> bool:
        """Whether the word stands in a quotation that ends with a stop, as whole speech does."""
        quotation = self.quoted[index]
        return quotation >= 0 and self.last_sign(quotation) in ",.?!…—-"

    def last_sign(self, quotation: int) -> str:
        """The last character of a quotation's words, marks of a quotation inside it aside."""
        content = self.quotations[quotation].content
        last = content.end - 1
        while last > content.start and self.text[last] in _CLOSING_MARKS:
            last -= 1
        return self.text[last]

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
    quoted = members(starts, [quotation.span for quotation in outermost])
    entity = members(starts, [entity.span for entity in encoded.entities])
    sentences = _stretches(starts, [sentence.span for sentence in encoded.sentences])
    title = encoded.article.title
    headline = sum(1 for start in starts if start < title.end) if title is not None else 0
    straight = text.translate(_APOSTROPHES)
    low = [straight[start:end].lower() for start, end in zip(starts, ends, strict=True)]
    tags = [word.tag for word in words]
    _join_hyphens(low, tags, starts, ends)
    return Page(
        text=text,
        low=low,
        tags=tags,
        starts=starts,
        ends=ends,
        sentences=sentences,
        quotations=outermost,
        inner=[quotation for quotation in encoded.quotations if quotation.depth == 1],
        quoted=quoted,
        entity=entity,
        is_time=_times(low, tags),
        labels=[entity.label for entity in encoded.entities],
        headline=headline,
    )


def _times(low: list[str], tags: list[str]) -> list[bool]:
    """For each word, whether it belongs to a date or time: day, month or "last week"."""
    found = [False] * len(low)
    for index, word in enumerate(low):
        if word in _DAYS:
            found[index] = True
        elif word in _MONTHS and tags[index] == "NNP":
            found[index] = True
            for beside in (index - 1, index + 1):
                if 0 <= beside < len(low) and tags[beside] == "CD":
                    found[beside] = True
        elif word in _UNITS and index and _is_time_unit(low, tags, index, found):
            found[index - 1] = found[index] = True
    return found


def _is_time_unit(low: list[str], tags: list[str], index: int, found: list[bool]) -> bool:
    """Whether "week" and the like are part of a time: "last week", "two days before"."""
    if low[index - 1] in _WHICH or found[index - 1]:
        return True
    after = low[index + 1] if index + 1 < len(low) else ""
    return after in _AGO and (tags[index - 1] == "CD" or low[index - 1] in ("a", "an", "few"))


def _join_hyphens(low: list[str], tags: list[str], starts: list[int], ends: list[int]) -> None:
    for index in range(1, len(low) - 1):
        if low[index] in ("-", "–"):
            if ends[index - 1] == starts[index] and ends[index] == starts[index + 1]:
                low[index], tags[index] = HYPHEN, "HYPH"
                if tags[index - 1] == "IN":
                    # "by-law", "off-duty": the first part is no preposition of the sentence.
                    tags[index - 1] = "AFX"
            elif tags[index] == "HYPH":
                tags[index] = ":"


def members(starts: list[int], spans: list[Span]) -> list[int]:
    """For each word, the index of the span its start lies in, else -1; spans do not overlap."""
    members = [-1] * len(starts)
    for index, span in enumerate(spans):
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        members[first:end] = [index] * (end - first)
    return members


def _stretches(starts: list[int], spans: list[Span]) -> list[Stretch]:
    return [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
