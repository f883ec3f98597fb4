from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

HEADED = (
    "Outlet: The Example\nDate: 2026-03-04\nByline: Ann Lee\nURL: https://example.org/a\n"
    "Event: bridge\n\nBridge closed\n\nOne.\n\nTwo.\n"
)


def test_header_lines_stay_in_the_raw_text_outside_the_spans(put: Put, reading: Reading) -> None:
    path = put("corpus/herald/bridge.txt", HEADED)
    (article,), problems = reading(path.parent.parent)
    assert problems == []
    assert article.raw == HEADED
    assert article.title is not None
    assert article.title.of(article.raw) == "Bridge closed"
    assert [span.of(article.raw) for span in article.body] == ["One.", "Two."]
    assert (article.outlet, article.byline, article.event) == ("The Example", "Ann Lee", "bridge")
    assert (article.published, article.url) == (datetime(2026, 3, 4), "https://example.org/a")
    assert (article.id, str(article.source)) == ("herald/bridge", str(path))


def test_a_headline_among_the_headers_leaves_the_rest_to_the_body(
    put: Put, reading: Reading
) -> None:
    path = put("a.txt", "Title: Bridge closed\nOutlet: X\n\nShort line\n\nOne.\n")
    (article,), _ = reading(path)
    assert article.title is not None
    assert article.title.of(article.raw) == "Bridge closed"
    assert [span.of(article.raw) for span in article.body] == ["Short line", "One."]


def test_the_outlet_falls_back_on_the_byline_then_on_the_folder(put: Put, reading: Reading) -> None:
    put("corpus/herald/a.txt", "Bridge closed\n\nNews Desk - The Example\n\nOne. Two.\n")
    path = put("corpus/herald/b.txt", "Bridge closed\n\nOne. Two.\n")
    articles, _ = reading(path.parent.parent)
    assert [article.outlet for article in articles] == ["The Example", "herald"]
    assert [article.outlet for article in reading(path, outlet="Set")[0]] == ["Set"]


def test_line_ends_are_kept_as_read(put: Put, reading: Reading) -> None:
    (article,), _ = reading(put("h/a.txt", "Bridge closed\r\n\r\nOne.\r\nTwo.\r\n"))
    assert article.raw == "Bridge closed\r\n\r\nOne.\r\nTwo.\r\n"
    assert [span.of(article.raw) for span in article.body] == ["One.\r\nTwo."]


@pytest.mark.parametrize("content", ["Outlet: X\nDate: 2020-01-02\n", " \n\n\t\n", "\ufeff\n"])
def test_a_file_without_text_is_a_problem(put: Put, reading: Reading, content: str) -> None:
    articles, problems = reading(put("a.txt", content))
    assert articles == []
    assert [p.fatal for p in problems] == [True]


def test_a_file_over_the_limit_is_a_problem(put: Put, reading: Reading) -> None:
    _, problems = reading(put("a.txt", "word " * 100), max_record_chars=100)
    assert [p.reason for p in problems] == ["record-too-long"]


def test_one_very_long_line_is_an_article(put: Put, reading: Reading) -> None:
    (article,), _ = reading(put("h/a.txt", "word " * 40_000))
    assert article.title is None
    assert len(article.body) == 1


def test_names_that_are_not_usual_for_texts_are_named(put: Put, reading: Reading) -> None:
    path = put("corpus/a.dat", "Some words.")
    _, problems = reading(path.parent)
    assert [(p.reason, p.fatal) for p in problems] == [("not-an-article", False)]
    assert len(reading(path)[0]) == 1
    assert len(reading(path.parent, format="text")[0]) == 1
    assert len(reading(put("more/Smith v. Jones", "Some words."))[0]) == 1


def test_the_first_article_given(shared: Path, reading: Reading) -> None:
    (article,), problems = reading(shared / "data" / "seed" / "article.txt")
    assert problems == []
    assert (article.outlet, article.published) == ("The Cradle", datetime(2025, 4, 12))
    assert article.title is not None
    assert article.title.of(article.raw).startswith("Turkish, Israeli delegations")
    assert article.body[0].of(article.raw).startswith("Israel reportedly")
    assert article.body[1].of(article.raw).startswith("Military delegations")
