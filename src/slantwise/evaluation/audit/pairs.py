"""Swap sentences: one sentence, a marked actor, and the counterparts that can stand in its place.

The records of the audit, and the versions of a sentence; `reading` makes them from a file.
"""

import re
from dataclasses import dataclass

from slantwise.records import Span, Stance

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a sentence.

    Attributes:
        span: what is replaced; never empty.
        text: what stands there afterwards; never blank.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A counterpart, and everything in the sentence that changes with it.

    Attributes:
        actor: name of the counterpart.
        group: the group of actors it is counted with; empty where not given.
        alike: whether it is about as frequent in news, and as charged a name, as the actor it
            stands for; None where not given.
        edits: in order, apart from each other; exactly one holds the marked mention.
    """

    actor: str
    group: str
    alike: bool | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SwapSentence:
    """One line of a pairs file.

    Attributes:
        id: name of the line, unique in the file.
        text: the sentence as written.
        mention: the marked mention of the actor.
        actor: name of the actor.
        swaps: the counterparts; at least one.
        group: the group of actors it is counted with; empty where not given.
        category: what sort of actor is swapped ("country"); empty where not given.
        portrayal: how the words present the actor, as the author meant them; None where not given.
        loaded: whether loaded words stand in it; None where not given.
        role: where the actor stands ("subject"); empty where not given.
        split: part of the corpus ("dev"); empty where not given.
    """

    id: str
    text: str
    mention: Span
    actor: str
    swaps: tuple[Swap, ...]
    group: str = ""
    category: str = ""
    portrayal: Stance | None = None
    loaded: bool | None = None
    role: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The sentence with one of its actors.

    Attributes:
        text: the sentence.
        mention: the marked mention in it.
        actor: name of the actor.
        group: the group of actors it is counted with; empty where not given.
    """

    text: str
    mention: Span
    actor: str
    group: str


def versions(sentence: SwapSentence) -> tuple[Version, ...]:
    """The sentence as written, then with each counterpart, in the order of the line."""
    written = Version(sentence.text, sentence.mention, sentence.actor, sentence.group)
    return (written, *(swapped(sentence, swap) for swap in sentence.swaps))


def original_span(span: Span, edits: tuple[Edit, ...]) -> Span:
    """Where a span of the swapped text stands in the sentence as written.

    An edge inside a replacement moves out to the edge of what was replaced.

    >>> original_span(Span(6, 10), (Edit(Span(0, 6), "Iran"),))
    Span(start=8, end=12)
    """
    return Span(_original(span.start, edits, at_end=False), _original(span.end, edits, at_end=True))


def _original(offset: int, edits: tuple[Edit, ...], *, at_end: bool) -> int:
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        end = start + len(edit.text)
        if offset >= end:
            shift += len(edit.text) - len(edit.span)
        elif offset > start:
            return edit.span.end if at_end else edit.span.start
    return offset - shift


def swapped(sentence: SwapSentence, swap: Swap) -> Version:
    """The sentence with one counterpart.

    The mention is the replacement of the edit that holds it, without an article before or a
    possessive ending after the name.
    """
    pieces, done, start, end = list[str](), 0, 0, 0
    for edit in swap.edits:
        pieces.append(sentence.text[done : edit.span.start])
        if edit.span.contains(sentence.mention):
            at = sum(map(len, pieces))
            start, end = at + _article_length(edit.text), at + _name_end(edit.text)
        pieces.append(edit.text)
        done = edit.span.end
    pieces.append(sentence.text[done:])
    return Version("".join(pieces), Span(start, end), swap.actor, swap.group)


def _article_length(name: str) -> int:
    """How much of a replacement is an article, which is not part of a mention."""
    found = _ARTICLE.match(name)
    return found.end() if found and found.end() < len(name) else 0


def _name_end(name: str) -> int:
    """Where the name ends, a possessive ending left out."""
    found = _POSSESSIVE.search(name)
    return found.start() if found and found.start() else len(name)
