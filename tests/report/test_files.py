import hashlib
import json
from pathlib import Path

import pytest

from slantwise.errors import SettingsError
from slantwise.report import files
from slantwise.report.files import write_all


def test_the_manifest_names_every_file_with_size_and_digest(tmp_path: Path) -> None:
    write_all(tmp_path / "new" / "out", {"a.txt": b"abc", "t/b.csv": b""}, signature={"seed": "7"})
    manifest = json.loads((tmp_path / "new" / "out" / "manifest.json").read_text())
    assert manifest == {
        "format": 1,
        "signature": {"seed": "7"},
        "files": {
            "a.txt": {"sha256": hashlib.sha256(b"abc").hexdigest(), "bytes": 3},
            "t/b.csv": {"sha256": hashlib.sha256(b"").hexdigest(), "bytes": 0},
        },
    }


def test_an_earlier_report_is_replaced_and_other_files_are_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_all(tmp_path, {"a.txt": b"new"}, signature={})
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.txt",
        "manifest.json",
        "mine.txt",
    ]


def test_a_failure_in_mid_writing_leaves_the_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, {"a.txt": b"old", "b.txt": b"old"}, signature={})

    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:1])
        if path.name.startswith(".b.txt"):
            raise OSError("no space left on device")

    monkeypatch.setattr(files, "_write_whole", full)
    with pytest.raises(OSError, match="no space"):
        write_all(tmp_path, {"a.txt": b"new", "b.txt": b"new"}, signature={})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "manifest.json"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(SettingsError, match="is a file; a report needs a folder"):
        write_all(tmp_path / "out", {}, signature={})


def test_content_that_is_made_in_writing_stands_whole_and_in_the_manifest(tmp_path: Path) -> None:
    class Halves:
        def pieces(self) -> tuple[bytes, bytes]:
            return b"ab", b"c"

    write_all(tmp_path, {"a.txt": Halves()}, signature={})
    assert (tmp_path / "a.txt").read_bytes() == b"abc"
    entry = json.loads((tmp_path / "manifest.json").read_text())["files"]["a.txt"]
    assert entry == {"sha256": hashlib.sha256(b"abc").hexdigest(), "bytes": 3}
