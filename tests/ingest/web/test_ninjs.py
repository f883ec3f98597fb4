import json
from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

ONE = {
    "uri": "urn:wire:1",
    "type": "text",
    "version": "2",
    "versioncreated": "2026-03-04T10:00:00+01:00",
    "language": "en-GB",
    "byline": "Ann Lee",
    "source": "Northern Wire",
    "headline_main": "Ferry delayed",
    "body_main": "The ferry left late. Nobody was hurt.",
    "body_xhtml": "<p>The ferry left late.</p><p>Nobody was hurt.</p>",
    "description_summary": "A ferry was late.",
}
THREE = {
    "uri": "urn:wire:3",
    "type": "text",
    "versionCreated": "2026-03-04T10:00:00Z",
    "by": "Bo Ek",
    "infoSources": [{"name": "Southern Wire"}],
    "headlines": [
        {"role": "short", "value": "Late ferry"},
        {"role": "main", "value": "Ferry &amp; bus delayed"},
    ],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Both left late.\n\nNobody hurt."},
        {"role": "caption", "contentType": "text/plain", "value": "A ferry."},
    ],
}


def body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_version_one(put: Put, reading: Reading) -> None:
    (article,), problems = reading(put("a.json", json.dumps(ONE, indent=1)))
    assert problems == []
    assert article.title is not None
    assert article.title.of(article.raw) == "Ferry delayed"
    assert body(article) == ["The ferry left late.", "Nobody was hurt."]
    assert (article.id, article.outlet) == ("urn:wire:1#2", "Northern Wire")
    assert (article.byline, article.language) == ("Ann Lee", "en")
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04T10:00:00+01:00"
    assert {origin.field: origin.place for origin in article.origins} == {
        "id": "'uri'",
        "outlet": "'source'",
        "published": "'versioncreated'",
        "byline": "'byline'",
        "language": "'language'",
        "title": "'headline_main'",
        "body": "'body_xhtml'",
    }


def test_version_three_in_an_array_with_other_items(put: Put, reading: Reading) -> None:
    picture = {**ONE, "uri": "urn:wire:2", "type": "picture"}
    withdrawn = {**THREE, "uri": "urn:wire:4", "pubStatus": "canceled"}
    path = put("a.json", json.dumps([ONE, picture, THREE, withdrawn, {"uri": "urn:x"}]))
    articles, problems = reading(path)
    assert [article.id for article in articles] == ["urn:wire:1#2", "urn:wire:3"]
    three = articles[1]
    assert three.title is not None
    assert three.title.of(three.raw) == "Ferry & bus delayed"
    assert body(three) == ["Both left late.", "Nobody hurt."]
    assert (three.outlet, three.byline) == ("Southern Wire", "Bo Ek")
    assert [(p.reason, p.fatal, p.source.record) for p in problems] == [
        ("not-an-article", False, "record 2"),
        ("withdrawn", True, "record 4"),
        ("no-text", True, "record 5"),
    ]


def test_items_of_a_feed_line_by_line(put: Put, reading: Reading) -> None:
    content = "\n".join(map(json.dumps, (ONE, THREE)))
    assert len(reading(put("a.jsonl", content))[0]) == 2
    wrapped = json.dumps({"_items": [ONE, THREE]})
    assert len(reading(put("b.json", wrapped))[0]) == 2


def test_a_description_stands_in_for_a_body_and_says_so(put: Put, reading: Reading) -> None:
    item = {key: value for key, value in ONE.items() if not key.startswith("body")}
    (article,), problems = reading(put("a.json", json.dumps(item)))
    assert body(article) == ["A ferry was late."]
    assert [(p.reason, p.fatal) for p in problems] == [("summary-only", False)]


def test_odd_values_are_problems_or_text(put: Put, reading: Reading) -> None:
    odd = {**THREE, "headlines": "x", "bodies": [7, {"value": None}], "type": ["text"]}
    path = put("a.json", json.dumps([odd, {**THREE, "bodies": {"value": "x"}, "body_text": "Y."}]))
    articles, problems = reading(path)
    assert [body(article) for article in articles] == [["Y."]]
    assert [p.reason for p in problems] == ["no-text"]


def test_the_samples_of_the_standard(shared: Path, reading: Reading) -> None:
    # Facts of the three samples: versioncreated 2013-07-09T10:37:00Z twice, four paragraphs in
    # the rich text; the Norwegian one has a description of one paragraph and no body.
    articles, problems = reading(shared / "exports" / "ninjs")
    assert [(len(a.body), a.published.isoformat()) for a in articles if a.published] == [
        (1, "2019-08-09T09:46:53+00:00"),
        (4, "2013-07-09T10:37:00+00:00"),
    ]
    assert (articles[0].outlet, articles[0].language) == ("NTB", "nb")
    # The version 1 and version 3 samples are one item, under one uri.
    assert {p.reason for p in problems} == {"summary-only", "duplicate-id", "no-outlet"}
