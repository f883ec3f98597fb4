import gzip
import json
from collections.abc import Callable
from pathlib import Path

from slantwise.ingest.content import read_head
from slantwise.ingest.json_lines import is_json_lines
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_the_gold_form_is_read_whole(put: Put, reading: Reading) -> None:
    gold = {"id": "x/1", "outlet": "X", "title": "A", "body": "One.", "event": "e1",
            "published": "2020-01-02", "url": "https://example.org/1"}  # fmt: skip
    (article,), problems = reading(put("gold.jsonl", json.dumps(gold) + "\n"))
    assert problems == []
    assert (article.id, article.outlet, article.event, article.url) == (
        "x/1",
        "X",
        "e1",
        "https://example.org/1",
    )
    assert article.published is not None
    assert article.published.isoformat() == "2020-01-02T00:00:00"


def test_a_bad_line_costs_itself_alone(put: Put, reading: Reading) -> None:
    good = '{"text": "One.", "outlet": "X"}\n'
    path = put("a.jsonl", good + '{"text": "cut\n' + "\n" + "[1, 2]\n" + good)
    articles, problems = reading(path)
    assert [article.source.record for article in articles] == ["line 1", "line 5"]
    assert [(p.reason, p.source.record) for p in problems] == [
        ("bad-json", "line 2"),
        ("bad-json", "line 4"),
    ]
    assert "expected an object" in problems[0].message
    assert 'found \'{"text": "cut\'' in problems[0].message


def test_deep_nesting_and_endless_numbers_are_problems(put: Put, reading: Reading) -> None:
    path = put("a.jsonl", '{"a": ' + "[" * 100_000 + "\n" + '{"a": ' + "9" * 9000 + "}\n")
    _, problems = reading(path)
    assert [p.reason for p in problems] == ["bad-json", "bad-json"]


def test_a_line_over_the_limit_is_left_out(put: Put, reading: Reading) -> None:
    good = '{"text": "One.", "outlet": "X"}\n'
    path = put("a.jsonl", good + '{"text": "' + "a" * 500 + '"}\n' + good)
    articles, problems = reading(path, max_record_chars=200)
    assert len(articles) == 2
    assert [(p.reason, p.source.record) for p in problems] == [("record-too-long", "line 2")]


def test_a_long_line_under_the_limit_is_an_article(put: Put, reading: Reading) -> None:
    body = "word " * 40_000
    (article,), _ = reading(put("a.jsonl", json.dumps({"text": body, "outlet": "X"})))
    assert len(article.raw) == 200_000


def test_halves_of_characters_do_not_stop_an_article(put: Put, reading: Reading) -> None:
    (article,), _ = reading(put("a.jsonl", '{"text": "a \\ud83d b", "outlet": "X"}'))
    assert article.raw.encode() == "a \ufffd b".encode()


def test_a_gzipped_file_is_read(put: Put, reading: Reading) -> None:
    path = put("a.jsonl.gz", gzip.compress(b'{"text": "One.", "outlet": "X"}\n'))
    (article,), _ = reading(path)
    assert article.id.endswith("a.jsonl#1")


def test_a_gzipped_file_that_ends_early_keeps_what_came_before(put: Put, reading: Reading) -> None:
    whole = b"".join(b'{"text": "%d", "outlet": "X"}\n' % n for n in range(20_000))
    path = put("a.jsonl.gz", gzip.compress(whole)[:-2000])
    articles, problems = reading(path)
    assert len(articles) > 1000
    assert [p.reason for p in problems] == ["unreadable-file"]


def test_the_form_is_known_without_the_name(put: Put) -> None:
    assert is_json_lines(read_head(put("a", '{"a": 1}\n{"a": 2}\n'), {}))
    assert not is_json_lines(read_head(put("b", '{\n"a": 1}\n'), {}))
    assert not is_json_lines(read_head(put("c.jsonl", '[{"a": 1}]'), {}))
    assert not is_json_lines(read_head(put("d.json", '{"a": 1}'), {}))


def test_labels_in_a_folder_are_passed_over_with_a_word(put: Put, reading: Reading) -> None:
    path = put("c/labels.jsonl", '{"id": "1", "spans": []}\n')
    _, problems = reading(path.parent)
    assert [(p.reason, p.fatal) for p in problems] == [("not-an-article", False)]


def test_a_file_that_names_no_outlet_says_so_once(put: Put, reading: Reading) -> None:
    articles, problems = reading(put("a.jsonl", '{"text": "One."}\n{"text": "Two."}\n'))
    assert [article.outlet for article in articles] == ["", ""]
    assert [(p.reason, p.fatal) for p in problems] == [("no-outlet", False)]
