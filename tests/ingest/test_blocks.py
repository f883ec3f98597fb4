import re

from hypothesis import given
from hypothesis import strategies as st

from slantwise.ingest.blocks import blocks_in, lines_in, tight
from slantwise.records import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in blocks_in(text, Span(0, len(text)))]


def test_blank_lines_part_blocks_whatever_the_line_ends() -> None:
    assert cut("a\r\nb\r\n\r\nc") == ["a\r\nb", "c"]
    assert cut("a\rb\r\rc") == ["a\rb", "c"]
    assert cut("a\n \t\u00a0\nb\n\n\n\nc") == ["a", "b", "c"]


def test_nothing_visible_gives_nothing() -> None:
    assert cut("") == []
    assert cut(" \n\n\u00a0\n") == []


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "abc\n\ndef\n\nghi"
    assert [span.of(text) for span in blocks_in(text, Span(2, 7))] == ["c", "de"]
    assert [span.of(text) for span in lines_in(text, Span(4, 13))] == ["def", "ghi"]


def test_a_blank_stretch_is_tight_at_nothing() -> None:
    assert len(tight("a   b", Span(1, 4))) == 0


@given(st.text(alphabet="ab \t\n\r\u2028\x0b\x85", max_size=40), st.integers(0, 40))
def test_blocks_are_runs_of_lines_with_one_break_between(text: str, start: int) -> None:
    within = Span(min(start, len(text)), len(text))
    lines = list(lines_in(text, within))
    expected: list[Span] = []
    for line in lines:
        between = text[expected[-1].end : line.start] if expected else ""
        if len(re.findall("\r\n|[\r\n\u2028\u2029]", between)) == 1:
            expected[-1] = Span(expected[-1].start, line.end)
        else:
            expected.append(line)
    assert blocks_in(text, within) == tuple(expected)
