from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from slantwise.records import Article, Origin, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_every_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two), problems = reading(put("a.dat", exports["proquest-txt"]))
    assert problems == []
    assert one.title is not None
    assert one.title.of(one.raw) == "Unions warn of strike over ferries"
    assert (one.id, one.outlet, one.byline, one.section, one.language) == (
        "1234567890", "Example Times; London (UK)", "Lee, Ann; Ek, Bo", "News", "en",
    )  # fmt: skip
    assert (one.url, one.published) == (
        "https://www.proquest.test/docview/1234567890",
        datetime(2026, 3, 2),
    )
    assert Origin("published", "Publication date") in one.origins
    assert (two.id, two.outlet) == ("1234567891", "The Sample Post")


def test_a_paragraph_like_a_key_is_text_and_an_abstract_is_not(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, _), _ = reading(put("a.txt", exports["proquest-txt"]))
    assert [span.of(one.raw) for span in one.body] == [
        "Unions warned on Monday: strikes will follow.",
        "Location: the quay, at noon, was where they met.",
        '"We will not wait," said Ana Ruiz.',
    ]


def test_an_article_without_full_text_is_a_problem(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["proquest-txt"].replace(
        b"Full text: Owners said on Tuesday that the strike was unlawful.",
        b"Full text: Not available.",
    )
    articles, problems = reading(put("a.txt", content))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("no-text", "article 2")]


def test_a_cut_off_last_article_is_left_out_and_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["proquest-txt"]
    articles, problems = reading(put("a.txt", content[: content.index(b"that the strike was")]))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("cut-off-article", "article 2")]
