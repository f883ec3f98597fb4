"""The stage as a whole: who says which words."""

from itertools import pairwise

import pytest

from slantwise.records import Voice
from slantwise.voice import attribute, quotation_readings


@pytest.fixture
def told(read, cues):
    """Attributions of a text as (voice, contents, source) in words."""

    def of(text, *, titled=False):
        encoded = read(text, titled=titled)
        return [
            (
                attribution.voice.value,
                [span.of(text) for span in attribution.content],
                attribution.source.of(text) if attribution.source else None,
            )
            for attribution in attribute(encoded, cues)
        ]

    return of


def test_empty_article_gives_nothing(told):
    assert told("") == []


def test_narration_is_the_outlets(told):
    assert told("The army left the town. Talks stopped.") == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“We will go,” the minister said.", ["We will go,"], "the minister"),
        ("“We will go,” said the minister.", ["We will go,"], "the minister"),
        ("The minister said: “We will go.”", ["We will go."], "The minister"),
        ("The minister said, “We will go.”", ["We will go."], "The minister"),
        ("“We will go,” he said, “and stop.”", ["We will go,", "and stop."], "he"),
        ("“We will go,” it added.", ["We will go,"], "it"),
        ("“We will go,” raged the old minister.", ["We will go,"], "the old minister"),
        ("“We will go”, Jo Lund told reporters on Thursday.", ["We will go"], "Jo Lund"),
        ("‘We will go,’ the minister said.", ["We will go,"], "the minister"),
        ("«We will go», the minister said.", ["We will go"], "the minister"),
        ('“We will go," the minister said.', ["We will go,"], "the minister"),
        ("Lund called it “a red line”.", ["a red line"], "Lund"),
    ],
)
def test_direct_speech(told, text, content, source):
    assert told(text) == [("direct", content, source)]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The minister said that talks stopped.", "that talks stopped", "The minister"),
        ("Talks stopped, the ministry said.", "Talks stopped", "the ministry"),
        ("Talks stopped, said the ministry.", "Talks stopped", "the ministry"),
        ("According to Lund, the talks stopped.", "the talks stopped", "Lund"),
        ("The talks stopped, according to Lund.", "The talks stopped", "Lund"),
        ("The ministry announced on Thursday talks stopped.", "talks stopped", "The ministry"),
        ("Lund warned of clashes.", "clashes", "Lund"),
        ("Lund made it clear that talks stopped.", "that talks stopped", "Lund"),
        ("The Tolm government issued warnings that talks stopped.", None, None),
        ("Lund, a minister, told reporters that talks stopped.", "that talks stopped", "Lund"),
        ("Lund, who met him, said talks stopped.", "talks stopped", "Lund"),
    ],
)
def test_reported_speech(told, text, content, source):
    found = told(text)
    if content is None:
        assert [item[1] for item in found] == [["that talks stopped"]]
    else:
        assert found == [("reported", [content], source)]


def test_participle_shares_the_source(told):
    text = "Talks stopped, the ministry said on Thursday, adding that workers must leave."
    assert told(text) == [
        ("reported", ["Talks stopped"], "the ministry"),
        ("reported", ["that workers must leave"], "the ministry"),
    ]


def test_partial_quotation_stands_inside_the_paraphrase(told):
    text = "Lund said that workers must stop “provocative attacks” again."
    assert told(text) == [
        ("reported", ["that workers must stop “provocative attacks” again"], "Lund"),
        ("direct", ["provocative attacks"], "Lund"),
    ]


def test_rejected_idea_is_named_by_the_outlet(told):
    assert told("Lund dismissed the illegal deal.") == []


def test_continued_paragraphs_are_one_utterance(told):
    text = "“We will go on and on.\n\n“We will stop,” Lund said."
    assert told(text) == [
        ("direct", ["We will go on and on.", "We will stop,"], "Lund"),
    ]


def test_quotation_alone_goes_on_with_its_speaker(told):
    text = "“We will go,” Lund said. “We will not stop at all.”"
    assert told(text) == [("direct", ["We will go,", "We will not stop at all."], "Lund")]


def test_announced_quotation(told):
    text = "Lund said:\n\n“We will not stop at all.”"
    assert told(text) == [("direct", ["We will not stop at all."], "Lund")]


def test_chain_of_sources(read, cues):
    text = "Talks stopped, according to ministry sources cited by Anadolu."
    outer, inner = attribute(read(text), cues)
    assert outer.source.of(text) == "Anadolu"
    assert inner.source.of(text) == "ministry sources"
    assert (outer.cited_by, inner.cited_by) == (None, 0)


def test_source_within_source(read, cues):
    text = "Lund said that Karsen claimed that talks stopped."
    outer, inner = attribute(read(text), cues)
    assert (outer.source.of(text), inner.source.of(text)) == ("Lund", "Karsen")
    assert inner.cited_by == 0


def test_scare_quotation_holds_its_marks(told):
    assert told("They met for ‘deconfliction’ talks.") == [("scare", ["‘deconfliction’"], None)]


def test_unknown_speaker_is_left_unknown(told):
    assert told("“We will go there and we will stop them all.”") == [
        ("direct", ["We will go there and we will stop them all."], None)
    ]


def test_headline_quotation_said_in_the_body(told):
    text = "Talks cross a 'red line'\n\nLund said talks were a “red line”."
    assert told(text, titled=True)[0] == ("direct", ["red line"], "Lund")


def test_headline_colon(told):
    assert told("Lund: talks stopped\n\nNo more.", titled=True) == [
        ("reported", ["talks stopped"], "Lund")
    ]


def test_direct_and_scare_never_overlap(read, cues):
    text = (
        "“We ‘go’ now,” Lund said. The “talks” in ‘town’ stopped.\n\n“Open and “nested” mark.\n\n"
        "They met “old officials’ and left."
    )
    found = attribute(read(text), cues)
    spans = sorted(
        span
        for attribution in found
        if attribution.voice in (Voice.DIRECT, Voice.SCARE)
        for span in attribution.content
    )
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_input_is_unchanged_and_result_repeats(read, cues):
    encoded = read("“We go,” Lund said. Talks stopped, according to Karsen.")
    before = (encoded.sentences, encoded.quotations, encoded.words)
    assert attribute(encoded, cues) == attribute(encoded, cues)
    assert (encoded.sentences, encoded.quotations, encoded.words) == before


def test_every_outermost_quotation_has_a_reading(read, cues):
    encoded = read("They met to form a “deconfliction mechanism” in town.")
    (reading,) = quotation_readings(encoded, cues)
    assert reading.verdict.value == "term"
    assert "borderline" in reading.evidence
