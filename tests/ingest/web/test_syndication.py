from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example &amp; Times</title><link>https://example-times.test</link><language>en-gb</language>
<item><title>Ferry &amp; bus delayed</title><link>https://example-times.test/ferry?utm_source=rss</link>
<guid>e1</guid><pubDate>Wed, 04 Mar 2026 10:00:00 +0100</pubDate><dc:creator>Ann Lee</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Both left <b>late</b>.</p><p>Nobody &amp; nothing hurt.</p>]]></content:encoded>
</item>
<item><title>Only a summary</title><link>https://example-times.test/summary</link><guid>e2</guid>
<description>&lt;p&gt;A short one.&lt;/p&gt;</description></item>
<item><title>Neither</title></item>
</channel></rss>"""  # noqa: E501

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Southern Post</title>
<entry><title type="html">Bus &lt;i&gt;late&lt;/i&gt;</title><id>https://post.test/bus</id>
<updated>2026-03-04T10:00:00Z</updated><author><name>Bo Ek</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
</content></entry></feed>"""


def body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_rss(put: Put, reading: Reading) -> None:
    (full, short), problems = reading(put("a.xml", RSS))
    assert full.title is not None
    assert full.title.of(full.raw) == "Ferry & bus delayed"
    assert body(full) == ["Both left late.", "Nobody & nothing hurt."]
    assert (full.outlet, full.byline, full.language) == ("Example & Times", "Ann Lee", "en")
    assert full.published is not None
    assert full.published.isoformat() == "2026-03-04T10:00:00+01:00"
    assert (full.id, full.source.record) == ("e1", "entry 1")
    assert body(short) == ["A short one."]
    assert [(p.reason, p.article_id, p.source.record) for p in problems] == [
        ("summary-only", "e2", "entry 2"),
        ("no-text", "", "entry 3"),
    ]


def test_atom(put: Put, reading: Reading) -> None:
    (article,), problems = reading(put("a.atom", ATOM))
    assert problems == []
    assert article.title is not None
    assert article.title.of(article.raw) == "Bus late"
    assert body(article) == ["One.", "Two."]
    assert (article.outlet, article.byline) == ("Southern Post", "Bo Ek")
    assert article.url == "https://post.test/bus"
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-04T10:00:00+00:00"


def test_summaries_are_joined_to_the_pages_given(put: Put, reading: Reading) -> None:
    pages = put(
        "pages/p.jsonl",
        '{"url": "http://www.example-times.test/summary/", "text": "The whole text.", '
        '"outlet": "Another name"}',
    )
    articles, problems = reading(put("a.xml", RSS), texts=(pages,))
    assert body(articles[1]) == ["The whole text."]
    assert articles[1].outlet == "Example & Times"
    assert [p.reason for p in problems] == ["no-text"]


def test_a_feed_that_is_not_well_formed_is_read_and_named(put: Put, reading: Reading) -> None:
    content = RSS.replace("Ferry &amp; bus", "Ferry & bus &eacute;")
    articles, problems = reading(put("a.xml", content))
    assert articles[0].title is not None
    assert articles[0].title.of(articles[0].raw) == "Ferry & bus é delayed"
    assert ("bad-xml", False) in {(p.reason, p.fatal) for p in problems}
    cut = reading(put("b.xml", RSS[: RSS.index("Only a") + 4]))
    assert body(cut[0][0]) == ["Both left late.", "Nobody & nothing hurt."]


@pytest.mark.parametrize(
    "entity", ["<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>"]
)
def test_entities_are_refused(put: Put, reading: Reading, entity: str) -> None:
    doctype = f"<!DOCTYPE rss [{entity}]>\n<rss "
    articles, problems = reading(put("a.xml", RSS.replace("<rss ", doctype, 1)))
    assert (articles, [p.reason for p in problems]) == ([], ["entity-declaration"])


def test_empty_and_too_long_feeds_are_problems(put: Put, reading: Reading) -> None:
    empty = put("a.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>")
    assert [p.reason for p in reading(empty)[1]] == ["no-articles"]
    assert [p.reason for p in reading(put("b.xml", RSS), max_record_chars=500)[1]] == [
        "record-too-long"
    ]


def test_another_encoding_than_declared(put: Put, reading: Reading) -> None:
    articles, _ = reading(put("a.xml", RSS.replace("Ferry", "Café").encode("cp1252")))
    assert articles[0].title is not None
    assert articles[0].title.of(articles[0].raw).startswith("Café")
