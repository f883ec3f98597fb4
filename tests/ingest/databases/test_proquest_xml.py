from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_the_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (article,), problems = reading(put("a.txt", exports["proquest-xml"]))
    assert problems == []
    assert article.title is not None
    assert article.title.of(article.raw) == "Unions warn of strike"
    assert (article.id, article.outlet, article.byline, article.language) == (
        "879751809", "Example Times", "Lee, Ann; Ek, Bo", "en",
    )  # fmt: skip
    assert article.published == datetime(2026, 3, 2)
    assert [span.of(article.raw) for span in article.body] == [
        "Unions warned owners on Monday.",
        "Strikes follow & last.",
    ]


def test_records_one_behind_another_and_one_cut_off(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    record = exports["proquest-xml"].partition(b"?>")[2].strip()
    other = record.replace(b"879751809", b"879751810")
    articles, problems = reading(put("a.xml", b"<all>" + record + other + b"</all>"))
    assert ([a.id for a in articles], problems) == (["879751809", "879751810"], [])
    articles, problems = reading(put("b.xml", b"<all>" + record + other[:-90]))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("bad-xml", "article 2")]


def test_plain_text_is_parted_at_blank_lines(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    start, end = b'<Text WordCount="9">', b"</Text>"
    head, _, rest = exports["proquest-xml"].partition(start)
    content = head + start + b"One\nline.\n\nTwo." + end + rest.partition(end)[2]
    (article,), _ = reading(put("a.xml", content))
    assert [span.of(article.raw) for span in article.body] == ["One line.", "Two."]


def test_entities_are_refused(put: Put, reading: Reading, exports: Mapping[str, bytes]) -> None:
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><RECORD>'
    content = exports["proquest-xml"].replace(b"<RECORD>", declared)
    articles, problems = reading(put("a.xml", content))
    assert (articles, [p.reason for p in problems]) == ([], ["bad-xml"])
