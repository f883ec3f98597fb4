import pytest

from slantwise.coding.anchoring import (
    Quote,
    from_utf16,
    in_characters,
    locate,
    quote,
    same_text,
    storable,
)
from slantwise.records import Span

TEXT = "Calm 🙂 words, harsh 𝒸alls, cafe\u0301 talk,\r\nharsh calls."


@pytest.mark.parametrize("words", ["words", "𝒸alls", "cafe\u0301", "talk,\r\nharsh", "🙂"])
def test_a_quote_is_found_where_it_was_taken(words):
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    assert locate(TEXT, quote(TEXT, span)) == span


def test_what_tools_rewrite_is_found_all_the_same():
    span = Span(TEXT.index("cafe"), TEXT.index("harsh calls") + 5)
    assert locate(TEXT, Quote("caf\u00e9 talk,\nharsh")) == span


def test_context_tells_equal_words_apart_and_the_offset_breaks_ties():
    second = TEXT.rindex("harsh")
    assert locate(TEXT, Quote("harsh", left="talk,\n")) == Span(second, second + 5)
    assert locate("so so so", Quote("so", start=6)) == Span(6, 8)
    assert locate("so so so", Quote("so")) == Span(0, 2)


def test_what_is_not_there_is_not_found():
    assert locate(TEXT, Quote("soft")) is None
    assert locate(TEXT, Quote(" ")) is None


@pytest.mark.parametrize("words", ["words", "𝒸alls", "harsh calls"])
def test_offsets_in_code_points_and_in_utf16_give_one_place(words):
    start = TEXT.index(words)
    units = len(TEXT[:start].encode("utf-16-le")) // 2
    n_units = len(words.encode("utf-16-le")) // 2
    for begin, length in ((start, len(words)), (units, n_units)):
        found = locate(TEXT, in_characters(TEXT, begin, begin + length, words))
        assert found == Span(start, start + len(words))


def test_offsets_that_fit_neither_leave_the_words():
    assert locate(TEXT, in_characters(TEXT, 900, 950, "words")) == Span(7, 12)


def test_an_offset_inside_a_character_is_no_place():
    assert from_utf16("🙂", 1, 2) is None
    assert from_utf16("🙂", 0, 3) is None


def test_texts_are_one_apart_from_ends_of_lines_and_composed_letters():
    assert same_text("cafe\u0301\r\n x", "caf\u00e9\n x ")
    assert not same_text("cafe", "caf\u00e9")


def test_what_xml_cannot_hold_keeps_its_length():
    assert storable("a\x00\ud800b") == "a\ufffd\ufffdb"
