import json
from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

SAVED = {
    "authors": ["Ann Lee", "Bo Ek"],
    "date_download": "2026-03-09 10:00:00",
    "date_publish": "2026-03-04 17:03:00",
    "description": "A ferry was late.",
    "filename": "x.json",
    "language": "en",
    "maintext": "The ferry left late.\n\nNobody was hurt.",
    "source_domain": "example-times.test",
    "text": None,
    "title": "Ferry delayed",
    "title_page": None,
    "url": "https://example-times.test/ferry",
}


def test_one_article_a_file(put: Put, reading: Reading) -> None:
    (article,), problems = reading(put("a.json", json.dumps(SAVED)))
    assert problems == []
    assert [span.of(article.raw) for span in article.body] == [
        "The ferry left late.",
        "Nobody was hurt.",
    ]
    assert (article.outlet, article.byline) == ("example-times.test", "Ann Lee, Bo Ek")
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04T17:03:00"
    places = {origin.field: origin.place for origin in article.origins}
    assert (places["body"], places["published"]) == ("'maintext'", "'date_publish'")


def test_a_missing_date_is_not_that_of_the_download(put: Put, reading: Reading) -> None:
    (article,), _ = reading(put("a.json", json.dumps({**SAVED, "date_publish": "None"})))
    assert article.published is None


def test_an_array_in_which_one_has_no_text(put: Put, reading: Reading) -> None:
    without = {**SAVED, "maintext": None}
    path = put("a.json", json.dumps([SAVED, without, {"url": "https://x.test"}]))
    articles, problems = reading(path)
    assert (len(articles), [p.reason for p in problems]) == (1, ["no-text", "no-text"])
