"""What is read out of a cleaned article word by word, before any of it is attributed.

`segment` makes sentences and quotations, `encode` words, entities and head outputs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.records.articles import CleanedArticle
from slantwise.records.spans import Span

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        index: position in the article, from 0; the headline is a sentence too.
        span: where it stands in the article's text.
        paragraph: index of its paragraph; -1 for the headline.
    """

    index: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of text between quotation marks.

    Attributes:
        span: with the marks.
        content: without the marks.
        depth: 0 for outermost, 1 for a quotation inside a quotation, and so on.
        single: whether the marks are single ones.
        closed: whether a closing mark was found; where not, it ends with its paragraph.
        continues: index of the quotation that it goes on from (marks reopened at a
            paragraph), None for a quotation of its own.
    """

    span: Span
    content: Span
    depth: int
    single: bool
    closed: bool
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark.

    Attributes:
        span: where it stands in the article's text.
        tag: Penn Treebank part-of-speech tag.
    """

    span: Span
    tag: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the tagger saw it, before it is linked to an actor.

    Attributes:
        span: where it stands in the article's text.
        label: OntoNotes type (PERSON, NORP, ORG, GPE, LOC, FAC, …).
    """

    span: Span
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class SentenceOutputs:
    """What the encoder's heads say of one sentence, after calibration.

    A head that the model was not taught (`Model.heads` names those it was) says 0 of every token;
    techniques and directed stance then have no columns.

    Attributes:
        bias: probability that the sentence is biased by word choice.
        tokens: array [token, 2], start and end of each word piece in the article's text.
        loaded: array [token], probability that the token is loaded.
        kind: array [token, 13], probability of each kind of framing, in the order of `Kind`.
        technique: array [token, technique], probability of each propaganda technique.
        stance: array [token, 3], logits against, neutral, favour; a mention's are the mean
            over its tokens.
        holder: array [token, 3, rank], left factor of the directed stance.
        target: array [token, 3, rank], right factor of the directed stance.
        attributed: array [token, 3], probability of content, cue and source.
        hit_from: array [token, rank], left factor of whom loaded words fall on.
        hit_on: array [token, rank], right factor: of an actor whom they may fall on.
        tags: array [token], number of the part of speech of the word that begins there; None
            for a model that does not read words.
        entities: array [token], number of the class of that word as part of a name.
        state: array [2 × width], the encoder's first token and the mean of the others; None
            where it was not asked for.
    """

    bias: float
    tokens: NDArray[np.int64]
    loaded: Floats
    kind: Floats
    technique: Floats
    stance: Floats
    holder: Floats
    target: Floats
    attributed: Floats
    hit_from: Floats | None = None
    hit_on: Floats | None = None
    tags: NDArray[np.int16] | None = None
    entities: NDArray[np.int16] | None = None
    state: Floats | None = None

    def tokens_in(self, span: Span) -> slice:
        """Which tokens share a character with a span: a stretch, since tokens stand in order.

        Empty where none does. An empty span meets the token that it stands inside.
        """
        first = int(self.tokens[:, 1].searchsorted(span.start, side="right"))
        return slice(first, max(first, int(self.tokens[:, 0].searchsorted(span.end))))


def mean_row(rows: Floats) -> Floats:
    """The mean [column] of at least one row [row, column], to the bit that of `rows.mean(axis=0)`.

    >>> mean_row(np.array([[1, 2], [2, 4]], dtype=np.float32)).tolist()
    [1.5, 3.0]
    """
    mean: Floats = np.add.reduce(rows, axis=0) / np.float32(len(rows))
    return mean


@dataclass(frozen=True, slots=True, eq=False)
class EncodedArticle:
    """An article with all that later stages read: sentences, words and head outputs.

    Attributes:
        article: the cleaned article.
        sentences: in order; headline first where there is one.
        quotations: in order of their opening marks.
        words: all words in order.
        entities: in order, not overlapping.
        outputs: one a sentence, in the order of `sentences`.
    """

    article: CleanedArticle
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    words: tuple[Word, ...]
    entities: tuple[Entity, ...]
    outputs: tuple[SentenceOutputs, ...]

    @property
    def text(self) -> str:
        """The cleaned text that all spans count in."""
        return self.article.text
