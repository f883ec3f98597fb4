import pytest

from slantwise.ingest.databases.factiva_lines import parts_above, parts_below, word_count_at


def test_a_count_is_known_by_the_date_below_it() -> None:
    assert word_count_at(["Title", "808 words", "2 March 2026"]) == 1
    assert word_count_at(["808 words", "were said"]) is None
    assert word_count_at(["808 words"]) is None
    assert word_count_at([]) is None


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ([], []),
        (["Bridge closed"], ["title"]),
        (["News", "Bridge is closed again"], ["section", "title"]),
        (["Bridge closed", "By Ann Lee"], ["title", "byline"]),
        (["Bridge closed", "Ann Lee"], ["title", "byline"]),
        (["News", "Bridge is closed", "Ann Lee"], ["section", "title", "byline"]),
        (["Bridge closed", "By Ann Lee", "Special to X"], ["title", "byline", "credit"]),
    ],
)
def test_lines_above_the_count(lines: list[str], fields: list[str]) -> None:
    assert [part.field for part in parts_above(lines)] == fields


def test_lines_below_the_count() -> None:
    lines = [
        "808 words", "2 March 2026", "15:32", "The Example", "EXMPL", "1; National", "13:45", "4",
        "English", "(c) 2026 English Press",
    ]  # fmt: skip
    assert {part.field: part.text for part in parts_below(lines) if part.field} == {
        "n_words": "808 words",
        "date": "2 March 2026",
        "time": "15:32",
        "outlet": "The Example",
        "language": "English",
    }


def test_a_time_among_editions_is_not_the_article_s() -> None:
    parts = parts_below(["9 words", "2 March 2026", "The Example", "EXMPL", "11:01:24", "Deutsch"])
    assert [part.field for part in parts] == ["n_words", "date", "outlet", "", "", "language"]
