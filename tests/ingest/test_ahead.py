from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest

from slantwise.ingest import ahead, read
from slantwise.ingest.ahead import read_ahead
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.records import Source

Put = Callable[..., Path]


# A worker process must be able to import the reader; the letters of the file's name will do.
letters = attrgetter("path.name")


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_files_come_in_order_large_ones_and_problems_among_them(
    put: Put, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "LARGEST", 10)
    bad = problem(Source("x"), "empty-folder", "nothing")
    files = [
        InputFile(put("a.txt", "1\n2"), "a"),
        InputFile(put("b.txt", "a line of more than ten bytes"), "b"),
        bad,
        InputFile(put("c.txt", ""), "c"),
        InputFile(put("d.txt", "3"), "d"),
    ]
    found = [(file, list(items)) for file, items in read_ahead(files, letters, workers)]
    assert [file for file, _ in found] == files
    assert ["".join(items) for _, items in found] == ["a.txt", "b.txt", "", "c.txt", "d.txt"]


def test_workers_change_nothing(put: Put) -> None:
    put("c/a.csv", "text,outlet\nOne,X\n")
    put("c/b.html", "<html></html>")
    put("c/bad.txt", b"\x00\x01")
    folder = put("c/d.txt", "Hills burn\n\nFire broke out. It spread.").parent
    assert list(read([folder], workers=2)) == list(read([folder]))


def test_no_files() -> None:
    assert list(read_ahead([], letters, 2)) == []
