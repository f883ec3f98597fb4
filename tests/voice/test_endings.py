import pytest

from slantwise.voice.endings import content_end, finished_quotation_end, phrase_content_end
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
    assert page.words_of((0, phrase_content_end(page, 0, len(page.low)))) == "the talks in Tolm"


def test_quotation_with_a_stop_of_its_own_is_finished(read):
    page = page_of(read("“We go.” again"))
    assert finished_quotation_end(page, 0, len(page.low)) == 5
    page = page_of(read("“a line” again"))
    assert finished_quotation_end(page, 0, len(page.low)) is None
