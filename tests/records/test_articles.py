import pytest

from slantwise.records import Article, CleanedArticle, OffsetRun, Source, Span


def cleaned() -> CleanedArticle:
    # raw:  "Ab\u00adc  def"   cleaned: "Abc def": the soft hyphen goes, two blanks become one
    article = Article("a", "Outlet", "Ab\u00adc  def", None, (Span(0, 9),), Source("a.txt"))
    return CleanedArticle(
        article=article,
        text="Abc def",
        title=None,
        paragraphs=(Span(0, 7),),
        offsets=(
            OffsetRun(Span(0, 2), Span(0, 2)),
            OffsetRun(Span(2, 3), Span(3, 4)),
            OffsetRun(Span(3, 4), Span(4, 6)),
            OffsetRun(Span(4, 7), Span(6, 9)),
        ),
    )


def test_a_span_maps_to_the_raw_characters_it_came_from():
    article = cleaned()
    assert article.to_raw(Span(0, 3)) == Span(0, 4)
    assert article.to_raw(Span(4, 6)) == Span(6, 8)
    assert article.to_raw(Span(5, 6)).of(article.article.raw) == "e"


def test_a_run_of_other_length_maps_as_a_whole():
    assert cleaned().to_raw(Span(3, 4)) == Span(4, 6)


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="article a"):
        cleaned().to_raw(Span(6, 8))
