import pytest

from slantwise.voice.page import page_of
from slantwise.voice.phrases import base_end, phrase_end, phrase_start


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the Turkish Defense Ministry said", "the Turkish Defense Ministry"),
        ("the government of Tolm said", "the government of Tolm"),
        ("Anadolu Agency (AA) said", "Anadolu Agency (AA)"),
        ("Lund and the minister said", "Lund and the minister"),
        ("they said", "they"),
        ("ministry sources cited by Reuters and the Times said", None),
    ],
)
def test_phrase_that_ends_before_a_verb(read, text, phrase):
    page = page_of(read(text))
    last = len(page.low) - 2
    expected = phrase or text.removesuffix(" said")
    assert page.words_of((phrase_start(page, last, 0), last + 1)) == expected


def test_a_place_gone_to_is_no_subject(read):
    page = page_of(read("He went to Paris and the minister said"))
    assert page.words_of((phrase_start(page, 6, 0), 7)) == "the minister"


def test_phrase_that_starts_after_a_verb(read):
    page = page_of(read("said the head of the old court in Tolm on Thursday."))
    end = len(page.low)
    assert page.words_of((1, phrase_end(page, 1, end))) == "the head of the old court in Tolm"


def test_no_phrase(read):
    page = page_of(read("said and left"))
    assert base_end(page, 1, 3) == 1
    assert phrase_start(page, 2, 0) == 3
