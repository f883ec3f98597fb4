import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

LIST = """id,indexed_date,language,media_name,media_url,publish_date,title,url
m1,2026-03-05 04:12:33,en,example-times.test,example-times.test,2026-03-04,Ferry,https://example-times.test/ferry
m2,2026-03-05 04:13:00,es,diario.test,diario.test,,Puente,http://www.diario.test/puente/?utm_source=x
m3,2026-03-05 04:14:00,en,post.test,post.test,2026-03-04,Nowhere,https://post.test/nowhere
m4,2026-03-05 04:15:00,en,example-times.test,example-times.test,2026-03-04,Ferry,https://www.example-times.test/ferry#top
"""
TEXT = "The ferry to the north island left an hour late on Monday, the port said to reporters."


def page(address: str, title: str = "Ferry delayed on Monday") -> str:
    return (
        f"<html><head><title>{title}</title><link rel='canonical' href='{address}'>"
        "<meta property='article:published_time' content='2026-03-01T09:00:00Z'>"
        "<meta property='og:site_name' content='Another name'>"
        "<meta name='author' content='Ann Lee'></head>"
        f"<body><article><h1>{title}</h1><p>{TEXT}</p></article></body></html>"
    )


def places(article: Article) -> dict[str, str]:
    return {origin.field: origin.place for origin in article.origins}


def test_rows_without_texts_are_problems_that_say_so(put: Put, reading: Reading) -> None:
    articles, problems = reading(put("list.csv", LIST))
    assert articles == []
    assert [(p.reason, p.source.record) for p in problems] == [
        ("no-text", "row 1"),
        ("no-text", "row 2"),
        ("no-text", "row 3"),
        ("listed-twice", "row 4"),
    ]
    assert "--texts" in problems[0].message


def test_metadata_come_from_the_list_and_text_from_the_page(put: Put, reading: Reading) -> None:
    listed = put("list.csv", LIST)
    saved = put("pages/a.html", page("https://m.example-times.test/ferry"))
    articles, problems = reading(listed, texts=(saved.parent,))
    (article,) = articles
    assert (article.id, article.outlet) == ("m1", "example-times.test")
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04T00:00:00"
    assert article.title is not None
    assert article.title.of(article.raw) == "Ferry delayed on Monday"
    assert [span.of(article.raw) for span in article.body] == [TEXT]
    assert article.byline == "Ann Lee"
    assert article.source.record == "row 1"
    found = places(article)
    assert found["outlet"] == f"{listed}, row 1: 'media_name'"
    assert found["published"] == f"{listed}, row 1: 'publish_date'"
    assert found["body"] == f"{saved}: text"
    assert found["title"] == f"{saved}: title tag" or found["title"] == f"{saved}: first heading"
    assert found["byline"] == f"{saved}: meta tag author"
    assert [p.source.record for p in problems if p.reason == "no-text"] == ["row 2", "row 3"]


def test_texts_of_every_form_in_the_order_of_the_list(put: Put, reading: Reading) -> None:
    record = {"url": "https://diario.test/puente", "text": "El puente abre.", "date": "2026-03-02"}
    lines = put("t/lines.jsonl.gz", gzip.compress(json.dumps(record).encode()))
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("").encode()
    warc = put(
        "t/crawl.warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example-times.test/ferry\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block),
    )
    with zipfile.ZipFile(put("t/x", "").with_name("pages.zip"), "w") as archive:
        archive.writestr("p.html", page("https://post.test/nowhere"))
        zipped = Path(str(archive.filename))
    articles, problems = reading(put("list.csv", LIST), texts=(lines, warc, zipped))
    assert [a.id for a in articles] == ["m1", "m2", "m3"]
    # The list leaves the date of m2 open, so that it is the text's.
    assert articles[1].published is not None
    assert articles[1].published.isoformat() == "2026-03-02T00:00:00"
    assert places(articles[1])["published"] == f"{lines}, line 1: 'date'"
    assert [p.reason for p in problems] == ["listed-twice"]


def test_pages_say_where_they_were_saved_from(put: Put, reading: Reading) -> None:
    comment = "<!-- saved from url=(0033)https://example-times.test/ferry -->\n"
    content = "<!DOCTYPE html>\n" + comment + page("").replace("<link rel='canonical' href=''>", "")
    saved = put("pages/a.html", content)
    articles, _ = reading(put("list.csv", LIST), texts=(saved,))
    assert [a.id for a in articles] == ["m1"]


def test_problems_of_the_texts_are_said(put: Put, reading: Reading) -> None:
    lines = put("t.jsonl", '{"text": "No address."}\n{broken\n')
    _, problems = reading(put("list.csv", LIST), texts=(lines, lines.with_name("missing")))
    assert [p.reason for p in problems][:3] == ["no-address", "bad-json", "no-such-file"]


def test_texts_are_read_once_for_many_lists(put: Put, reading: Reading) -> None:
    lines = put("t.jsonl", '{"text": "No address."}\n')
    first, second = put("l/a.csv", LIST), put("l/b.csv", LIST.replace("/ferry", "/bus"))
    _, problems = reading(first, second, texts=(lines,))
    assert [p.reason for p in problems].count("no-address") == 1


def test_a_format_forced_on_the_list_is_not_forced_on_the_texts(put: Put, reading: Reading) -> None:
    listed = put("list.csv", "paper,link\nThe Herald,https://herald.test/a\n")
    saved = put("a.html", page("https://herald.test/a"))
    articles, problems = reading(
        listed, texts=(saved,), format="url-list", columns={"outlet": "paper"}
    )
    assert [(a.outlet, a.url) for a in articles] == [("The Herald", "https://herald.test/a")]
    assert problems == []
    other = put("other.csv", "paper\nx\n")
    assert [p.reason for p in reading(other, format="url-list")[1]] == ["missing-column"]


def test_the_store_is_removed(put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    saved = put("a.html", page("https://example-times.test/ferry"))
    found = read([put("list.csv", LIST)], IngestSettings(texts=(saved,)))
    next(found)
    assert len(list(work.iterdir())) == 1
    found.close()  # type: ignore[attr-defined]
    assert list(work.iterdir()) == []


def test_the_sample_of_media_cloud(shared: Path, reading: Reading) -> None:
    # Facts of the file: two rows, the second without a date; no text.
    articles, problems = reading(shared / "exports" / "mediacloud")
    assert articles == []
    assert [(p.reason, p.source.record) for p in problems] == [
        ("no-text", "row 1"),
        ("no-text", "row 2"),
    ]
