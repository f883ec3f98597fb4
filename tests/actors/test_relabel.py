import pytest

from slantwise.actors.page import lay_out
from slantwise.actors.relabel import label_of, name_start, with_titled


@pytest.mark.parametrize(
    ("text", "label", "better"),
    [
        ("Brad Woodhouse said", "ORG", "PERSON"),
        ("Alexandria Police said", "PERSON", "ORG"),
        ("Simpson Park said", "PERSON", "FAC"),
        ("Noah Nathan, 47, lives", "ORG", "PERSON"),
        ("Anadolu Agency said", "ORG", "ORG"),
        ("John Foundation said", "ORG", "ORG"),
    ],
)
def test_labels_of_two_words(encode, text, label, better):
    assert label_of(lay_out(encode(text)), label, range(2)) == better


def test_a_name_that_goes_on_to_a_place_is_that_places(encode):
    page = lay_out(encode("Tiyas Air Base and Tiyas base lie there"))
    assert label_of(page, "PERSON", range(1)) == "FAC"
    assert label_of(page, "ORG", range(4, 5)) == "ORG"
    assert label_of(page, "PERSON", range(4, 5)) == "PERSON"


def test_a_title_in_a_body_makes_a_person(encode):
    page = lay_out(encode("Minority Whip Steny Hoyer said"))
    assert label_of(page, "ORG", range(4)) == "PERSON"
    assert name_start(page, range(4)) == 2


def test_a_trade_before_a_first_name_is_left_out(encode):
    page = lay_out(encode("Historian Alan Brinkley said"))
    assert name_start(page, range(3)) == 1


def test_names_behind_titles_are_found_where_the_tagger_saw_none(encode):
    encoded = encode("Sen. Bernie Sanders met [PERSON Ann Lee] and President Day.")
    page = lay_out(encoded)
    found = [(e.span.of(page.text), e.label) for e in with_titled(page, encoded.entities)]
    assert found == [("Bernie Sanders", "PERSON"), ("Ann Lee", "PERSON")]
    assert with_titled(lay_out(encode("")), []) == []
