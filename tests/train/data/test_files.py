from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import files


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"ab\xff")
    with pytest.raises(GoldError, match="byte 2"):
        files.read_text(path)


@pytest.mark.parametrize("line", ["[1]", "{"])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        list(files.read_jsonl(path))
