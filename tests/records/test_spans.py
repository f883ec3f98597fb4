import pytest

from slantwise.records import Span, covered


def test_a_span_may_not_end_before_it_starts():
    with pytest.raises(ValueError, match=r"5\.\.4"):
        Span(5, 4)


def test_overlap_needs_a_shared_character():
    assert Span(0, 4).overlaps(Span(3, 9))
    assert not Span(0, 4).overlaps(Span(4, 9))


def test_contains_includes_itself():
    assert Span(2, 5).contains(Span(2, 5))
    assert not Span(2, 5).contains(Span(1, 5))


def test_covered_counts_shared_characters_once():
    # 0..4 and 2..6 cover 6 characters, 8..9 one more.
    assert covered([Span(2, 6), Span(0, 4), Span(8, 9)]) == 7
    assert covered([]) == 0
