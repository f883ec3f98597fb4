from pathlib import Path

from slantwise.ingest.databases.documents import (
    Document,
    Part,
    as_failure,
    drafts_from,
    flat,
    n_words_of,
    tidy,
)
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.records import Origin, Problem

FILE = InputFile(Path("a.txt"), "a", named=True)
TITLE = Part("Bridge closed", "title", "headline")
DATE = Part("March 2, 2026", "date", "line of the date")


def _draft(*parts: Part, total: int = 0) -> Draft:
    (draft,) = drafts_from([Document(parts, 1, total)], FILE)
    assert isinstance(draft, Draft)
    return draft


def test_parts_become_a_draft_with_spans_into_the_raw_text() -> None:
    length = Part("LENGTH: 2 words", "n_words", "label 'LENGTH'", 8)
    draft = _draft(
        TITLE, DATE, length, Part("One.\nTwo.", "body", "text"), Part("Copyright X"), total=3
    )
    assert (
        draft.raw
        == "Bridge closed\n\nMarch 2, 2026\n\nLENGTH: 2 words\n\nOne.\nTwo.\n\nCopyright X"
    )
    assert draft.title is not None
    assert draft.title.of(draft.raw) == "Bridge closed"
    assert [span.of(draft.raw) for span in draft.body] == ["One.", "Two."]
    assert (draft.key, draft.source.record, draft.date) == ("a#1", "article 1 of 3", "2 March 2026")
    assert draft.origins == (
        Origin("title", "headline"),
        Origin("date", "line of the date"),
        Origin("body", "text"),
    )
    assert draft.notes == ()


def test_the_first_value_of_a_field_counts() -> None:
    draft = _draft(DATE, Part("A", "outlet", "x"), Part("B", "outlet", "y"), Part("T", "body"))
    assert (draft.outlet, draft.origins[1]) == ("A", Origin("outlet", "x"))


def test_an_article_without_text_is_a_problem_that_names_it() -> None:
    (found,) = drafts_from([Document((TITLE, DATE), 2, 7)], FILE)
    assert isinstance(found, Problem)
    assert (found.reason, found.fatal, found.source.record) == ("no-text", True, "article 2 of 7")
    assert "Bridge closed" in found.message


def test_a_failure_is_a_problem_and_the_others_go_on() -> None:
    whole = Document((DATE, Part("One.", "body")), 2)
    found = list(drafts_from([as_failure(Document((), 1), "bad", "it is bad."), whole], FILE))
    assert isinstance(found[0], Problem)
    assert found[0].message == "a.txt, article 1: it is bad."
    assert isinstance(found[1], Draft)
    assert list(drafts_from([], FILE)) == []


def _reasons(given: int, read: int, beside: int = 0) -> list[str]:
    parts = (
        DATE,
        Part(f"{given} words", "n_words"),
        Part("word " * read, "body"),
        Part("word " * beside, "aside"),
    )
    return [note.reason for note in _draft(*parts).notes]


def test_words_are_held_against_the_file_s_own_count() -> None:
    assert _reasons(300, 300) == []
    assert _reasons(300, 180) == []  # 2/3 of 300 - 20 = 180
    assert _reasons(300, 179) == ["word-count-differs"]
    assert _reasons(300, 20, beside=200) == []
    assert _reasons(300, 470) == []  # 1.5 * 300 + 20 = 470
    assert _reasons(300, 471) == ["word-count-differs"]
    assert _reasons(0, 471) == []


def test_words_of_scripts_without_blanks_are_characters() -> None:
    draft = _draft(DATE, Part("100 字", "n_words"), Part("橋" * 100, "body"))
    assert draft.notes == ()


def test_without_a_date_the_day_of_loading_is_taken_if_it_is_of_the_copyright_s_year() -> None:
    text, loaded = Part("One.", "body"), Part("LOAD-DATE: March 3, 2026", "loaded", "LOAD-DATE", 11)
    draft = _draft(text, loaded, Part("Copyright 2026 X"))
    assert draft.date == "3 March 2026"
    assert [note.reason for note in draft.notes] == ["date-of-loading"]
    assert Origin("date", "LOAD-DATE") in draft.origins
    for rights in (Part("Copyright 1986 X"), Part("2026 was a year")):
        draft = _draft(text, loaded, rights)
        assert draft.date == ""
        assert [note.reason for note in draft.notes] == ["no-date"]


def test_numbers_of_words_in_any_interface() -> None:
    values = ("355 words", "1,285 words", "1.285 Wörter", "1 285 mots", "none", "9" * 50, "1" * 9)
    assert [n_words_of(value) for value in values] == [355, 1285, 1285, 1285, 0, 0, 111111111]


def test_blanks_controls_and_half_characters() -> None:
    assert tidy("\x00a\u00a0\tb\x07 \r\n \r\n c\ud83d") == "a b\nc\ufffd"
    assert flat(" a\r\nb ") == "a b"
