from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def _body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_every_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two), problems = reading(put("a.txt", exports["nexis-html"]))
    assert problems == []
    assert one.title is not None
    assert (one.title.of(one.raw), one.byline) == ("Bridge closed & ferry full", "By ANN LEE")
    assert (one.outlet, one.language) == ("The Example (London)", "en")
    assert one.published == datetime(2026, 3, 2)
    assert _body(one) == [
        "The bridge over the Orr was closed on Monday.",
        "PARIS: Boats came.",
        "So did buses, the mayor said.",
    ]
    assert (two.outlet, two.section, two.language) == ("Beispiel Kurier", "HAFEN", "de")
    assert two.published == datetime(2026, 3, 3, 7, 5, tzinfo=timezone(timedelta(hours=1)))


def test_articles_on_one_line_are_told_apart(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["nexis-html"].replace(b"\n", b" ")
    assert len(reading(put("a.html", content))[0]) == 2


def test_a_cut_off_last_article_is_left_out_and_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["nexis-html"]
    articles, problems = reading(put("a.html", content[: content.index(b"SPRACHE")]))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [
        ("cut-off-article", "article 2 of 2")
    ]


def test_an_article_over_the_limit_costs_itself_alone(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["nexis-html"].replace(b"Boats came", b"Boats " * 900)
    articles, problems = reading(put("a.html", content), max_record_chars=4000)
    assert [a.outlet for a in articles] == ["Beispiel Kurier"]
    assert problems[0].reason == "record-too-long"
