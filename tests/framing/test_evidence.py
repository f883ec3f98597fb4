import numpy as np
import pytest

from slantwise.framing.agency import from_agency
from slantwise.framing.evidence import from_heads, sentence_at, whole_words
from slantwise.records import (
    Actor,
    ActorKind,
    Kind,
    Linking,
    Mention,
    Sentence,
    SentenceOutputs,
    Span,
)

KINDS = tuple(Kind)


def sentences(*texts: str) -> tuple[str, tuple[Sentence, ...]]:
    text, made = "", []
    for index, part in enumerate(texts):
        start = len(text)
        text += part + " "
        made.append(Sentence(index, Span(start, start + len(part)), 0))
    return text, tuple(made)


def outputs(tokens: list[tuple[int, int]], kinds: list[dict[Kind, float]]) -> SentenceOutputs:
    n = len(tokens)
    kind = np.zeros((n, len(KINDS)), dtype=np.float32)
    for row, values in enumerate(kinds):
        for name, value in values.items():
            kind[row, KINDS.index(name)] = value
    empty = np.zeros((n, 1), dtype=np.float32)
    return SentenceOutputs(
        bias=0.0,
        tokens=np.array(tokens, dtype=np.int64),
        loaded=np.zeros(n, dtype=np.float32),
        kind=kind,
        technique=empty,
        stance=np.zeros((n, 3), dtype=np.float32),
        holder=empty,
        target=empty,
        attributed=empty,
    )


def test_word_pieces_of_a_head_span_grow_to_whole_words():
    text, (sentence,) = sentences("a brutal crackdown.")
    # "bru" and "tal" are two pieces; only the second passes, the span is still the whole word.
    found = from_heads(
        [sentence],
        [
            outputs(
                [(0, 1), (2, 5), (5, 8), (9, 18), (18, 19)],
                [{}, {}, {Kind.EVALUATIVE: 0.9}, {Kind.EVALUATIVE: 0.7}, {}],
            )
        ],
        text,
        at_least=0.5,
    )
    assert [(e.span.of(text), e.kind) for e in found] == [("brutal crackdown", Kind.EVALUATIVE)]
    assert found[0].weight == pytest.approx(0.9)


def test_two_stretches_are_two_pieces_of_evidence():
    text, (sentence,) = sentences("thugs met vermin")
    found = from_heads(
        [sentence],
        [
            outputs(
                [(0, 5), (6, 9), (10, 16)],
                [{Kind.LABEL: 0.8}, {}, {Kind.THREAT_METAPHOR: 0.8}],
            )
        ],
        text,
        at_least=0.5,
    )
    assert [e.kind for e in found] == [Kind.LABEL, Kind.THREAT_METAPHOR]


def test_a_span_never_runs_across_a_quotation_mark():
    text, (sentence,) = sentences("a “red line")
    loaded = {Kind.ASSOCIATION: 0.8}
    heads = [outputs([(0, 1), (2, 3), (3, 6), (7, 11)], [loaded, loaded, loaded, loaded])]
    found = from_heads([sentence], heads, text, at_least=0.5)
    assert [e.span.of(text) for e in found] == ["a", "red line"]


def test_scare_quotes_are_never_the_heads_to_find():
    text, (sentence,) = sentences("talks")
    heads = [outputs([(0, 5)], [{Kind.SCARE_QUOTES: 0.99}])]
    assert from_heads([sentence], heads, text, at_least=0.5) == []


def test_a_span_is_trimmed_of_marks_and_keeps_hyphens():
    text = "an extremist-dominated, army"
    assert whole_words(Span(4, 13), Span(0, len(text)), text).of(text) == "extremist-dominated"
    assert whole_words(Span(22, 28), Span(0, len(text)), text).of(text) == "army"


def test_the_sentence_of_a_position():
    _, made = sentences("One.", "Two.")
    assert [sentence_at(made, at) for at in (0, 4, 5, 99)] == [0, 0, 1, 1]


def harm(second: str, first: str = "Merania's troops fired on the square.") -> list[str]:
    text, made = sentences(first, second)
    actor = Actor("merania", "Merania", ActorKind.STATE, None, ("Merania",))
    linking = Linking((Mention(Span(0, 7), 0, "merania", "name"),), (actor,), (), ())
    return [e.span.of(text) for e in from_agency(text, made, linking)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Four students were killed.", ["were killed"]),
        ("Four students were killed by troops.", []),
        ("Four students were killed in the earthquake.", []),
        ("Two died in clashes on Friday.", ["died in clashes"]),
        ("The prize was awarded to students.", []),
    ],
)
def test_harm_without_its_doer(sentence, found):
    assert harm(sentence) == found


def test_no_likely_doer_in_the_text_no_finding():
    assert harm("Four students were killed.", first="Merania's farmers met.") == []
