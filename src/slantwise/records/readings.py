"""Who speaks and who is spoken of in an article, before anything is judged.

`voice` makes attributions; `actors` makes the others.
"""

from dataclasses import dataclass

from slantwise.records.labels import ActorKind, Voice
from slantwise.records.spans import Span


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
"""The beginning of the ids of actors that an article names by a common noun alone.

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
