from datetime import datetime

from slantwise.ingest.values import text_of


def test_lists_become_paragraphs_or_enumerations() -> None:
    assert text_of(["Ann Lee", "", None, "Bo Ek"]) == "Ann Lee, Bo Ek"
    assert text_of(["One.", "Two."], "\n\n") == "One.\n\nTwo."


def test_objects_give_their_names() -> None:
    assert text_of({"@type": "Organization", "name": "The Example"}) == "The Example"
    assert text_of([{"name": "Ann"}, {"url": "x"}]) == "Ann"


def test_what_stands_for_nothing_is_empty() -> None:
    for value in (None, "None", "NaN", " null ", float("nan"), [], {}):
        assert text_of(value) == ""
    assert text_of("None of them came.") == "None of them came."


def test_numbers_and_dates() -> None:
    assert text_of(1620000000.0) == "1620000000"
    assert text_of(3) == "3"
    assert text_of(datetime(2020, 1, 2, 3)) == "2020-01-02T03:00:00"


def test_halves_of_characters_are_replaced() -> None:
    assert text_of("a\ud83d") == "a\ufffd"
