import json
from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_an_array_is_read_record_by_record(put: Put, reading: Reading) -> None:
    path = put(
        "a.json",
        '[\n{"text": "One.", "source": {"id": null, "name": "X"}},\n{"text": ]},\n'
        '{"text": "Two.", "outlet": "Y"}]',
    )
    articles, problems = reading(path)
    assert [(a.raw, a.outlet, a.source.record) for a in articles] == [
        ("One.", "X", "record 1"),
        ("Two.", "Y", "record 3"),
    ]
    assert [(p.reason, p.source.record) for p in problems] == [("bad-json", "record 2")]
    assert "from line 3 on" in problems[0].message


def test_one_object_is_the_article_itself(put: Put, reading: Reading) -> None:
    record = {
        "maintext": "One.\nTwo.",
        "title": "A",
        "source_domain": "example.org",
        "date_publish": "2017-07-17 17:03:00",
        "text": None,
        "authors": ["Ann Lee", "Bo Ek"],
    }
    path = put("news.json", json.dumps(record, indent=2))
    (article,), problems = reading(path)
    assert problems == []
    assert article.source.record == ""
    assert article.id.endswith("/news.json")
    assert (article.outlet, article.byline) == ("example.org", "Ann Lee, Bo Ek")


def test_no_date_written_as_none_is_no_problem(put: Put, reading: Reading) -> None:
    path = put("a.json", '{"text": "One.", "outlet": "X", "date_publish": "None"}')
    (article,), problems = reading(path)
    assert (article.published, problems) == (None, [])


def test_articles_inside_one_object_are_found(put: Put, reading: Reading) -> None:
    path = put("a.json", '{"status": "ok", "articles": [{"text": "One.", "outlet": "X"}, 5]}')
    articles, problems = reading(path)
    assert [article.source.record for article in articles] == ["record 1"]
    assert [(p.reason, p.source.record) for p in problems] == [("bad-json", "record 2")]


def test_a_cut_off_file_keeps_what_came_before(put: Put, reading: Reading) -> None:
    path = put("a.json", '[{"text": "One.", "outlet": "X"},\n{"text": "Tw')
    articles, problems = reading(path)
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("cut-off-file", "record 2")]
    assert "line 2" in problems[0].message


def test_json_that_holds_no_object_is_a_problem(put: Put, reading: Reading) -> None:
    for content in ("[]", "[1, 2]", '"text"', "never JSON"):
        articles, problems = reading(put("a.json", content))
        assert (articles, [p.reason for p in problems]) == ([], ["no-articles"])


def test_a_guessed_encoding_is_named(put: Put, reading: Reading) -> None:
    path = put("a.json", '[{"text": "caf\u00e9", "outlet": "X"}]'.encode("cp1252"))
    articles, problems = reading(path)
    assert [article.raw for article in articles] == ["café"]
    assert [p.reason for p in problems] == ["guessed-encoding"]
