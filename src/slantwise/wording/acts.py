"""Predicates of one event as alignment sees them: arguments, numbers, and the words around.

Takes rows of a finished run; gives acts. No text is kept beyond its words.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType

from slantwise.records import Predicate, Span
from slantwise.wording.stopwords import STOPWORDS

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBERS = MappingProxyType(
    {
        word: str(number)
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
        )
    }
    | {"dozen": "12", "hundred": "100", "thousand": "1000"}
)
# "One" is mostly no count.
_NO_COUNT = frozenset({"one", "zero"})
_PRONOUNS = frozenset(
    "it its he she they them him her his their who which that those these we us i you "
    "this all others nobody everyone".split()
)
NEAR_WORDS = 6
"""Content words on each side of a predicate that count as near it."""


@dataclass(frozen=True, slots=True)
class Act:
    """One predicate, ready to be aligned.

    Attributes:
        article: article id.
        outlet: name of its outlet.
        lemma: its first lemma word.
        agent: actor id or head lemma of the doer; "" for none or a pronoun.
        patient: the same of the one acted upon.
        words: stems of its arguments.
        near: stems near the predicate.
        sentence: stems of the sentence, the predicate's own left out.
        numbers: numbers of the sentence.
        position: where the sentence stands in the article, 0 to 1.
    """

    article: str
    outlet: str
    lemma: str
    agent: str
    patient: str
    words: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    numbers: frozenset[str]
    position: float


def act_of(
    predicate: Predicate, text: str, sentence: Span, *, source: tuple[str, str, float]
) -> Act:
    """The act that a predicate words.

    Args:
        predicate: the predicate.
        text: the article's text.
        sentence: its sentence.
        source: article id, outlet, and position of the sentence, 0 to 1.
    """
    article, outlet, position = source
    before = stems(text[sentence.start : predicate.span.start])
    after = stems(text[predicate.span.end : sentence.end])
    arguments = [a for a in (predicate.agent, predicate.patient) if a is not None]
    words = frozenset(w for a in arguments for w in stems(a.span.of(text)))
    everything = frozenset((*before, *after))
    return Act(
        article=article,
        outlet=outlet,
        lemma=predicate.lemma.split()[0],
        agent=_name(predicate.agent),
        patient=_name(predicate.patient),
        words=words,
        near=frozenset((*before[-NEAR_WORDS:], *after[:NEAR_WORDS])),
        sentence=everything,
        numbers=frozenset(w for w in everything if w[0].isdigit()),
        position=position,
    )


def _name(argument: object) -> str:
    actor, head = getattr(argument, "actor", None), getattr(argument, "head", "")
    if actor:
        return str(actor)
    return "" if head in _PRONOUNS else str(head)


def stems(text: str) -> list[str]:
    """Content words in order, folded so that forms of one word mostly meet.

    >>> stems("Seventeen people were taken to St Orlan hospital.")
    ['17', 'peopl', 'orlan', 'hospita']
    """
    if len(_STEMS) > _MOST_STEMS:
        _STEMS.clear()
    return list(filter(None, map(_STEMS.__getitem__, _WORD.findall(text))))


class _Stems(dict[str, str]):
    """Stem of every word met; "" for a word that is no content word."""

    def __missing__(self, word: str) -> str:
        stem = self[word] = _stem(word.lower())
        return stem


_STEMS = _Stems()
_MOST_STEMS = 2**17
"""Words remembered at a time; bounds memory, never changes a result."""


def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    if word[0].isdigit():
        return word.rstrip(".,").replace(",", "")
    if word in _NUMBERS and word not in _NO_COUNT:
        return _NUMBERS[word]
    if len(word) < 3 or word in STOPWORDS:
        return ""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:7]
