import re

from slantwise.clean.mapped import as_whole, joined, runs, stripped, substituted, unchanged
from slantwise.records import OffsetRun, Span


def test_unchanged_text_is_one_run() -> None:
    text = unchanged("..abc..", Span(2, 5))
    assert list(runs(text, 10)) == [OffsetRun(Span(10, 13), Span(2, 5))]


def test_a_replacement_stands_for_all_of_its_match() -> None:
    text = substituted(unchanged("ab   cd", Span(0, 7)), re.compile(" +"), " ")
    assert text.text == "ab cd"
    # "ab" is 0..2, the blank stands for 2..5, "cd" is 5..7.
    assert list(runs(text, 0)) == [
        OffsetRun(Span(0, 2), Span(0, 2)),
        OffsetRun(Span(2, 3), Span(2, 5)),
        OffsetRun(Span(3, 5), Span(5, 7)),
    ]


def test_what_is_taken_out_leaves_a_gap_in_the_raw_text() -> None:
    text = substituted(unchanged("a-b", Span(0, 3)), re.compile("-"), "")
    assert list(runs(text, 0)) == [
        OffsetRun(Span(0, 1), Span(0, 1)),
        OffsetRun(Span(1, 2), Span(2, 3)),
    ]


def test_characters_that_share_a_raw_stretch_are_one_run() -> None:
    text = joined(
        [unchanged("a", Span(0, 1)), as_whole("fi", Span(1, 2)), as_whole("xyz", Span(2, 7))]
    )
    assert list(runs(text, 0)) == [
        OffsetRun(Span(0, 1), Span(0, 1)),
        OffsetRun(Span(1, 3), Span(1, 2)),
        OffsetRun(Span(3, 6), Span(2, 7)),
    ]


def test_a_whole_of_as_many_characters_never_looks_like_one_to_one() -> None:
    assert list(runs(as_whole("fié", Span(4, 7)), 0)) == [
        OffsetRun(Span(0, 1), Span(4, 7)),
        OffsetRun(Span(1, 3), Span(4, 7)),
    ]


def test_blanks_at_the_ends_go() -> None:
    text = stripped(unchanged("  a b ", Span(0, 6)))
    assert (text.text, text.raw) == ("a b", Span(2, 5))
    assert stripped(unchanged("  ", Span(0, 2))).text == ""


def test_nothing() -> None:
    empty = joined([])
    assert (empty.text, list(runs(empty, 3))) == ("", [])
    assert list(runs(unchanged("", Span(0, 0)), 0)) == []
