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
