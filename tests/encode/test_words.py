import re
from pathlib import Path

import numpy as np
import pytest

from slantwise.encode import Model, WordReader
from slantwise.errors import ModelError
from slantwise.records import SentenceOutputs, Span

TAGS = ("DT", "NN", "NNP", "VBD", ".", "RB", "MD")
ENTITIES = ("O", "B-GPE", "I-GPE", "B-PERSON", "I-PERSON")
MODEL = Model("m", Path(), 16, (16,), (), {}, "0", tags=TAGS, entities=ENTITIES)


def outputs(text: str, said: list[tuple[str, str, str]], start: int = 0) -> SentenceOutputs:
    """Tokens as they follow one another in the text, each with its tag and entity class."""
    spans, at = [], 0
    for token, _, _ in said:
        match = re.compile(re.escape(token)).search(text, at)
        assert match, token
        spans.append((match.start() + start, match.end() + start))
        at = match.end()
    none = np.zeros((len(said), 1), np.float32)
    return SentenceOutputs(
        bias=0.0,
        tokens=np.array(spans, np.int64).reshape(-1, 2),
        loaded=none[:, 0],
        kind=none,
        technique=none,
        stance=none,
        holder=none,
        target=none,
        attributed=none,
        tags=np.array([TAGS.index(tag) for _, tag, _ in said], np.int16),
        entities=np.array([ENTITIES.index(label) for _, _, label in said], np.int16),
    )


def read(text: str, said: list[tuple[str, str, str]], start: int = 0):
    """Words with tags, and entities, as text."""
    words, entities = WordReader(MODEL).read(text, start, outputs(text, said, start))
    shown = [(word.span.shift(-start).of(text), word.tag) for word in words]
    return shown, [(e.span.shift(-start).of(text), e.label) for e in entities]


def test_a_word_takes_the_labels_of_the_token_it_begins_with():
    said = [("The", "DT", "O"), ("ar", "NN", "O"), ("my", "VBD", "O"), (".", ".", "O")]
    assert read("The army.", said) == ([("The", "DT"), ("army", "NN"), (".", ".")], [])


def test_spans_are_moved_on_by_the_start_of_the_sentence():
    said = [("Oslo", "NNP", "B-GPE"), ("fell", "VBD", "O")]
    words, entities = WordReader(MODEL).read("Oslo fell", 100, outputs("Oslo fell", said, 100))
    assert [word.span for word in words] == [Span(100, 104), Span(105, 109)]
    assert entities[0].span == Span(100, 104)


def test_a_name_behind_one_token_is_one_entity_without_its_article():
    said = [("The United States", "NNP", "B-GPE"), ("left", "VBD", "O")]
    assert read("The United States left", said) == (
        [("The", "DT"), ("United", "NNP"), ("States", "NNP"), ("left", "VBD")],
        [("United States", "GPE")],
    )


def test_names_of_several_tokens_go_on_and_neighbours_stay_apart():
    said = [
        ("Ann", "NNP", "B-PERSON"),
        ("Lund", "NNP", "I-PERSON"),
        ("Oslo", "NNP", "B-GPE"),
        ("Bergen", "NNP", "B-GPE"),
    ]
    assert read("Ann Lund Oslo Bergen", said)[1] == [
        ("Ann Lund", "PERSON"), ("Oslo", "GPE"), ("Bergen", "GPE"),
    ]  # fmt: skip


def test_an_entity_that_begins_within_begins_all_the_same():
    assert read("Oslo", [("Oslo", "NNP", "I-GPE")])[1] == [("Oslo", "GPE")]


@pytest.mark.parametrize(("text", "second"), [("didn't", "n't"), ("cannot", "not")])
def test_a_negation_within_a_token_is_an_adverb(text, second):
    assert read(text, [(text, "VBD", "O")])[0][1] == (second, "RB")


def test_a_word_without_a_token_has_no_reading():
    assert read("a 💥", [("a", "DT", "O")])[0] == [("a", "DT"), ("💥", "XX")]


def test_an_empty_sentence_has_no_words():
    assert read("", []) == ([], [])


def test_a_model_without_word_heads_is_refused():
    with pytest.raises(ModelError, match=r"models.old has no heads for words"):
        WordReader(Model("m", Path("models/old"), 16, (16,), (), {}, "0"))


def test_outputs_without_words_are_refused():
    plain = outputs("a", [("a", "DT", "O")])
    bare = SentenceOutputs(0.0, plain.tokens, *[plain.kind] * 7)
    with pytest.raises(ValueError, match="without its words"):
        WordReader(MODEL).read("a", 0, bare)


def test_capitals_put_right_what_the_encoder_cannot_see():
    said = [("Talks", "NN", "O"), ("in", "DT", "O"), ("Velm", "NN", "O"), ("oslo", "NNP", "B-GPE")]
    # The first word's capital says nothing; "Velm" is a name, "oslo" none.
    assert read("Talks in Velm oslo", said) == (
        [("Talks", "NN"), ("in", "DT"), ("Velm", "NNP"), ("oslo", "NN")],
        [],
    )
