from slantwise.records import Span
from slantwise.wording.terms import names_of, own_stretches, terms_of


def test_quoted_stretches_are_left_out():
    assert list(own_stretches(9, [])) == [Span(0, 9)]
    assert list(own_stretches(9, [Span(0, 9)])) == []


def test_pairs_do_not_cross_marks_or_function_words():
    found = terms_of(["Riot police cleared the bridge, calm returned."], frozenset())
    assert {"riot police", "police cleared", "calm returned"} <= found
    assert "cleared bridge" not in found and "bridge calm" not in found


def test_names_of_reporters_and_outlets_go_but_the_common_word_stays():
    names = names_of("The Green Courier", "Mark Field")
    assert names == {"green", "courier", "mark", "field"}
    found = terms_of(["Green reports from a green field."], names)
    assert found == {"reports", "green", "field", "green field"}
