import pytest

from slantwise.voice.openings import content_start, past_adjuncts
from slantwise.voice.page import page_of


def entry(cues, word):
    return cues.at([word], 0)[1][0]


@pytest.mark.parametrize(
    ("text", "verb", "content", "frame"),
    [
        ("said that talks stopped", "said", "that", "that"),
        ("said talks stopped", "said", "talks", "that"),
        ("said on Thursday that talks stopped", "said", "that", "that"),
        ("told reporters in Tolm that talks stopped", "told", "that", "that"),
        ("said, however, that talks stopped", "said", "that", "that"),
        ("warned of clashes", "warned", "clashes", "preposition"),
        ("asked him to leave", "asked", "to", "to"),
        ("announced talks", "announced", "talks", "np"),
        ("called the talks “old”", "called", "“", "np"),
        ("described him as old", "described", "old", "np"),
        ("said: talks", "said", "talks", "quote"),
    ],
)
def test_where_content_starts(read, cues, text, verb, content, frame):
    page = page_of(read(text))
    first, found, _ = content_start(page, entry(cues, verb), 1, len(page.low))
    assert (page.low[first], found) == (content, frame)


@pytest.mark.parametrize("text", ["said on Thursday", "said.", "called him to town", "said"])
def test_no_content(read, cues, text):
    page = page_of(read(text))
    assert content_start(page, entry(cues, page.low[0]), 1, len(page.low)) is None


def test_colon_at_the_end_announces(read, cues):
    page = page_of(read("said:"))
    assert content_start(page, entry(cues, "said"), 1, 2) == (2, "quote", 1)


def test_adjuncts_are_passed(read, cues):
    page = page_of(read("told reporters in Tolm on Thursday."))
    end = past_adjuncts(page, entry(cues, "told"), 1, len(page.low))
    assert page.low[end] == "."
