import pytest

from slantwise.records import Span
from slantwise.segment.marks import marks_in
from slantwise.segment.repairs import end_of_unclosed, start_of_unopened


def closing(text):
    return next(marks_in(text, Span(0, len(text))))


def test_unclosed_quotation_ends_before_a_reporting_clause():
    text = "“We will act, the minister said on Monday. Talks go on."
    end = end_of_unclosed(text, 1, len(text))
    assert text[1:end] == "We will act,"


def test_unclosed_quotation_without_clause_goes_to_the_limit():
    text = "“We will act and act.  "
    assert end_of_unclosed(text, 1, len(text)) == len("“We will act and act.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He informed them that Israel could act,” and left", "Israel could act,"),
        ("He said: we act,” and left", "we act,"),
        ("They met. We will act,” the minister said", "We will act,"),
    ],
)
def test_start_of_a_quotation_that_only_closes(text, words):
    mark = closing(text)
    start = start_of_unopened(text, mark, 0)
    assert text[start : mark.start] == words


def test_a_stray_closing_mark_starts_nothing():
    text = "It was so” and then"
    assert start_of_unopened(text, closing(text), 0) is None
