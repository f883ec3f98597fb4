"""A first look at a sentence: the same answer as the pattern that ignores case."""

import re

import pytest

from slantwise.framing.caseless import caseless
from slantwise.framing.harm_words import NO_HARM, NOUN, VERB

SENTENCES = [
    "",
    "Troops KILLED nine miners.",
    "The killings went on; the army denied it.",
    "Non-killed items were skilled.",
    "Killed in an Earthquake.",
    "İstanbul police arrested nobody, ΟΔΟΣ said.",
]


@pytest.mark.parametrize("words", [VERB, NOUN, NO_HARM])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_answer_as_the_pattern(words, sentence):
    assert caseless(words)(sentence) == (words.search(sentence) is not None)


def test_escapes_are_no_capitals():
    assert caseless(re.compile(r"\bby\W+\w+ly\b", re.I))("BY, Slowly")


def test_a_capital_is_refused():
    with pytest.raises(ValueError, match="NATO"):
        caseless(re.compile(r"\bNATO\b", re.I))
