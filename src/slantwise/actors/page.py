"""An article laid out for the actors stage: folded text, words in lower case, and where they lie.

Made once an article from what `encode` gives; everything in the stage counts in its words.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from slantwise.actors.folding import Folded, fold, fold_word
from slantwise.records import EncodedArticle, Span

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Penn tags of nouns."""
PROPER = frozenset({"NNP", "NNPS"})
"""Penn tags of proper nouns."""
POSSESSIVE = frozenset({"'s", "'"})
"""Folded possessive marks."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one article.

    Attributes:
        text: the article's text.
        folded: the same without diacritics and zero-width marks.
        on: day of publication; None where unknown.
        starts: offset at which each word begins.
        ends: offset after each word.
        lowers: each word in lower case, folded.
        capitals: whether each word begins with a capital letter.
        tags: Penn tag of each word.
        sentences: sentence index of each word.
        sentence_starts: offset at which each sentence begins.
        paragraphs: offsets at which paragraphs (and the headline) begin.
        body: offset at which the body begins; before it, in the headline, capitals tell nothing.
    """

    text: str
    folded: Folded
    on: date | None
    starts: list[int]
    ends: list[int]
    lowers: list[str]
    capitals: list[bool]
    tags: list[str]
    sentences: list[int]
    sentence_starts: list[int]
    paragraphs: frozenset[int]
    body: int

    def __len__(self) -> int:
        return len(self.starts)

    def words_of(self, span: Span) -> range:
        """Indices of the words that a span touches; empty where it touches none."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence at an offset; 0 before the first."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def word(self, index: int) -> str:
        """A word as it is written; "" outside the article."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def lower(self, index: int) -> str:
        """A word in lower case, folded; "" outside the article."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def tag(self, index: int) -> str:
        """A word's Penn tag; "" outside the article."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def span(self, first: int, end: int) -> Span:
        """The stretch of text from word `first` to the word before `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def near(self, one: int, other: int) -> bool:
        """Whether both words exist and stand in one sentence."""
        inside = 0 <= one < len(self.starts) and 0 <= other < len(self.starts)
        return inside and self.sentences[one] == self.sentences[other]

    def hyphen(self, index: int) -> bool:
        """Whether a word is a hyphen that joins the one before to the one after."""
        if self.lower(index) != "-" or not 0 < index < len(self) - 1:
            return False
        return self.ends[index - 1] == self.starts[index] == self.starts[index + 1] - 1

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return 0 <= index < len(self.capitals) and self.capitals[index]


def lay_out(encoded: EncodedArticle) -> Page:
    """The words of an article, laid out; an empty article gives a page without words."""
    text, words = encoded.text, encoded.words
    starts = [word.span.start for word in words]
    article = encoded.article
    published = article.article.published
    blocks = (*((article.title,) if article.title else ()), *article.paragraphs)
    sentence_starts = [sentence.span.start for sentence in encoded.sentences]
    return Page(
        text=text,
        folded=fold(text),
        on=published.date() if published else None,
        starts=starts,
        ends=[word.span.end for word in words],
        lowers=[fold_word(text[word.span.start : word.span.end]) for word in words],
        capitals=[text[start].isupper() for start in starts],
        tags=[word.tag for word in words],
        sentences=_sentence_indices(starts, sentence_starts),
        sentence_starts=sentence_starts,
        paragraphs=frozenset(block.start for block in blocks),
        body=article.title.end if article.title and article.paragraphs else 0,
    )


def _sentence_indices(starts: list[int], sentence_starts: list[int]) -> list[int]:
    indices, index = [], 0
    for start in starts:
        while index + 1 < len(sentence_starts) and sentence_starts[index + 1] <= start:
            index += 1
        indices.append(index)
    return indices
