import gzip
from collections.abc import Callable
from pathlib import Path

from slantwise.ingest.content import HEAD_BYTES, is_binary, open_bytes, read_head, suffix_of

Put = Callable[..., Path]


def test_gzip_is_known_by_its_bytes_and_unpacked(put: Put) -> None:
    path = put("a.txt", gzip.compress(b"inside"))
    with open_bytes(path) as stream:
        assert stream.read() == b"inside"
    assert read_head(path, {}).text == "inside"


def test_a_plain_file_named_gz_is_read_as_it_is(put: Put) -> None:
    assert read_head(put("a.csv.gz", "x"), {}).text == "x"


def test_the_head_of_a_long_file_is_not_the_whole(put: Put) -> None:
    head = read_head(put("a", "é" * HEAD_BYTES), {})
    assert not head.whole
    assert head.text == "é" * (HEAD_BYTES // 2)
    assert read_head(put("b", "a" * HEAD_BYTES), {}).whole


def test_the_first_line_is_the_first_visible_one(put: Put) -> None:
    head = read_head(put("a", '\n\n{"a": 1}\r\nrest'), {})
    assert head.first_line == '{"a": 1}'
    assert head.first_object() == {"a": 1}
    assert read_head(put("b", "[1]\n"), {}).first_object() is None


def test_binary_is_told_from_text() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert is_binary(bytes(range(1, 30)) * 20)
    assert not is_binary("Zürich, “hello”".encode("utf-16"))
    assert not is_binary(b"caf\xe9")
    assert not is_binary(b"")


def test_suffixes() -> None:
    assert suffix_of(Path("x/README")) == ""
    assert suffix_of(Path("x/a.HTML.GZ")) == ".html"


def test_a_cut_off_gzip_file_gives_all_that_can_be_unpacked(put: Put) -> None:
    # Two members; the second is cut off, and the first is whole.
    path = put("a.gz", gzip.compress(b"first\n") + gzip.compress(b"second\n")[:-6])
    with open_bytes(path) as stream:
        assert stream.readline() == b"first\n"
