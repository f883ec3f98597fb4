"""What is read out of a cleaned article before anything is judged.

`segment`, `encode`, `voice` and `actors` make these.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.records.articles import CleanedArticle
from slantwise.records.labels import ActorKind, Voice
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


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that is not plainly the outlet's own, and whose words it is.

    Attributes:
        voice: direct, reported or scare; never outlet.
        content: the attributed words, without quotation marks for `direct`; a scare
            quotation's content includes its marks. Several spans where the quotation is split.
        cue: the reporting word ("said", "according to"); None where there is none.
        source: the words that name the speaker ("the ministry"); None where the text gives none.
        speaker: actor id of the source, filled in by `actors`; None where not linked.
        cited_by: index (in the article's attributions) of the attribution inside which this
            one stands: the chain of sources; None for the outermost.
        evidence: the rule or head that decided voice and source, in words.
        n_words: words of which this is the innermost attribution, so that no word counts twice;
            filled in once all attributions stand.
    """

    voice: Voice
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    cited_by: int | None = None
    evidence: str = ""
    n_words: int = 0


COMMON_NOUN = "group:"
"""How the ids begin of actors that an article names by a common noun alone.

Two articles' "residents" are not the same people: such an id says nothing beyond its article.
"""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as met in one article.

    Attributes:
        id: id in the identity table, or "unlisted:…" for a name the table does not know, or
            "group:…" for one that the article names by a common noun alone ("residents").
        name: the name shown.
        kind: what sort of actor.
        parent: id of the actor it rolls up to; None for none.
        aliases_seen: the surface forms met in the article, in order of first use.
    """

    id: str
    name: str
    kind: ActorKind
    parent: str | None
    aliases_seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names an actor.

    Attributes:
        span: where it stands in the article's text.
        sentence: index of the sentence.
        actor: actor id.
        how: how the name was resolved (name, alias, demonym, metonym, surname, acronym,
            composed, definite, pronoun, group, unlisted).
    """

    span: Span
    sentence: int
    actor: str
    how: str


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """A merge of a surface form with an actor, or the refusal of one, and why.

    Attributes:
        surface: the words in the text.
        actor: the actor id merged with, or refused.
        merged: whether the two were merged.
        reason: in words.
    """

    surface: str
    actor: str
    merged: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Linking:
    """What `actors` says of one article.

    Attributes:
        mentions: in order of position, not overlapping.
        actors: every actor mentioned or speaking, in order of first mention.
        attributions: those given to the stage, with `speaker` filled in.
        decisions: merges and refusals, each once.
    """

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    decisions: tuple[LinkDecision, ...]
