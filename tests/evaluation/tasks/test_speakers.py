"""Speakers, scare quotations and chains of sources, by hand."""

import pytest

from slantwise.evaluation.items import GoldAttribution, GoldVoices
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.speakers import VoiceCounts, voice_counts, voice_metrics
from slantwise.evaluation.tasks.voice import counts
from slantwise.records import Span, Voice

TEXT = "“We lost,” Rulo told the Post. Mira said taxes rise. The ‘experts’ and ‘friends’ left."


def at(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def one(
    voice: Voice, content: str, source: str = "", *, cited_by: int | None = None
) -> GoldAttribution:
    source_spans = (at(source),) if source else ()
    return GoldAttribution((at(content),), source_spans, (), voice, cited_by)


GOLD = GoldVoices(
    "1",
    TEXT,
    (
        one(Voice.REPORTED, "“We lost,”", "the Post"),
        one(Voice.DIRECT, "We lost,", "Rulo", cited_by=0),
        one(Voice.REPORTED, "taxes rise", "Mira"),
        one(Voice.SCARE, "‘experts’"),
        one(Voice.SCARE, "‘friends’"),
    ),
)


def test_what_agrees_with_gold_is_all_right() -> None:
    found = voice_counts(GOLD, GOLD.attributions)
    # Direct words: We lost (2). Stretches: two reported, one direct. One link.
    assert found == VoiceCounts(2, 2, 2, 3, 3, 2, 2, 2, 2, 1, 1)


def test_a_wrong_speaker_a_missing_link_and_a_term_taken_for_distance() -> None:
    found = (
        one(Voice.DIRECT, "We lost,", "the Post"),
        one(Voice.REPORTED, "taxes rise", "Mira"),
        one(Voice.SCARE, "‘experts’"),
        one(Voice.SCARE, "taxes"),
    )
    # Of three stretches only "taxes rise" has its speaker: "“We lost,”" was not found as
    # reported, and "We lost," has another. One of two scare quotations is hit, one of the two
    # found is right. The one link of gold is not there.
    assert voice_counts(GOLD, found) == VoiceCounts(2, 2, 2, 1, 3, 1, 2, 1, 2, 0, 1)


def test_a_link_that_gold_does_not_have_counts_as_wrong() -> None:
    extra = one(Voice.REPORTED, "taxes", "Mira", cited_by=0)
    row = voice_counts(GOLD, (*GOLD.attributions, extra))
    assert (row.links_met, row.links) == (1, 2)


def test_a_speaker_whom_gold_does_not_name_must_not_be_named() -> None:
    item = GoldVoices("1", TEXT, (one(Voice.DIRECT, "We lost,"),))
    assert voice_counts(item, (one(Voice.DIRECT, "We lost,"),)).right == 1
    assert voice_counts(item, (one(Voice.DIRECT, "We lost,", "Rulo"),)).right == 0


def test_figures_of_two_texts() -> None:
    rows = [VoiceCounts(2, 4, 2, 1, 2, 1, 1, 1, 3, 0, 0), VoiceCounts(*[0] * 11)]
    found = {name: value_of(metric, 2) for name, metric in voice_metrics(rows).items()}
    # F1 = 2 · 2 / (4 + 2); 1 of 2 speakers; P = 1/3, R = 1/1, F1 = 2 · 1/3 / (4/3) = 1/2.
    assert found["direct_f1"] == pytest.approx(2 / 3)
    assert found["speaker_accuracy"] == 0.5
    assert found["scare_f1"] == pytest.approx(0.5)
    assert str(found["chain_accuracy"]) == "nan"


def test_of_a_chain_over_the_same_words_the_innermost_source_is_asked() -> None:
    item = GoldVoices("1", TEXT, (one(Voice.REPORTED, "taxes rise", "Mira"),))
    found = (
        one(Voice.REPORTED, "taxes rise", "the Post"),
        one(Voice.REPORTED, "taxes rise", "Mira", cited_by=0),
    )
    # Two words in both; the one source is right.
    assert counts(item, found) == (2, 2, 2, 1, 1)


def test_scare_quotations_are_no_attributed_content() -> None:
    assert counts(GOLD, GOLD.attributions)[:3] == (4, 4, 4)
