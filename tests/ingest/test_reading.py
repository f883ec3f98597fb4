import gzip
import hashlib
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.errors import SettingsError
from slantwise.ingest import FORMATS, IngestSettings, digests, read
from slantwise.records import Article, FileDigest, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_a_folder_of_mixed_forms_is_read_in_order(put: Put, reading: Reading) -> None:
    put("c/README.md", "About this corpus.")
    put("c/actors.yaml", "- id: x")
    put("c/a/one.txt", "Outlet: X\n\nOne\n\nOne is read.")
    put("c/b.csv", "text,outlet\nTwo,X\n")
    put("c/c.jsonl.gz", gzip.compress(b'{"text": "Three", "outlet": "X"}'))
    put("c/d.json", '[{"text": "Four", "outlet": "X"}]')
    folder = put("c/wire.json", '[{"event": "e", "ids": []}]').parent
    articles, problems = reading(folder)
    assert [a.id for a in articles] == ["a/one", "b.csv#1", "c.jsonl#1", "d.json#1"]
    assert [(p.reason, p.source.path) for p in problems] == [
        ("not-an-article", str(folder / "wire.json"))
    ]


def test_bad_files_cost_themselves_alone(put: Put, reading: Reading) -> None:
    put("c/herald/1-empty.txt", "")
    put("c/herald/2-binary.txt", b"\x00\x01\x02" * 100)
    put("c/herald/3-good.txt", "Hills burn\n\nFire broke out. It spread.")
    put("c/herald/4-packed.txt.gz", gzip.compress(b"Hills burn\n\nFire." * 9999)[:-30])
    put("c/herald/5-western.txt", "Café burns\n\nFire broke out.".encode("cp1252"))
    folder = put("c/herald/6-page.html", "<html><body></body></html>").parent.parent
    articles, problems = reading(folder)
    assert [a.id for a in articles] == ["herald/3-good", "herald/5-western"]
    assert articles[1].raw.startswith("Café")
    assert [(p.reason, p.fatal) for p in problems] == [
        ("empty-file", True),
        ("binary-file", True),
        ("unreadable-file", True),
        ("guessed-encoding", False),
        ("no-text", True),
    ]
    for found in problems:
        assert found.message.startswith(str(folder))


def test_markup_and_formulas_are_only_text(put: Put, reading: Reading) -> None:
    path = put("a.txt", "Outlet: =cmd|' /C calc'!A0\n\n<script>alert(1)</script>\n\nOne.")
    (article,), problems = reading(path)
    assert problems == []
    assert article.outlet == "=cmd|' /C calc'!A0"
    assert article.title is not None
    assert article.title.of(article.raw) == "<script>alert(1)</script>"


def test_a_missing_path_does_not_stop_the_others(put: Put, reading: Reading) -> None:
    path = put("a.csv", "text,outlet\nOne,X\n")
    articles, problems = reading(path.parent / "no", path)
    assert (len(articles), [p.reason for p in problems]) == (1, ["no-such-file"])


def test_no_paths(reading: Reading) -> None:
    assert reading() == ([], [])


def test_an_unknown_format_is_refused_before_anything_is_read() -> None:
    with pytest.raises(SettingsError, match="no format"):
        read([], IngestSettings(format="docx"))


def test_a_forced_format_is_not_second_guessed(put: Put, reading: Reading) -> None:
    path = put("a.txt", "text\nOne\n")
    assert [a.raw for a in reading(path, format="csv", outlet="X")[0]] == ["One"]


def test_the_same_files_give_the_same_articles_twice(put: Put, reading: Reading) -> None:
    put("c/a.csv", "text,outlet\nOne,X\n")
    folder = put("c/b.txt", "Hills burn\n\nFire.").parent
    assert reading(folder) == reading(folder)


def test_digests_are_of_the_files_as_they_lie(put: Put) -> None:
    put("c/README.md", "passed over")
    path = put("c/a.jsonl.gz", gzip.compress(b"{}"))
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert list(digests([path.parent, path])) == [FileDigest(str(path), digest, len(content))]
    assert list(digests([])) == []


def test_memory_does_not_grow_with_the_file(put: Put) -> None:
    record = json.dumps({"text": "word " * 2000, "outlet": "X"}) + "\n"
    peaks = []
    for count in (100, 1000):
        path = put(f"{count}.jsonl", record * count)
        tracemalloc.start()
        assert sum(1 for _ in read([path])) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # A record of 10,000 characters and buffers stand in memory; ten times the file adds the ids
    # only.
    assert peaks[1] < peaks[0] + 500_000


@pytest.mark.parametrize("name", [entry.name for entry in FORMATS])
@given(content=st.binary(max_size=300))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_articles_or_problems(put: Put, name: str, content: bytes) -> None:
    path = put("any", content)
    for item in read([path], IngestSettings(format=name, max_record_chars=200)):
        if isinstance(item, Article):
            item.raw.encode()
            assert all(span.of(item.raw).strip() for span in item.body)
        else:
            assert item.message.startswith(str(path))


PIECES = (
    '{"text": "a', '"}', "[", "]", "{", "}", ",", "\n", '"', "title,text\n", "<p>", "a b",
    "Outlet: X\n", "\r\n", "By Ann", "\ufeff", "\u2028", "<html>", "</p>", "\\", "é",
)  # fmt: skip


@given(content=st.lists(st.sampled_from(PIECES), max_size=25))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_mixture_of_forms_gives_articles_or_problems(put: Put, content: list[str]) -> None:
    path = put("any.txt", "".join(content))
    found = list(read([path]))
    assert found
    articles = [item for item in found if isinstance(item, Article)]
    assert all(span.of(item.raw).strip() for item in articles for span in item.body)
    assert len({item.id for item in articles}) == len(articles)
    assert articles or any(isinstance(item, Problem) for item in found)


def test_all_articles_by_event(shared: Path, reading: Reading) -> None:
    articles, problems = reading(shared / "data" / "allsides_events")
    assert (len(articles), problems) == (2589, [])
    assert len({article.event for article in articles}) == 642
    assert all(article.published and article.title for article in articles)


def test_our_own_corpus(corpora: Path, reading: Reading) -> None:
    folder = corpora / "demo"
    if not (folder / "labels.jsonl").is_file():
        pytest.skip("the demonstration corpus is not written yet")
    articles, problems = reading(folder / "articles")
    labels = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {record["id"]: record["outlet"] for record in map(json.loads, labels)}
    assert {article.id: article.outlet for article in articles} == expected
    assert problems == []
    assert all(article.published and article.title for article in articles)
