"""Words and partial matches, by hand."""

import pytest

from slantwise.evaluation.metrics import WordCounts, merged, partial_match, word_counts, words
from slantwise.evaluation.metrics.spans import PartialMatch
from slantwise.records import Span


def test_words_hold_inner_apostrophes_and_hyphens() -> None:
    text = "Klaxon’s well-known ‘far-’ 3.5 — rock 'n' roll"
    found = [text[a:b] for a, b in words(text)]
    assert found == ["Klaxon’s", "well-known", "far", "3", "5", "rock", "n", "roll"]
    assert words("").shape == (0, 2)


def test_a_word_counts_where_a_span_touches_it() -> None:
    text = "ab cd ef gh"
    # Gold touches cd (its second letter) and ef; found touches ef (one letter) and gh.
    assert word_counts(text, [Span(4, 8)], [Span(7, 11)]) == WordCounts(both=1, gold=2, found=2)


def test_a_span_of_blanks_touches_no_word() -> None:
    assert word_counts("ab cd", [Span(2, 3)], []) == WordCounts(0, 0, 0)


def test_partial_match_by_hand() -> None:
    gold, found = [Span(0, 10), Span(20, 30)], [Span(5, 25), Span(40, 44)]
    # Found 5..25 shares 5 + 5 of its 20 characters, 40..44 none: 0.5. Gold: 5/10 + 5/10 = 1.
    assert partial_match(gold, found) == PartialMatch(0.5, 2, 1.0, 2)


def test_overlapping_spans_of_one_side_count_once() -> None:
    gold, found = [Span(0, 6), Span(4, 10)], [Span(0, 10), Span(0, 10)]
    assert partial_match(gold, found) == PartialMatch(1.0, 1, 1.0, 1)


def test_nothing_on_either_side() -> None:
    assert partial_match([], []) == PartialMatch(0, 0, 0, 0)


@pytest.mark.parametrize(("gap", "n"), [(0, 3), (1, 2), (2, 2), (3, 1)])
def test_merging_joins_what_stands_closer_than_the_gap(gap: int, n: int) -> None:
    spans = [Span(7, 9), Span(0, 2), Span(2, 5)]
    assert len(merged(spans, gap=gap)) == n
    assert spans == [Span(7, 9), Span(0, 2), Span(2, 5)]
