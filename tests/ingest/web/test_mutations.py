"""Each reader on damaged copies of a file it reads: articles or problems, and never an error."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

NINJS = json.dumps([
    {"uri": "urn:1", "version": 2, "versioncreated": "2026-03-04T10:00:00Z", "type": "text",
     "headline": "Ferry", "body_xhtml": "<p>It left late.</p><p>Two.</p>", "byline": "Ann Lee"},
    {"uri": "urn:2", "versionCreated": "2026-03-04", "headlines": [{"role": "main", "value": "B"}],
     "bodies": [{"contentType": "text/plain", "value": "One.\n\nTwo."}], "infoSources": []},
], indent=1)  # fmt: skip
NEWS_PLEASE = json.dumps({
    "maintext": "It left late.", "source_domain": "times.test", "date_publish": "2026-03-04",
    "authors": ["Ann Lee"], "title": "Ferry", "url": "https://times.test/a",
})  # fmt: skip
NEWSML = (
    "<?xml version='1.0' encoding='UTF-8'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'"
    " guid='urn:a' version='1'><itemMeta><itemClass qcode='ninat:text'/><provider qcode='p:NW'/>"
    "<versionCreated>2026-03-04T12:00:00Z</versionCreated></itemMeta><contentMeta>"
    "<headline>Ferry</headline></contentMeta><contentSet><inlineXML><html "
    "xmlns='http://www.w3.org/1999/xhtml'><body><p>One.</p><p>Two &amp; more.</p></body></html>"
    "</inlineXML><inlineData>One.</inlineData></contentSet></newsItem>"
)
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Times</title><item><title>A &amp; B"
    "</title><link>https://times.test/a</link><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate>"
    "<description><![CDATA[<p>One.</p>]]></description></item><item><title>C</title></item>"
    "</channel></rss>"
)
GDELT = "\t".join(
    ["20260304100000-1", "20260304100000", "1", "times.test", "https://times.test/a", *[""] * 21,
     "<PAGE_TITLE>A &amp; B</PAGE_TITLE>"]
) + "\n"  # fmt: skip
URLS = (
    "id,language,media_name,media_url,publish_date,title,url\n"
    '1,en,times.test,times.test,2026-03-04,"A ""b""",https://times.test/a\n'
)
FILES = {
    "ninjs": NINJS, "news-please": NEWS_PLEASE, "newsml-g2": NEWSML, "feed": FEED, "gdelt": GDELT,
    "url-list": URLS,
}  # fmt: skip
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 2000),
        st.one_of(
            st.binary(max_size=3),
            st.sampled_from([
                b"\xff", b"\x00", b"\xed\xa0\xbd",
                b'"', b"{", b"}", b"<", b"&", b"]]>", b"<!ENTITY a 'b'>", b"\n", b"\r", b"null",
                b"\\ud83d", b"[[", b"<p>", b"&#0;", b"1e999", b"<!DOCTYPE x>", b"\xfe\xff",
            ]),
        ),
    ),
    max_size=6,
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_whole_file_is_recognised_whatever_its_name(
    put: Put, reading: Reading, name: str
) -> None:
    from slantwise.ingest.content import read_head
    from slantwise.ingest.files import InputFile
    from slantwise.ingest.formats import Format, recognised

    for suffix in ("", ".txt", ".csv", ".html", ".json"):
        path = put(f"a{suffix}", FILES[name])
        found = recognised(InputFile(path, "a", named=True), read_head(path, {}))
        assert isinstance(found, Format)
        assert found.name == name


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("forced", [True, False])
@given(changes=CHANGES, kept=st.integers(0, 2000))
@example(changes=[], kept=2000)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_damage_gives_articles_or_problems(
    put: Put, name: str, forced: bool, changes: list[tuple[int, bytes]], kept: int
) -> None:
    content = bytearray(FILES[name].encode())
    for place, piece in changes:
        at = place % (len(content) + 1)
        content[at : at + len(piece)] = piece
    texts = put("texts.jsonl", '{"url": "https://times.test/a", "text": "One."}\n')
    path = put("any", bytes(content[:kept]))
    own = IngestSettings(format=name if forced else "", texts=(texts,), max_record_chars=5000)
    found = list(read([path], own))
    assert found
    for item in found:
        if isinstance(item, Article):
            item.raw.encode()
            assert all(span.of(item.raw).strip() for span in item.body)
            assert item.body
