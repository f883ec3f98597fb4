from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

XHTML = (
    "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'>"
    "<head><title>Not this</title></head><body><h1>Ferry delayed</h1><p>It left <b>late</b>.</p>"
    "<p>Nobody &amp; nothing was hurt.</p></body></html></inlineXML>"
)
NITF = (
    "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/x/'>"
    "<body><body.head><hedline><hl1>Bus delayed</hl1></hedline><byline>By Bo Ek</byline>"
    "</body.head><body.content><p>In <location>Oslo</location>.</p><p>Two.</p></body.content>"
    "</body></nitf></inlineXML>"
)
PLAIN = "<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>"


def item(content: str, guid: str = "urn:a", kind: str = "text", extra: str = "") -> str:
    return (
        f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='{guid}' version='1'"
        f" xml:lang='en-GB'><itemMeta><itemClass qcode='ninat:{kind}'/>"
        "<provider qcode='nprov:NW'><name>Northern Wire</name></provider>"
        "<versionCreated>2026-03-04T12:00:00+03:00</versionCreated></itemMeta>"
        f"<contentMeta>{extra}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    inner = "\n".join(items)
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n<newsMessage "
        f"xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{inner}</itemSet></newsMessage>"
    )


def body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_renditions(put: Put, reading: Reading) -> None:
    headline = "<by>By Ann <b/>Lee</by><headline>Ferry delayed</headline>"
    path = put("a.xml", message(
        item(XHTML, "urn:a", extra=headline), item(NITF, "urn:b"), item(PLAIN, "urn:c"),
    ))  # fmt: skip
    articles, problems = reading(path)
    assert [body(article) for article in articles] == [
        ["It left late.", "Nobody & nothing was hurt."],
        ["In Oslo.", "Two."],
        ["One.", "Two."],
    ]
    titles = [a.title.of(a.raw) if a.title else "" for a in articles]
    assert titles == ["Ferry delayed", "Bus delayed", ""]
    assert [a.byline for a in articles] == ["By Ann Lee", "By Bo Ek", ""]
    assert {(a.outlet, a.language) for a in articles} == {("Northern Wire", "en")}
    assert articles[0].published is not None
    assert articles[0].published.isoformat() == "2026-03-04T12:00:00+03:00"
    assert articles[1].source.record == "item 2"
    assert problems == []


def test_what_is_no_text_is_counted_or_named(put: Put, reading: Reading) -> None:
    canceled = item(PLAIN, "urn:d").replace(
        "</itemMeta>", "<pubStatus qcode='stat:canceled'/></itemMeta>"
    )
    package = "<packageItem guid='p'/>"
    path = put("a.xml", message(
        package, item("", kind="picture"), item("<remoteContent href='x'/>", "urn:r"), canceled,
        item(PLAIN, "urn:c"),
    ))  # fmt: skip
    articles, problems = reading(path)
    assert [a.id for a in articles] == ["urn:c"]
    assert [(p.reason, p.source.record) for p in problems] == [
        ("no-text", "item 3"),
        ("withdrawn", "item 4"),
        ("records-skipped", ""),
    ]
    assert "1 packageItem, 1 picture" in problems[2].message


def test_versions_are_told_apart(put: Put, reading: Reading) -> None:
    path = put("a.xml", message(item(PLAIN), item(PLAIN).replace("version='1'", "version='2'")))
    assert [a.id for a in reading(path)[0]] == ["urn:a", "urn:a#2"]


def test_a_cut_off_file_keeps_what_came_before(put: Put, reading: Reading) -> None:
    whole = message(item(PLAIN, "urn:a"), item(PLAIN, "urn:b"), item(PLAIN, "urn:c"))
    articles, problems = reading(put("a.xml", whole[: whole.index("urn:c") + 200]))
    assert [a.id for a in articles] == ["urn:a", "urn:b"]
    assert [p.reason for p in problems] == ["bad-xml"]
    assert "line" in problems[0].source.record


def test_entities_are_refused_and_no_file_is_opened(put: Put, reading: Reading) -> None:
    secret = put("secret.txt", "hidden words")
    declared = f"<!DOCTYPE newsMessage [<!ENTITY x SYSTEM 'file://{secret}'>]><newsMessage"
    swollen = "<!DOCTYPE newsMessage [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><newsMessage"
    for number, doctype in enumerate((declared, swollen)):
        content = message(item(PLAIN.replace("One", "&x;"))).replace("<newsMessage", doctype, 1)
        articles, problems = reading(put(f"{number}.xml", content))
        assert articles == []
        assert [p.reason for p in problems] == ["entity-declaration"]


def test_an_item_over_the_limit_is_a_problem(put: Put, reading: Reading) -> None:
    long = item(PLAIN.replace("One", "one " * 40_000))
    articles, problems = reading(put("a.xml", message(long)), max_record_chars=50_000)
    assert (articles, [p.reason for p in problems]) == ([], ["record-too-long"])


def test_a_lying_encoding_is_a_problem(put: Put, reading: Reading) -> None:
    content = message(item(PLAIN.replace("One", "Caf\xe9"))).encode("latin-1")
    articles, problems = reading(put("a.xml", content))
    assert (articles, [p.reason for p in problems]) == ([], ["bad-xml"])


def test_the_simplest_sample_has_no_text(shared: Path, reading: Reading) -> None:
    articles, problems = reading(shared / "exports" / "newsml")
    assert (articles, [p.reason for p in problems]) == ([], ["no-text"])
