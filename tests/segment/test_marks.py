import pytest

from slantwise.records import Span
from slantwise.segment.marks import marks_in


def marks(text):
    return [(mark.char, mark.opens, mark.closes) for mark in marks_in(text, Span(0, len(text)))]


def test_apostrophes_inside_words_are_no_marks():
    assert marks("Israel's isn’t o'clock") == []


@pytest.mark.parametrize("text", ["the ’90s came", "the ‘90s came", "the '90s came", "get 'em now"])
def test_clipped_words_open_nothing(text):
    assert not any(opens for _, opens, _ in marks(text))


def test_neighbours_tell_opening_from_closing():
    assert marks('a "b" c') == [('"', True, False), ('"', False, True)]
    assert marks("(“b”),") == [("“", True, False), ("”", False, True)]


def test_inches_are_told_from_quotations():
    assert [char for char, _, _ in marks('a 19" tyre')] == ["inch"]


def test_doubled_single_marks_are_one_mark():
    assert [char for char, _, _ in marks("``so''")] == ["``", "''"]
