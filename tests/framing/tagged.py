"""Sentences written as word/TAG, for tests that need words and mentions without a tagger."""

from slantwise.framing.clauses import Clause
from slantwise.records import Mention, Span, Word


def clause(tagged: str, *actors: str) -> Clause:
    """A clause of `word/TAG` pieces; each actor's first free occurrence becomes a mention."""
    text, words = "", []
    for piece in tagged.split():
        form, _, tag = piece.rpartition("/")
        glue = "" if not text or form in {",", ".", "'s", "’s", "”", ":"} else " "
        start = len(text) + len(glue)
        text += glue + form
        words.append(Word(Span(start, len(text)), tag))
    mentions, reached = [], 0
    for actor in actors:
        start = text.index(actor, reached)
        reached = start + len(actor)
        mentions.append(Mention(Span(start, reached), 0, actor.lower(), "name"))
    return Clause(text, Span(0, len(text)), tuple(words), tuple(mentions))


def where(clause: Clause, phrase: str) -> Span:
    """The span of a phrase in the clause."""
    start = clause.text.index(phrase)
    return Span(start, start + len(phrase))
