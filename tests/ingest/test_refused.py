from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.4\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04 [Content_Types].xml", "a DOCX, XLSX"),
        (b"<?xml version='1.0'?><newsItem/>", "an XML file"),
        (b"From: <Saved>\nContent-Type: multipart/related;\n\nx", "a web archive"),
    ],
)
def test_forms_that_are_not_read_yet_are_never_read_as_text(
    put: Put, reading: Reading, content: bytes, what: str
) -> None:
    articles, problems = reading(put("a.txt", content))
    assert articles == []
    assert [(p.reason, p.fatal) for p in problems] == [("unsupported-format", True)]
    assert f"the file is {what}" in problems[0].message


def test_no_export_is_misread(shared: Path, reading: Reading) -> None:
    folders = ("cas",)
    articles, problems = reading(*(shared / "exports" / name for name in folders))
    assert articles == []
    assert {p.reason for p in problems} == {"unsupported-format"}
