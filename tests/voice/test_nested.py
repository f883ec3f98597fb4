"""Quotations inside quotations: who is quoted by the one who is quoted."""

import pytest

from slantwise.records import Voice
from slantwise.voice import VoiceMap, attribute


@pytest.mark.parametrize(
    "text",
    [
        "“Lund told me, ‘We go again,’ and left,” Karsen said.",
        "\"Lund told me, 'We go again,' and left,\" Karsen said.",
    ],
)
def test_inner_quotation_has_its_own_speaker(read, cues, text):
    outer, inner = attribute(read(text), cues)
    assert (outer.voice, inner.voice) == (Voice.DIRECT, Voice.DIRECT)
    assert (outer.source.of(text), inner.source.of(text)) == ("Karsen", "Lund")
    assert inner.content[0].of(text) == "We go again,"
    assert (outer.cited_by, inner.cited_by) == (None, 0)


def test_inner_words_belong_to_the_inner_speaker(read, cues):
    text = "“Lund told me, ‘We go again,’ and left,” Karsen said."
    voices = VoiceMap(attribute(read(text), cues))
    inside, outside = text.index("We go"), text.index("and left")
    assert voices.attributions[voices.index_at(inside)].source.of(text) == "Lund"
    assert voices.attributions[voices.index_at(outside)].source.of(text) == "Karsen"


@pytest.mark.parametrize(
    "text",
    [
        "“The ‘talks’ stopped,” Karsen said.",  # nobody is said to say it
        "“Lund said ‘The Old Town’ is short,” Karsen said.",  # a title
    ],
)
def test_inner_marks_without_a_speaker_stay_with_the_outer(read, cues, text):
    (found,) = attribute(read(text), cues)
    assert found.source.of(text) == "Karsen"
