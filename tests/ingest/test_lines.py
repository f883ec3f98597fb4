from collections.abc import Callable
from pathlib import Path

from slantwise.ingest.lines import Line, open_text, read_lines

Put = Callable[..., Path]


def lines(path: Path, limit: int = 100) -> list[Line]:
    with open_text(path) as stream:
        return list(read_lines(stream, limit))


def test_lines_are_numbered_and_keep_their_ends(put: Put) -> None:
    path = put("a", "one\ntwo\r\n\nfour")
    assert lines(path) == [Line(1, "one\n"), Line(2, "two\r\n"), Line(3, "\n"), Line(4, "four")]


def test_a_line_over_the_limit_is_left_out_and_the_next_one_read(put: Put) -> None:
    path = put("a", "a" * 25 + "\nb\n")
    assert lines(path, 10) == [Line(1, "", too_long=True), Line(2, "b\n")]


def test_a_line_of_just_the_limit_is_read(put: Put) -> None:
    assert lines(put("a", "a" * 9 + "\nb"), 10) == [Line(1, "a" * 9 + "\n"), Line(2, "b")]


def test_a_bad_line_is_read_in_a_guessed_encoding_and_says_so(put: Put) -> None:
    path = put("a", b"caf\xc3\xa9\ncaf\xe9\nplain\n")
    assert lines(path) == [
        Line(1, "café\n"),
        Line(2, "café\n", guessed="cp1252"),
        Line(3, "plain\n"),
    ]


def test_utf_16_is_read_line_by_line(put: Put) -> None:
    assert lines(put("a", "é\nb".encode("utf-16"))) == [Line(1, "é\n"), Line(2, "b")]


def test_no_lines(put: Put) -> None:
    assert lines(put("a", "")) == []
