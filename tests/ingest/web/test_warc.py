import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

STORY = (
    "The ferry to the north island left an hour late on Monday, the port said. Nobody was hurt, "
    "and the next one left on time, a spokeswoman for the company that runs both said."
)
SECOND = "The company is to say by Friday why its engine failed, and who pays for the hour lost."


def page(title: str = "Ferry delayed", text: str = STORY) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{text}</p><p>{SECOND}</p></article></body></html>"
    ).encode()


def record(block: bytes, kind: str = "response", url: str = "https://times.test/a") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(
    content: bytes = b"", status: str = "200 OK", headers: str = "Content-Type: text/html\r\n"
) -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + (content or page())


def test_pages_are_read_and_the_rest_counted(put: Put, reading: Reading) -> None:
    content = b"".join(
        (
            record(b"software: x\r\n", "warcinfo"),
            record(b"GET / HTTP/1.1\r\n\r\n", "request"),
            record(answer()),
            record(answer(), "revisit"),
            record(answer(status="404 Not Found"), url="https://times.test/b"),
            record(answer(b"\x89PNG", headers="Content-Type: image/png\r\n")),
            record(answer(page("Bus delayed"), headers=""), url="<https://post.test/c>"),
        )
    )
    for name, packed in (
        ("a.warc", content),
        ("b.warc.gz", gzip.compress(content)),
        ("c.warc.gz", gzip.compress(content[:300]) + gzip.compress(content[300:])),
    ):  # fmt: skip
        articles, problems = reading(put(name, packed))
        assert [(a.url, a.outlet, a.source.record) for a in articles] == [
            ("https://times.test/a", "times.test", "record 3"),
            ("https://post.test/c", "post.test", "record 7"),
        ]
        assert [span.of(articles[0].raw) for span in articles[0].body] == [STORY, SECOND]
        assert [(p.reason, p.fatal) for p in problems] == [("records-skipped", False)]
        assert (
            "5 records that are no page are skipped: 1 request, 1 response of type image/png, "
            "1 response with status 404, 1 revisit, 1 warcinfo." in problems[0].message
        )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gzip", gzip.compress(page())),
        ("deflate", zlib.compress(page())),
        ("deflate", zlib.compress(page())[2:-4]),
        ("br", brotli.compress(page())),
        ("gzip", page()),
        ("br", page()),
        ("gzip, br", brotli.compress(gzip.compress(page()))),
    ],
)
def test_packed_answers(put: Put, reading: Reading, name: str, content: bytes) -> None:
    headers = f"Content-Type: text/html; charset=utf-8\r\nContent-Encoding: {name}\r\n"
    articles, problems = reading(put("a.warc", record(answer(content, headers=headers))))
    assert [a.title.of(a.raw) for a in articles if a.title] == ["Ferry delayed"]
    assert problems == []


def test_chunked_answers(put: Put, reading: Reading) -> None:
    whole = page()
    chunked = b"".join(
        b"%x\r\n%s\r\n" % (len(part), part) for part in (whole[:100], whole[100:])
    ) + b"0\r\n\r\n"  # fmt: skip
    headers = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    (article,), _ = reading(put("a.warc", record(answer(chunked, headers=headers))))
    assert [span.of(article.raw) for span in article.body] == [STORY, SECOND]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gzip", gzip.compress(page())[:-20], "cut off"),
        ("gzip", b"\x1f\x8b\x08\x00 damaged", "damaged"),
        ("br", b"damaged", "damaged"),
        ("br", brotli.compress(b" " * 3_000_000), "unfolds to more than"),
        ("gzip", gzip.compress(b" " * 3_000_000), "unfolds to more than"),
        ("zstd", b"x", "packed as 'zstd'"),
    ],
)
def test_damaged_answers_cost_themselves_alone(
    put: Put, reading: Reading, name: str, content: bytes, message: str
) -> None:
    bad = answer(content, headers=f"Content-Type: text/html\r\nContent-Encoding: {name}\r\n")
    path = put("a.warc", record(bad) + record(answer()))
    articles, problems = reading(path, max_record_chars=1_000_000)
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("bad-record", "record 1")]
    assert message in problems[0].message
    assert "https://times.test/a" in problems[0].message


def test_the_server_s_encoding_is_used(put: Put, reading: Reading) -> None:
    content = page("Вечер").decode().encode("koi8_r")
    headers = "Content-Type: text/html; charset=koi8-r\r\n"
    (article,), _ = reading(put("a.warc", record(answer(content, headers=headers))))
    assert article.title is not None
    assert article.title.of(article.raw) == "Вечер"


def test_reading_goes_on_behind_a_damaged_record(put: Put, reading: Reading) -> None:
    good = record(answer())
    for damage in (
        b"rubbish\r\n" * 5,
        b"WARC/1.0\r\nno colon\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
        record(b"no answer at all"),
    ):
        articles, problems = reading(put("a.warc", good + damage + record(answer())))
        assert len(articles) == 2
        assert [p.reason for p in problems] == ["bad-record"]
        assert problems[0].source.record == "record 2"
    assert f"at byte {len(good)}" in reading(put("b.warc", good + b"rubbish\r\n"))[1][0].message


def test_a_cut_off_file_keeps_what_came_before(put: Put, reading: Reading) -> None:
    whole = record(answer()) * 2
    articles, problems = reading(put("a.warc", whole[:-50]))
    assert (len(articles), [p.reason for p in problems]) == (1, ["bad-record"])
    # 50 bytes are missing, of which 4 are the line ends behind the record.
    assert "ends 46 bytes before" in problems[0].message
    packed = gzip.compress(record(answer())) + gzip.compress(record(answer()))
    articles, problems = reading(put("b.warc.gz", packed[:-30]))
    assert (len(articles), [p.reason for p in problems]) == (1, ["unreadable-file"])


def test_a_record_over_the_limit_is_passed_over(put: Put, reading: Reading) -> None:
    path = put("a.warc", record(answer(page(text=STORY * 100))) + record(answer()))
    articles, problems = reading(path, max_record_chars=5000)
    assert (len(articles), [p.reason for p in problems]) == (1, ["bad-record"])
    assert "longer than 5000 bytes" in problems[0].message


def test_a_page_without_text_is_a_problem(put: Put, reading: Reading) -> None:
    path = put("a.warc", record(answer(b"<html><body></body></html>")))
    assert [p.reason for p in reading(path)[1]] == ["no-text"]


def test_the_sample_of_warcio(shared: Path, reading: Reading) -> None:
    # Facts of the file: 2 warcinfo, 1 response, 2 requests, 1 revisit; packed and not.
    for name in ("example.warc", "example.warc.gz"):
        (article,), problems = reading(shared / "exports" / "warc" / name)
        assert article.url == "http://example.com/"
        message = "5 records that are no page are skipped: 2 request, 1 revisit, 2 warcinfo."
        assert [p.message.endswith(message) for p in problems] == [True]


WHOLE = record(b"x", "warcinfo") + record(answer()) + record(answer(page("Bus delayed")))


@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=10),
    kept=st.integers(6, len(WHOLE)),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_damage_gives_articles_or_problems(
    put: Put, changes: list[tuple[int, int]], kept: int
) -> None:
    content = bytearray(WHOLE)
    for place, byte in changes:
        content[place] = byte
    path = put("a.warc", bytes(content[:kept]))
    found = list(read([path], IngestSettings(format="warc")))
    assert found
    for item in found:
        if isinstance(item, Article):
            item.raw.encode()
