import pytest

from slantwise.ingest.databases.documents import Part
from slantwise.ingest.databases.factiva_codes import (
    accession_number,
    coded_part,
    is_time,
    is_word_count,
    with_credit,
)


def test_numbers_of_articles_in_any_interface() -> None:
    for word in ("Document", "Dokument", "Documento", "Документ", "文書"):
        assert accession_number(f"{word} EXMPL00020260302em320001a") == "EXMPL00020260302em320001a"
    for text in ("Document", "Document 12", "The Document EXMPL00020260302em320001a", ""):
        assert accession_number(text) == ""


@pytest.mark.parametrize("text", ["808 words", "1.285 Wörter", "65 mots", "12 palabras", "8 語"])
def test_counts_of_words(text: str) -> None:
    assert is_word_count(text)


@pytest.mark.parametrize("text", ["808", "words", "808 words were said", "13/2017", ""])
def test_what_is_no_count_of_words(text: str) -> None:
    assert not is_word_count(text)


def test_times() -> None:
    assert all(map(is_time, ("15:32", "9:05 AM", "11:01:24", "15:32 GMT")))
    assert not any(map(is_time, ("", "15", "at 15:32")))


def test_values_beside_codes() -> None:
    number = coded_part("AN", "Document EXMPL00020260302em320001a")
    assert (number.field, number.value) == ("id", "EXMPL00020260302em320001a")
    assert coded_part("AN", "lost").field == ""
    assert coded_part("XX", "unknown") == Part("unknown", "", "XX")


def test_a_credit_signs_only_where_no_author_does() -> None:
    credit, author = Part("Reuters", "credit", "CR"), Part("Ann Lee", "byline", "BY")
    assert [part.field for part in with_credit([credit])] == ["byline"]
    assert [part.field for part in with_credit([author, credit])] == ["byline", ""]
    assert with_credit([]) == ()
