"""The actor that a finding falls on, by the codebook's rules 4, 14 and 16.

Takes a finding's span and kind and the sentence's clause; gives mentions.
"""

from collections.abc import Sequence

from slantwise.framing.clauses import Clause
from slantwise.records import Attribution, Kind, Mention, Span

_DOERS = frozenset({Kind.CHARGED_VERB, Kind.LOADED_ATTRIBUTION})


def mentions_hit(
    span: Span, kind: Kind, clause: Clause, within: Attribution | None
) -> tuple[Mention, ...]:
    """The mentions in the sentence that a finding falls on; empty for none.

    Args:
        span: the finding's span.
        kind: its main kind.
        clause: its sentence.
        within: the attribution whose words it stands in; its source is not what it speaks of.
    """
    clause = _without_source(clause, within)
    if not clause.mentions:
        return ()
    mention = _doer(span, kind, clause) if _acts(span, kind, clause) else _owner(span, clause)
    return clause.partners(mention) if mention else ()


def _acts(span: Span, kind: Kind, clause: Clause) -> bool:
    return kind in _DOERS or (kind is not Kind.VAGUE_ATTRIBUTION and clause.is_verb(span))


def _doer(span: Span, kind: Kind, clause: Clause) -> Mention | None:
    """The one who acts or speaks: the agent of a passive, else the subject."""
    if clause.is_passive(span):
        if agent := clause.agent(span):
            return agent
        if kind in _DOERS:
            return None
    subject = clause.subject(span)
    if kind is Kind.LOADED_ATTRIBUTION and (inverted := _inverted(span, clause, subject)):
        return inverted
    return subject or clause.nearest_after(span)


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


def _without_source(clause: Clause, within: Attribution | None) -> Clause:
    if within is None or within.source is None:
        return clause
    kept = _outside(clause.mentions, within.source)
    return Clause(clause.text, clause.span, clause.words, kept) if kept else clause


def _outside(mentions: Sequence[Mention], source: Span) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if not m.span.overlaps(source))
