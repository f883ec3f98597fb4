"""The actor that a finding falls on: what grammar says, weighed with what the encoder says.

Takes a finding's span and kind, the sentence's clause and its outputs; gives mentions. Grammar
follows the codebook's rules 4, 14 and 16.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.framing.clauses import Clause
from slantwise.records import Attribution, Kind, Mention, SentenceOutputs, Span, mean_row

Factor = NDArray[np.float32]
"""What the encoder holds of a span for the question on whom words fall [rank]."""
_DOERS = frozenset({Kind.CHARGED_VERB, Kind.LOADED_ATTRIBUTION})


@dataclass(frozen=True, slots=True)
class Hit:
    """A loaded span whose actors are sought.

    Attributes:
        span: where it stands in the article's text.
        kind: its main kind.
        within: the attribution whose words it stands in; its source is not what it speaks of.
    """

    span: Span
    kind: Kind
    within: Attribution | None = None

    def spoken_by(self, mention: Mention) -> bool:
        """Whether the words are said to be the mention's own."""
        source = self.within.source if self.within else None
        return source is not None and mention.span.overlaps(source)


_BY_GRAMMAR = 3.0
"""Log-odds added to whom grammar picks; `actor_accuracy` of `slantwise evaluate framing-spans` on
corpora/framing's dev split hardly tells 0 to 4 apart."""
_OF_SOURCE = 2.0
"""Log-odds taken from the one who speaks the words."""


def mentions_hit(
    hit: Hit,
    clause: Clause,
    outputs: SentenceOutputs,
    *,
    antecedent: Mention | None = None,
) -> tuple[Mention, ...]:
    """The mentions that a loaded span falls on; empty where none stands in reach.

    Args:
        hit: the span and its kind.
        clause: its sentence.
        outputs: what the encoder says of that sentence.
        antecedent: the subject of the sentence before, for which a pronoun that opens this
            sentence stands.
    """
    if described := described_by(hit, clause):
        return clause.partners(described)
    if antecedent and is_its_own(hit, clause, antecedent):
        return (antecedent,)
    ruled = by_grammar(hit, clause, antecedent=antecedent)
    if outputs.hit_from is None or outputs.hit_on is None or not clause.mentions:
        return ruled
    picked = {mention.actor for mention in ruled}
    values = {
        mention: score
        + _BY_GRAMMAR * (mention.actor in picked)
        - _OF_SOURCE * hit.spoken_by(mention)
        for mention, score in zip(clause.mentions, scores(hit.span, clause, outputs), strict=True)
    }
    best = max(values, key=lambda mention: values[mention])
    if antecedent in ruled and values[best] < _BY_GRAMMAR:
        return ruled
    return clause.partners(best)


def is_its_own(hit: Hit, clause: Clause, antecedent: Mention) -> bool:
    """Whether a possessive gives the span to whom the pronoun at the sentence's start stands for.

    "It denied that its illegal occupation …", after a sentence on `antecedent`.
    """
    owned = clause.owned_by_pronoun(hit.span)
    return owned and antecedent in by_grammar(hit, clause, antecedent=antecedent)


def described_by(hit: Hit, clause: Clause) -> Mention | None:
    """The mention right behind an adjective: "extremist-dominated armed forces of …"."""
    if hit.kind in _DOERS or hit.kind is Kind.VAGUE_ATTRIBUTION or clause.is_verb(hit.span):
        return None
    last = clause.words[clause.after_last(hit.span) - 1]
    if last.tag.startswith("VB") and "-" not in hit.span.of(clause.text):
        return None
    after = clause.nearest_after(hit.span)
    gap = clause.text[hit.span.end : after.span.start] if after else "."
    return None if gap.strip() else after


def scores(span: Span, clause: Clause, outputs: SentenceOutputs) -> list[float]:
    """Log-odds, by the encoder, that the span falls on each mention of the clause."""
    words = factor(outputs.hit_from, outputs, span)
    return [
        score_between(words, factor(outputs.hit_on, outputs, mention.span))
        for mention in clause.mentions
    ]


