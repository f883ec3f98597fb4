"""One analysed article: everything slantwise has to say about it."""

from dataclasses import dataclass

from slantwise.records.articles import CleanedArticle, Problem
from slantwise.records.codes import Code
from slantwise.records.encoded import Sentence
from slantwise.records.judgements import ArticleStance, Finding, Harm, MentionStance, WeakFinding
from slantwise.records.labels import Voice
from slantwise.records.readings import Actor, Attribution, LinkDecision, Mention
from slantwise.records.wordings import Predicate, Reference


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words of an article by voice; the four sum to all its words.

    Attributes:
        outlet: words in the outlet's own voice.
        direct: words inside attributed quotation marks.
        reported: words of attributed paraphrase.
        scare: words inside scare quotation marks.
    """

    outlet: int
    direct: int
    reported: int
    scare: int

    @property
    def total(self) -> int:
        """All words."""
        return self.outlet + self.direct + self.reported + self.scare

    def of(self, voice: Voice) -> int:
        """Words in one voice."""
        counts = {
            Voice.OUTLET: self.outlet,
            Voice.DIRECT: self.direct,
            Voice.REPORTED: self.reported,
            Voice.SCARE: self.scare,
        }
        return counts[voice]


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """One article with all that was read and judged.

    Attributes:
        article: the cleaned article that every span counts in.
        sentences: in order.
        biases: probability of biased wording, one a sentence.
        attributions: attributed and scare-quoted stretches.
        actors: actors met, in order of first mention.
        mentions: places that name them.
        findings: loaded spans, in order.
        mention_stances: stance at each mention.
        stances: stance rolled up to actor and voice.
        decisions: merges of names, and refusals.
        words: words by voice.
        problems: what could not be judged.
        references: noun phrases that stand for actors and places.
        predicates: acts, in verbs and event nouns.
        codes: findings of the researcher's own codebook; empty where none is used.
        weak_findings: stretches a little below the threshold, in order.
        harms: tellings of harm, in order.
    """

    article: CleanedArticle
    sentences: tuple[Sentence, ...]
    biases: tuple[float, ...]
    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
    mention_stances: tuple[MentionStance, ...]
    stances: tuple[ArticleStance, ...]
    decisions: tuple[LinkDecision, ...]
    words: WordCounts
    problems: tuple[Problem, ...] = ()
    references: tuple[Reference, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    codes: tuple[Code, ...] = ()
    weak_findings: tuple[WeakFinding, ...] = ()
    harms: tuple[Harm, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The cleaned text that every span counts in."""
        return self.article.text
