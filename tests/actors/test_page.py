from slantwise.actors.page import lay_out
from slantwise.records import Span


def test_words_and_sentences(encode):
    page = lay_out(encode("Headline Here\n\nTürkiye’s army met. It left.", title=True))
    assert page.lowers[:4] == ["headline", "here", "turkiye", "'s"]
    assert page.sentences == [0, 0, 1, 1, 1, 1, 1, 2, 2, 2]
    assert page.body == 13  # len("Headline Here")
    assert page.words_of(Span(15, 22)) == range(2, 3)
    assert page.span(2, 5).of(page.text) == "Türkiye’s army"
    assert page.near(2, 6) and not page.near(6, 7) and not page.near(-1, 0)
    assert page.sentence_at(0) == 0 and page.sentence_at(len(page.text)) == 2


def test_words_outside_are_empty(encode):
    page = lay_out(encode("One two."))
    assert (page.word(-1), page.lower(99), page.tag(99)) == ("", "", "")
    assert page.words_of(Span(3, 4)) == range(1, 1)


def test_an_empty_article(encode):
    page = lay_out(encode(""))
    assert len(page) == 0 and page.sentence_at(5) == 0
