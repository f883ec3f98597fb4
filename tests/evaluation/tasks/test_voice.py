"""Attributed words and their sources, by hand."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.items import GoldAttribution, GoldVoices
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.voice import score
from slantwise.records import Attribution, Voice

TEXT = "AD. Mira said taxes will rise. “We lost,” Rulo added. The ‘experts’ left."


def test_words_and_sources(stub: SimpleNamespace) -> None:
    removed, cleaned = TEXT[:4], TEXT[4:]

    def at(part: str) -> object:
        return stub.span_of(cleaned, part)

    def gold(content: str, source: str) -> GoldAttribution:
        return GoldAttribution(
            (stub.span_of(TEXT, content),), (stub.span_of(TEXT, source),) if source else ()
        )

    reading = stub.Reading(
        removed=removed,
        attributions=(
            Attribution(Voice.REPORTED, (at("will rise"),), source=at("Mira said")),
            Attribution(Voice.DIRECT, (at("We lost"),), source=at("Mira")),
            Attribution(Voice.DIRECT, (at("We"),), source=at("Rulo")),
            Attribution(Voice.SCARE, (at("‘experts’"),)),
        ),
    )
    item = GoldVoices(
        "1",
        TEXT,
        (gold("taxes will rise", "Mira"), gold("“We lost,”", "Rulo"), gold("The", "Mira")),
    )
    scored = score([item], stub.Analyser({TEXT: reading}))
    found = {name: value_of(metric, 1) for name, metric in scored.metrics.items()}
    # Gold words: taxes will rise, We lost, The (6). Found: will rise, We lost (4), all right.
    assert found["content_precision"] == 1.0
    assert found["content_recall"] == pytest.approx(4 / 6)
    assert found["content_f1"] == pytest.approx(2 * 4 / (6 + 4))
    # "taxes will rise" meets "will rise", whose source holds Mira: right. "We lost" meets the
    # longer of two, whose source is Mira: wrong. "The" meets none and does not count.
    assert found["source_overlap"] == 1 / 2


def test_gold_without_sources_leaves_their_figure_undefined(stub: SimpleNamespace) -> None:
    content = (stub.span_of(TEXT, "We lost"),)
    item = GoldVoices("1", TEXT, (GoldAttribution(content, ()),))
    reading = stub.Reading(attributions=(Attribution(Voice.DIRECT, content),))
    scored = score([item], stub.Analyser({TEXT: reading}))
    assert value_of(scored.metrics["content_f1"], 1) == 1.0
    assert str(value_of(scored.metrics["source_overlap"], 1)) == "nan"
