"""How an article words its actors, places and acts: noun phrases and predicates.

`wording` reads these from an encoded article; they travel in the run to be laid side by side.
"""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.records.labels import Voice
from slantwise.records.spans import Span


class ReferenceForm(StrEnum):
    """How a noun phrase comes to stand for its actor."""

    PHRASE = "phrase"
    APPOSITION = "apposition"
    COPULA = "copula"


class PredicateForm(StrEnum):
    """The grammar in which an act is worded."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that stands for an actor or a place.

    Attributes:
        span: the phrase without its article ("extremist-dominated armed forces").
        sentence: index of the sentence.
        actor: actor id; "place:…" for a named place that is no actor.
        form: the phrase round the name itself, an apposition to it, or what it is said to be.
        how: how the mention was resolved (name, alias, definite, …); "entity" for a place.
        plain: whether the phrase is nothing but the name.
        voice: whose words.
        speaker: actor id of the speaker (direct, reported); None otherwise or unknown.
    """

    span: Span
    sentence: int
    actor: str
    form: ReferenceForm
    how: str
    plain: bool
    voice: Voice
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Argument:
    """Who does an act, or to whom it is done.

    Attributes:
        span: the noun phrase.
        head: lemma of its head word ("village").
        actor: actor or place id of the head; None where it names none.
    """

    span: Span
    head: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Predicate:
    """An act as one verb group, or one event noun, words it.

    Attributes:
        span: adverb, verb and particle ("illegally occupied", "took control of"); with the
            form of "be" where passive; the noun with its "of" where nominal ("deaths of").
        sentence: index of the sentence.
        lemma: verb lemma with particle ("take control of"); of an event noun, its verb ("die").
        form: active, passive or nominal.
        agent: who does it; None where the text does not say.
        patient: to whom or what it is done; None where nothing.
        speech: whether it is a reporting verb of an attribution.
        negated: whether it is denied.
        voice: whose words.
        speaker: actor id of the speaker (direct, reported); None otherwise or unknown.
    """

    span: Span
    sentence: int
    lemma: str
    form: PredicateForm
    agent: Argument | None
    patient: Argument | None
    speech: bool
    negated: bool
    voice: Voice
    speaker: str | None
