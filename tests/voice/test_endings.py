import pytest

from slantwise.voice.endings import (
    clause_of_noun_end,
    content_end,
    finished_quotation_end,
    phrase_content_end,
)
from slantwise.voice.page import page_of


@pytest.mark.parametrize(
    ("text", "embedded", "kept"),
    [
        ("talks stopped again", False, "talks stopped again"),
        ("talks stopped, adding that it left", False, "talks stopped"),
        ("talks stopped and added that it left", False, "talks stopped"),
        ("talks stopped, but they left", False, "talks stopped"),
        ("talks stopped, according to Lund", False, "talks stopped"),
        ("talks stopped, Lund said", False, "talks stopped"),
        ("talks stopped, and they left", False, "talks stopped, and they left"),
        ("talks stopped, left", True, "talks stopped"),
        ("talks stopped; they left", False, "talks stopped"),
    ],
)
def test_where_a_clause_ends(read, cues, text, embedded, kept):
    page = page_of(read(text))
    end = content_end(page, cues, 0, len(page.low), embedded=embedded)
    assert page.words_of((0, end)) == kept


def test_object_ends_at_a_new_clause(read):
    page = page_of(read("the talks in Tolm after they left"))
    end = phrase_content_end(page, 0, len(page.low), lists=False)
    assert page.words_of((0, end)) == "the talks in Tolm"


@pytest.mark.parametrize(
    ("text", "lists", "kept"),
    [
        ("clashes, attacks and talks", True, "clashes, attacks and talks"),
        ("clashes, attacks, and talks", True, "clashes, attacks, and talks"),
        ("clashes, attacks and talks", False, "clashes"),
        ("clashes, attacks and talks stopped", True, "clashes"),
        ("clashes, and talks stopped", True, "clashes"),
    ],
)
def test_a_list_of_things_is_one_object(read, text, lists, kept):
    page = page_of(read(text))
    assert page.words_of((0, phrase_content_end(page, 0, len(page.low), lists=lists))) == kept


def test_clause_of_a_noun_ends_at_the_verb_of_the_sentence(read):
    page = page_of(read("that talks stopped fell"))
    assert page.words_of((0, clause_of_noun_end(page, 0, 4))) == "that talks stopped"
    # Two clauses hold two verbs: none is left for the sentence.
    page = page_of(read("that talks stopped because clashes happened"))
    assert clause_of_noun_end(page, 0, 6) == 6


def test_quotation_with_a_stop_of_its_own_is_finished(read):
    page = page_of(read("“We go.” again"))
    assert finished_quotation_end(page, 0, len(page.low)) == 5
    page = page_of(read("“a line” again"))
    assert finished_quotation_end(page, 0, len(page.low)) is None
