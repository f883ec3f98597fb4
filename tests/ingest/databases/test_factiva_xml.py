from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_every_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two), problems = reading(put("a.txt", exports["factiva-xml"]))
    assert problems == []
    assert (one.id, one.source.record) == ("EXMPL00020260302em320001a", "article 1 of 2")
    assert one.title is not None
    assert one.title.of(one.raw) == "Bridge closed"
    assert [span.of(one.raw) for span in one.body] == [
        "The bridge was closed.",
        "Boats came.",
        "So did buses.",
    ]
    assert (one.outlet, one.byline, one.section, one.language) == (
        "The Example", "By Ann Lee", "News", "en",
    )  # fmt: skip
    assert one.published == datetime(2026, 3, 2, 1, 35, 58, tzinfo=UTC)
    assert (two.byline, two.published) == ("Reuters", datetime(2026, 3, 3))


def test_another_number_than_the_file_says(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-xml"].replace(b'count="2"', b'count="5"')
    articles, problems = reading(put("a.xml", content))
    assert (len(articles), [p.reason for p in problems]) == (2, ["count-mismatch"])


def test_a_cut_off_file_keeps_what_came_before(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-xml"]
    articles, problems = reading(put("a.xml", content[: content.rindex(b"Unionists")]))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("bad-xml", "article 2")]


def test_entities_are_refused(put: Put, reading: Reading, exports: Mapping[str, bytes]) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><PPSResponse>'
    content = exports["factiva-xml"].replace(b"<PPSResponse>", bomb).replace(b"Boats", b"&b;")
    articles, problems = reading(put("a.xml", content))
    assert (articles, [p.reason for p in problems]) == ([], ["bad-xml"])
    assert "declares" in problems[0].message
