from slantwise.voice.page import HYPHEN, page_of


def test_words_quotations_and_sentences(read):
    page = page_of(read("He left. “We go”, Lund said."))
    assert page.low == ["he", "left", ".", "“", "we", "go", "”", ",", "lund", "said", "."]
    assert page.sentences == [(0, 3), (3, 11)]
    assert page.quoted == [-1, -1, -1, 0, 0, 0, 0, -1, -1, -1, -1]
    assert page.words_of((4, 6)) == "We go"


def test_hyphens_and_dashes_are_told_apart(read):
    page = page_of(read("The by-law fell - he left."))
    assert page.low[2] == HYPHEN
    assert page.tags[1] == "AFX"
    assert page.low[5] == "-"


def test_times_without_a_tagger_of_dates(read):
    page = page_of(read("He left on Thursday last week, 2 days ago."))
    timed = [word for word, is_time in zip(page.low, page.is_time, strict=True) if is_time]
    assert timed == ["thursday", "last", "week", "2", "days"]


def test_empty_page(read):
    page = page_of(read(""))
    assert page.low == []
    assert page.sentences == []
