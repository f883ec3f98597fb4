from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.ingest.files import InputFile, input_files
from slantwise.records import Problem

Put = Callable[..., Path]


def found(*paths: Path) -> list[InputFile]:
    return [item for item in input_files(paths) if isinstance(item, InputFile)]


def problems(*paths: Path) -> list[Problem]:
    return [item for item in input_files(paths) if isinstance(item, Problem)]


def test_paths_come_as_given_and_folders_sorted(put: Put, tmp_path: Path) -> None:
    for name in ("one/b.txt", "one/a/z.txt", "one/B.txt", "two.txt"):
        put(name, "x")
    keys = [file.key for file in found(tmp_path / "two.txt", tmp_path / "one")]
    assert keys == [f"{tmp_path.name}/two", "B", "a/z", "b"]


def test_keys_are_unique(put: Put, tmp_path: Path) -> None:
    for name in ("a/x.txt", "b/x.txt", "a/x.txt.gz"):
        put(name, "x")
    assert [file.key for file in found(tmp_path / "a", tmp_path / "b")] == ["x", "x~2", "x~3"]


def test_what_is_plainly_no_article_is_passed_over_in_silence(put: Put, tmp_path: Path) -> None:
    passed_over = (
        ".hidden README readme.txt LICENSE notes.md a.yaml p.PNG SHA256SUMS .git/x.txt"
        " page_files/frame.html"
    )
    for name in [*passed_over.split(), "page.html", "story.txt"]:
        put(name, "x")
    assert [file.path.name for file in found(tmp_path)] == ["page.html", "story.txt"]
    assert problems(tmp_path) == []


def test_a_named_file_is_read_whatever_its_name(put: Put) -> None:
    path = put("README.md", "x")
    assert [file.path for file in found(path)] == [path]
    assert found(path)[0].named


def test_each_file_is_read_once(put: Put, tmp_path: Path) -> None:
    path = put("a.txt", "x")
    assert len(found(path, tmp_path, path)) == 1
    assert [(p.reason, p.fatal) for p in problems(path, path)] == [("file-given-twice", False)]


def test_links_that_go_round_end(put: Put, tmp_path: Path) -> None:
    put("a/x.txt", "x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "broken").symlink_to(tmp_path / "nowhere")
    assert [file.key for file in found(tmp_path)] == ["a/x"]


def test_missing_and_empty_paths_are_problems(tmp_path: Path) -> None:
    missing, empty = problems(tmp_path / "no", tmp_path)
    assert (missing.reason, empty.reason) == ("no-such-file", "empty-folder")
    assert str(tmp_path / "no") in missing.message


def test_a_finished_report_is_no_folder_of_articles(put: Put, tmp_path: Path) -> None:
    put("report/manifest.json", '{"format": 1, "signature": {}, "files": {}}')
    put("report/tables/outlets.csv", "outlet,n_articles\nThe Herald,3\n")
    put("a.txt", "x")
    assert [file.key for file in found(tmp_path)] == ["a"]
    (own,) = problems(tmp_path / "report")
    assert own.reason == "own-results" and "Name the folder" in own.message


@pytest.mark.parametrize(
    ("name", "root", "folder"),
    [
        ("corpus/The Herald/a.txt", "corpus", "The Herald"),
        ("corpus/The Herald/2019/articles/a.txt", "corpus", "The Herald"),
        ("herald/a.txt", "herald", "herald"),
        ("my-study/articles/a.txt", "my-study/articles", ""),
        ("corpus/train-articles/a.txt", "corpus", ""),
        ("herald/a.txt", "herald/a.txt", "herald"),
        ("herald/texts/a.txt", "herald/texts/a.txt", ""),
    ],
)  # fmt: skip
def test_the_nearest_folder_with_a_name_of_its_own_may_be_the_outlet(
    put: Put, tmp_path: Path, name: str, root: str, folder: str
) -> None:
    put(name, "x")
    assert found(tmp_path / root)[0].outlet_folder == folder


def test_no_paths() -> None:
    assert list(input_files([])) == []
