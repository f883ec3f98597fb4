from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.errors import SettingsError
from slantwise.ingest import FORMATS
from slantwise.ingest.content import read_head
from slantwise.ingest.files import InputFile
from slantwise.ingest.formats import Format, format_named, recognised

Put = Callable[..., Path]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PAR1....", "parquet"),
        (b'{"triplet-uuid": "t", "body-paragraphs": []}', "basil"),
        (b"<!doctype html><p>x", "html"),
        (b'{"text": "x"}\n{"text": "y"}', "jsonl"),
        (b'[{"text": "x"}]', "json"),
        (b'{\n "text": "x"\n}', "json"),
        (b"title,text\nA,b\n", "csv"),
        (b"title\ttext\nA\tb\n", "csv"),
        (b"Hills burn\n\nFire broke out.", "text"),
    ],
)
def test_formats_are_known_whatever_the_name(put: Put, content: bytes, name: str) -> None:
    for suffix in ("", ".txt", ".html", ".csv", ".dat"):
        path = put(f"a{suffix}", content)
        found = recognised(InputFile(path, "a", named=True), read_head(path, {}))
        assert isinstance(found, Format)
        assert found.name == name


def test_a_binary_file_and_an_empty_one_are_problems(put: Put) -> None:
    for content, reason in ((b"\x00\x01\x02\xff" * 9, "binary-file"), (b"", "empty-file")):
        path = put("a.txt", content)
        found = recognised(InputFile(path, "a"), read_head(path, {}))
        assert not isinstance(found, Format)
        assert (found.reason, found.fatal) == (reason, True)
        assert str(path) in found.message


def test_names_are_unique_and_unknown_ones_refused() -> None:
    assert len({entry.name for entry in FORMATS}) == len(FORMATS)
    assert format_named("csv").name == "csv"
    with pytest.raises(SettingsError, match=r"no format 'docx'; expected one of .*nexis-docx"):
        format_named("docx")
