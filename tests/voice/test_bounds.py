"""Marks and characters that no prose holds: bounded time, and nothing else lost.

The limits are many times what an idle machine needs; a quadratic step would exceed them.
"""

import time
from itertools import pairwise

import pytest

from slantwise.voice import attribute

GOOD = "\n\n“We go,” Lund said."
LIMIT_SECONDS = 60.0
TEXTS = {
    "ten thousand open marks": "“a " * 10_000,
    "ten thousand nested pairs": "“a ‘b " * 5_000 + "b’ a” " * 5_000,
    "nested speech without end": "“Lund said, ‘we go,’ and left,” he said. " * 1_000,
    "one unclosed mark in a million": "town, " * 170_000 + "“end",
    "one open mark before a million": "He said: “" + "town, " * 170_000,
    "relative clauses without end": "The plan, which " * 10_000 + "said",
    "a list without end": "He warned of " + "clashes, " * 10_000 + "and talks.",
}


@pytest.mark.parametrize("name", list(TEXTS))
def test_time_is_bounded_and_the_next_paragraph_is_read(read, cues, name):
    text = TEXTS[name] + GOOD
    encoded = read(text)
    started = time.perf_counter()
    found = attribute(encoded, cues)
    assert time.perf_counter() - started < LIMIT_SECONDS
    assert found[-1].content[-1].of(text) == "We go,"
    assert found[-1].source.of(text) == "Lund"


def test_contents_lie_in_the_text_and_in_order(read, cues):
    text = TEXTS["nested speech without end"][:4_000]
    found = attribute(read(text), cues)
    assert all(a.content[0].start <= b.content[0].start for a, b in pairwise(found))
    assert all(0 <= s.start < s.end <= len(text) for one in found for s in one.content)


@pytest.mark.parametrize(
    "text",
    [
        "“\u200bWe go,\u200d” Lund said.",
        "\u202b“We go,”\u202c Lund said.",
        "“We go\u200b,” Lund\u200b said.",
    ],
)
def test_invisible_characters_hide_no_quotation(read, cues, text):
    found = attribute(read(text), cues)
    assert ["We" in span.of(text) for one in found for span in one.content] == [True]
