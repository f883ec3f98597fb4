import pytest

from slantwise.records import Article, CleanedArticle, Source, Span
from slantwise.segment.blocks import HEADLINE, blocks_of, stripped


def article(text, title, paragraphs):
    raw = Article("a1", "o", text, title, tuple(paragraphs), Source("x"))
    return CleanedArticle(raw, text, title, tuple(paragraphs), ())


def test_blocks_are_stripped_and_blank_ones_left_out():
    # "  Head \n\n   \n\nBody": headline at 2..6, blank paragraph 9..12, body 14..18
    text = "  Head \n\n   \n\nBody"
    blocks = blocks_of(article(text, Span(0, 7), [Span(9, 12), Span(14, 18)]))
    assert [(block.span, block.paragraph) for block in blocks] == [
        (Span(2, 6), HEADLINE),
        (Span(14, 18), 1),
    ]


def test_overlapping_paragraphs_are_refused():
    with pytest.raises(ValueError, match="do not overlap"):
        blocks_of(article("abcdef", None, [Span(0, 4), Span(2, 6)]))


def test_stripping_a_blank_stretch_gives_an_empty_span():
    assert stripped("a   b", Span(1, 4)) == Span(1, 1)
