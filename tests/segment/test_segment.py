import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.records import Article, CleanedArticle, Source, Span
from slantwise.segment import segment


def test_empty_article_gives_nothing(make):
    assert segment(make("")) == ((), ())
    assert segment(make("  \n\n \t ")) == ((), ())


def test_headline_is_a_sentence_of_its_own(make):
    article = make("Talks fail\n\nThey met. They left.", titled=True)
    sentences, _ = segment(article)
    assert [(s.index, s.paragraph, s.span.of(article.text)) for s in sentences] == [
        (0, -1, "Talks fail"),
        (1, 0, "They met."),
        (2, 0, "They left."),
    ]


def test_text_outside_all_blocks_is_refused():
    text = "One. Two."
    raw = Article("a7", "o", text, None, (Span(0, 4),), Source("x"))
    article = CleanedArticle(raw, text, None, (Span(0, 4),), ())
    with pytest.raises(ValueError, match=r"a7: text at 4\.\.9 belongs to no headline"):
        segment(article)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet="aB. ?!,:'\"“”‘’«»„\n-1é\u200b", max_size=120))
def test_every_visible_character_lies_in_exactly_one_sentence(make, text):
    article = make(text)
    sentences, quotations = segment(article)
    seen = [0] * len(text)
    for sentence in sentences:
        for offset in range(sentence.span.start, sentence.span.end):
            seen[offset] += 1
    assert all(seen[i] == 1 for i, char in enumerate(text) if not char.isspace())
    assert max(seen, default=0) <= 1
    starts = [quotation.span.start for quotation in quotations]
    assert starts == sorted(starts)
    assert all(quotation.span.contains(quotation.content) for quotation in quotations)


def test_seed_article_has_all_its_quotations(shared, make):
    text = (shared / "data/seed/article.txt").read_text(encoding="utf-8")
    body = make(text)
    sentences, quotations = segment(body)
    quoted = [quotation.content.of(text) for quotation in quotations]
    for words in ("deconfliction", "unwanted incidents", "provocative attacks", "message"):
        assert words in quoted
    assert len(quotations) == 18
    assert all(sentence.span.of(text).strip() == sentence.span.of(text) for sentence in sentences)
