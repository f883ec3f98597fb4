import pytest

from slantwise.segment import segment
from slantwise.segment.sentences import MAX_SENTENCE_CHARACTERS


def sentences(make, text):
    article = make(text)
    return [sentence.span.of(text) for sentence in segment(article)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Army came to town.",
        "Mr. Smith met Dr. Jones.",
        "J. K. Rowling and John F. Kennedy met.",
        "He lives at No. 5 now.",
        "“Who are you?” he asked.",
        "“Who are you?” John Smith asked.",
        "“Stop!” the crowd shouted.",
        "He called it “bad. Very bad.” again.",
    ],
)
def test_one_sentence_stays_whole(make, text):
    assert sentences(make, text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("He is in the U.S. The army left.", ["He is in the U.S.", "The army left."]),
        ("He left “home.” She came.", ["He left “home.”", "She came."]),
        ("He came. “I left,” she said.", ["He came.", "“I left,” she said."]),
        ("He went “away.” He added more.", ["He went “away.”", "He added more."]),
        ("It was so. ’90s music won.", ["It was so.", "’90s music won."]),
    ],
)
def test_where_sentences_end(make, text, parts):
    assert sentences(make, text) == parts


def test_long_quotation_is_split_where_a_sentence_ends_inside(make):
    text = "“I left home at dawn because I could do so. I came back at night,” he said. Done."
    assert sentences(make, text) == [
        "“I left home at dawn because I could do so.",
        "I came back at night,” he said.",
        "Done.",
    ]


def test_line_without_a_stop_is_cut_at_blanks(make):
    text = "word " * 40_000
    found = sentences(make, text)
    assert max(len(sentence) for sentence in found) <= MAX_SENTENCE_CHARACTERS
    assert all(set(sentence.split()) == {"word"} for sentence in found)
    assert sum(len(sentence.split()) for sentence in found) == 40_000


def test_word_longer_than_a_sentence_is_cut(make):
    found = sentences(make, "x" * (2 * MAX_SENTENCE_CHARACTERS + 1))
    assert [len(part) for part in found] == [MAX_SENTENCE_CHARACTERS, MAX_SENTENCE_CHARACTERS, 1]


def test_unmatched_marks_cost_linear_time(make):
    # Twenty thousand unmatched marks take sentencex seconds when it sees them.
    assert sentences(make, "“a " * 20_000)
