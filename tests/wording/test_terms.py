from slantwise.records import Span
from slantwise.wording.terms import PARTED, TermReader, names_of, own_stretches, term_ids


def terms_of(pieces, names):
    reader = TermReader()
    reader.read(names, ())  # met before, as in another article
    return {reader.text(term) for term in term_ids(reader.read(pieces, names)).tolist()}


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


def test_pieces_are_parted():
    reader = TermReader()
    words = reader.read(["hollow", "assurance"], ()).tolist()
    assert words == [0, PARTED, 1, PARTED]
    assert reader.words == ["hollow", "assurance"]


def test_no_words_no_terms():
    assert term_ids(TermReader().read([], ())).tolist() == []
    assert term_ids(TermReader().read(["of the and, 7"], ())).tolist() == []


def test_numbers_of_words_stay():
    reader = TermReader()
    first = reader.read(["Quiet harbour’s tide"], ()).tolist()
    assert reader.read(["quiet HARBOUR tide"], ()).tolist() == first
