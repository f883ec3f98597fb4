"""Every reader on damaged exports: articles or problems come out, and nothing else."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article

Put = Callable[..., Path]

NAMES = (
    "nexis-docx", "nexis-txt", "nexis-txt-2", "nexis-html", "factiva-html", "factiva-html-2",
    "factiva-xml", "factiva-rtf", "proquest-txt", "proquest-xml",
)  # fmt: skip
PIECES = (
    b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"<", b">", b"</p>", b"&x;", b"<!--", b"-->", b"<br>",
    b"{", b"}", b"\\u-1", b"\\u99999999?", b"\\uc", b"\\page", b"\\'zz", b"\n", b"\r\n\r\n",
    b"1 of 2 DOCUMENTS\n", b"LENGTH: 99999 words\n\n", b"_" * 60 + b"\n", b"Full text: ",
    b"<DOC NUMBER=1>", b"</DOCFULL>", b'<div class="article enArticle">', b"<!DOCTYPE x>",
    b"0 January 0000", b"99:99 GMT+99", b"\xe2\x80\xa8", b"PK\x03\x04", b"\\ansicpg0", b"|",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_damage_costs_articles_and_nothing_more(
    put: Put, exports: Mapping[str, bytes], name: str, data: st.DataObject
) -> None:
    content = exports[name]
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(
            st.one_of(st.just(start), st.integers(start, min(len(content), start + 200)))
        )
        content = content[:start] + data.draw(st.sampled_from(PIECES)) + content[end:]
    _check(put("any", content), name.rstrip("-23"))


def test_what_crashed_a_reader_once(put: Put, exports: Mapping[str, bytes]) -> None:
    # The archive's directory points before its beginning.
    _check(put("a.docx", exports["nexis-docx"][118:]), "nexis-docx")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere(put: Put, exports: Mapping[str, bytes], name: str) -> None:
    content = exports[name]
    for end in range(0, len(content), max(1, len(content) // 25)):
        _check(put("any", content[:end]), name.rstrip("-23"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_another_form_under_the_wrong_name(
    put: Put, exports: Mapping[str, bytes], name: str
) -> None:
    for other in NAMES:
        _check(put("any", exports[other]), name.rstrip("-23"))


@pytest.mark.parametrize("name", NAMES)
def test_forms_are_known_by_their_content(
    put: Put, exports: Mapping[str, bytes], name: str
) -> None:
    for suffix in (".txt", ".docx", ".html", ".csv", ""):
        found = list(read([put(f"any{suffix}", exports[name])]))
        assert all(isinstance(item, Article) for item in found)
        assert found


def _check(path: Path, name: str) -> None:
    found = list(read([path], IngestSettings(format=name)))
    assert found
    for item in found:
        if isinstance(item, Article):
            item.raw.encode()
            assert item.body
            assert all(span.of(item.raw).strip() for span in item.body)
            assert item.title is None or item.title.of(item.raw).strip()
        else:
            assert item.message.startswith(str(path))
    ids = [item.id for item in found if isinstance(item, Article)]
    assert len(set(ids)) == len(ids)