def factor(rows: Factor | None, outputs: SentenceOutputs, span: Span) -> Factor | None:
    """Mean factor [rank] of a span, from its sentence's `hit_from` or `hit_on`.

    None where the model was not taught it, or the sentence's outputs do not reach as far.
    """
    if rows is None:
        return None
    inside = rows[outputs.tokens_in(span)]
    return mean_row(inside) if len(inside) else None


def score_between(words: Factor | None, named: Factor | None) -> float:
    """Log-odds, by the encoder, that words fall on a mention in their sentence or another.

    0 where either factor is missing. It is taught within sentences; across them it is a hint.
    """
    return 0.0 if words is None or named is None else float(np.dot(words, named))


def by_grammar(
    hit: Hit, clause: Clause, *, antecedent: Mention | None = None
) -> tuple[Mention, ...]:
    """The mentions that a loaded span falls on by grammar alone; empty for none.

    Args and antecedent as in `mentions_hit`.
    """
    clause = spoken_of(hit, clause)
    acts = _acts(hit, clause)
    mention = _doer(hit, clause) if acts else _owner(hit.span, clause)
    if antecedent and clause.opens_with_pronoun and _is_the_pronouns(hit, clause, mention):
        return (antecedent,)
    return clause.partners(mention) if mention else ()


def spoken_of(hit: Hit, clause: Clause) -> Clause:
    """The clause with those of its mentions that a loaded span may speak of, if there are any.

    Without the source of the words and whom the loaded words only name or borrow.
    """
    return _without_named(hit, _without_source(clause, hit.within))


def _acts(hit: Hit, clause: Clause) -> bool:
    return hit.kind in _DOERS or (
        hit.kind is not Kind.VAGUE_ATTRIBUTION and clause.is_verb(hit.span)
    )


def _is_the_pronouns(hit: Hit, clause: Clause, mention: Mention | None) -> bool:
    """Whether no named actor stands nearer to the span, by grammar, than the pronoun does."""
    if mention is None:
        return True
    if mention.span.start >= hit.span.end:
        return mention not in (clause.agent(hit.span), clause.of_phrase(hit.span))
    return mention.span.end <= hit.span.start and clause.governed(mention)


def _doer(hit: Hit, clause: Clause) -> Mention | None:
    """The one who acts or speaks: the agent of a passive, else the subject."""
    if clause.is_passive(hit.span):
        if agent := clause.agent(hit.span):
            return agent
        if hit.kind in _DOERS:
            return None
    subject = clause.subject(hit.span)
    if hit.kind is Kind.LOADED_ATTRIBUTION and (after := _inverted(hit.span, clause, subject)):
        return after
    return subject or clause.nearest_after(hit.span)


def _inverted(span: Span, clause: Clause, subject: Mention | None) -> Mention | None:
    """The speaker right after the verb ("…," claimed Okoro)."""
    after = clause.nearest_after(span)
    if after is None or after.span.start - span.end > 2:
        return None
    gap = clause.text[subject.span.end : span.start] if subject else ","
    return after if any(mark in gap for mark in ',”"’') else None


def _owner(span: Span, clause: Clause) -> Mention | None:
    """The one a noun or adjective is said of: nearest by grammar, then by distance."""
    for find in (clause.possessor, clause.of_phrase, clause.apposed):
        if mention := find(span):
            return mention
    return clause.agent(span) or clause.subject(span) or clause.nearest_after(span)


def _without_named(hit: Hit, clause: Clause) -> Clause:
    """The clause without whom the loaded words themselves name, where others are there.

    "Bloodsuckers" falls on those so called, "observers suspect" on those suspected, and
    "Soviet-style" on whoever is pictured so.
    """
    lent = hit.kind is Kind.ASSOCIATION
    kept = tuple(
        m for m in clause.mentions if not (m.span.overlaps(hit.span) and (lent or m.how == "group"))
    )
    return Clause(clause.text, clause.span, clause.words, kept) if kept else clause


def _without_source(clause: Clause, within: Attribution | None) -> Clause:
    if within is None or within.source is None:
        return clause
    source = within.source
    kept = tuple(m for m in clause.mentions if not m.span.overlaps(source))
    return Clause(clause.text, clause.span, clause.words, kept) if kept else clause
