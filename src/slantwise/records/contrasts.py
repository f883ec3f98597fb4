"""How outlets word the same actors, places and acts: what `wording` finds in a finished run.

`report` shows these; every row leads to sentences.
"""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.records.labels import Voice
from slantwise.records.spans import Span


class Role(StrEnum):
    """What an expression says of an actor."""

    NAMED = "named"
    DOES = "does"
    UNDERGOES = "undergoes"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that shows an expression.

    Attributes:
        article: article id.
        event: event id; "" for none.
        text: the sentence.
        span: where the expression stands in `text`.
        voice: whose words.
        speaker: actor id of the speaker; None for the outlet or unknown.
    """

    article: str
    event: str
    text: str
    span: Span
    voice: Voice
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Expression:
    """One way in which one outlet words an actor or what it does.

    Attributes:
        outlet: name of the outlet.
        words: the words, in their most frequent spelling.
        lemma: lemma of the predicate; "" for a name.
        form: phrase, apposition or copula; active, passive or nominal.
        plain: whether it is nothing but the name.
        n_articles: articles of the outlet that use it, in any voice.
        n_uses: uses by voice.
        n_others: articles of other outlets that use it.
        z: z-score of its log-odds against the other outlets (Monroe, Colaresi and Quinn 2008),
            articles as the unit; None where too few articles hold it.
        sentences: the first sentences that hold it.
    """

    outlet: str
    words: str
    lemma: str
    form: str
    plain: bool
    n_articles: int
    n_uses: dict[Voice, int]
    n_others: int
    z: float | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ActorWording:
    """How every outlet words one actor or place in one role.

    Attributes:
        actor: actor id, or "place:…".
        name: its name.
        role: named, does, undergoes, says.
        n_articles: articles that word it so, by outlet.
        expressions: by outlet, the most used first.
        n_more: expressions counted but not listed.
    """

    actor: str
    name: str
    role: Role
    n_articles: dict[str, int]
    expressions: tuple[Expression, ...]
    n_more: int


@dataclass(frozen=True, slots=True)
class ActWording:
    """How one article words an act.

    Attributes:
        outlet: name of the outlet.
        words: the predicate.
        form: active, passive or nominal.
        agent: who does it, in the article's words; "" where it does not say.
        patient: to whom; "" where to nobody.
        sentence: the sentence.
    """

    outlet: str
    words: str
    form: str
    agent: str
    patient: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class AlignedAct:
    """Predicates of several outlets that word one act of one event.

    Attributes:
        event: event id.
        title: headline of the event's first article.
        probability: mean chance of its links.
        alike: whether all use one lemma in one form with the same doer and object.
        wordings: one an article.
    """

    event: str
    title: str
    probability: float
    alike: bool
    wordings: tuple[ActWording, ...]


@dataclass(frozen=True, slots=True)
class TypicalTerm:
    """A word or pair of words in an outlet's own voice, against others on the same events.

    Attributes:
        outlet: name of the outlet.
        term: in lower case.
        n_articles: its articles that hold the term.
        of_articles: its articles on shared events.
        n_others: articles of other outlets on those events that hold it.
        of_others: articles of other outlets on those events.
        n_events: events on which the outlet uses it.
        log_odds: difference of log-odds; above 0 where the outlet uses it more.
        z: `log_odds` over its standard deviation.
        low: lower end of the 95 % percentile interval of `log_odds`, events drawn anew.
        high: upper end.
        holds: whether that interval leaves out 0 and z is 1.96 or more.
    """

    outlet: str
    term: str
    n_articles: int
    of_articles: int
    n_others: int
    of_others: int
    n_events: int
    log_odds: float
    z: float
    low: float
    high: float
    holds: bool


@dataclass(frozen=True, slots=True)
class WordingContrasts:
    """All wording contrasts of a run.

    Attributes:
        actors: actors and places, the most widely worded first, a row a role.
        acts: aligned acts in order of event and place in the text; those worded alike last.
        typical: terms by outlet, the highest z first.
        n_events: shared events that were laid side by side.
        n_unaligned: acts (reporting verbs and quoted words left out) that found no match.
        signature: settings that made them.
        n_events_left: shared events that were not, for fewer outlets report them.
    """

    actors: tuple[ActorWording, ...]
    acts: tuple[AlignedAct, ...]
    typical: tuple[TypicalTerm, ...]
    n_events: int
    n_unaligned: int
    signature: dict[str, str]
    n_events_left: int = 0
