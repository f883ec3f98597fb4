"""Findings and raw heads against gold spans, by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from slantwise.evaluation.items import GoldPassage, GoldSpan
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.framing_spans import score, token_spans
from slantwise.records import Kind, Span, Voice

ONE = "AD. Rulo brutally slammed so-called experts."
TWO = "The vote was held."


def passages(stub: SimpleNamespace) -> list[GoldPassage]:
    def gold(part: str, kind: Kind | None, *actors: str) -> GoldSpan:
        return GoldSpan(stub.span_of(ONE, part), kind, actors, Voice.OUTLET)

    return [
        GoldPassage(
            "1",
            ONE,
            (
                gold("slammed", Kind.CHARGED_VERB, "Rulo"),
                gold("so-called", Kind.DISCREDITING, "experts"),
                gold("AD", None),
            ),
        ),
        GoldPassage("2", TWO, ()),
    ]


def analyser(stub: SimpleNamespace) -> object:
    cleaned = ONE[4:]
    findings = (
        stub.finding(stub.span_of(cleaned, "brutally slammed"), Kind.CHARGED_VERB, "id:Rulo"),
        stub.finding(
            stub.span_of(cleaned, "so-called experts"), Kind.LABEL, "id:Rulo", voice=Voice.DIRECT
        ),
    )
    reading = stub.Reading(findings=findings, actors=(stub.actor("Rulo"),), removed="AD. ")
    on_two = stub.Reading(findings=(stub.finding(stub.span_of(TWO, "held"), Kind.AGENCY),))
    said = {
        "loaded": {"slammed": 0.5, "so": 0.2, "called": 0.9, "vote": 0.49},
        "technique": {"brutally": [0.9, 0.1], "slammed": [0.0, 0.4], "experts": [0.0, 0.31]},
    }
    return stub.Analyser({ONE: reading, TWO: on_two}, said)


def test_figures_of_findings(stub: SimpleNamespace) -> None:
    scored = score(passages(stub), analyser(stub))
    found = {name: value_of(metric, 2) for name, metric in scored.metrics.items()}
    # Gold words: slammed, so-called, AD (3). Found: brutally, slammed, so-called, experts and
    # held (5). Both: 2.
    assert found["token_precision"] == 2 / 5
    assert found["token_recall"] == pytest.approx(2 / 3)
    assert found["token_f1"] == 2 * 2 / (3 + 5)
    # "brutally slammed" (16 characters) holds slammed (7), "so-called experts" (17) so-called
    # (9), "held" nothing. Recall: 1 + 1 + 0 of 3.
    precision, recall = (7 / 16 + 9 / 17) / 3, 2 / 3
    assert found["span_precision"] == pytest.approx(precision)
    assert found["span_recall"] == pytest.approx(recall)
    assert found["span_f1"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_kinds_actors_and_voices_given_a_right_span(stub: SimpleNamespace) -> None:
    scored = score(passages(stub), analyser(stub))
    found = {name: value_of(metric, 2) for name, metric in scored.metrics.items()}
    # Charged verb as charged verb: F1 1. Discrediting as label: 0 and 0. Agency hits no gold.
    assert found["kind_f1_charged-verb"] == 1.0
    assert found["kind_f1_discrediting"] == found["kind_f1_label"] == 0.0
    assert "kind_f1_agency" not in found
    assert found["kind_macro_f1"] == pytest.approx(1 / 3)
    # Rulo is hit; the experts are no actor of the article. One voice of two is the outlet's.
    assert found["actor_accuracy"] == found["voice_accuracy"] == 1 / 2
    assert scored.notes == ("1 of 2 actors of loaded spans were not met as actors in the text",)


def test_figures_of_heads(stub: SimpleNamespace) -> None:
    scored = score(passages(stub), analyser(stub))
    found = {name: value_of(metric, 2) for name, metric in scored.metrics.items()}
    # `loaded` at 0.5: slammed and "called", which touches the word so-called: both right, of 3.
    assert found["loaded_token_precision"] == 1.0
    assert found["loaded_token_recall"] == pytest.approx(2 / 3)
    assert found["loaded_token_f1"] == pytest.approx(2 * 2 / (3 + 2))
    # "slammed" whole; "called" is 6 of the 9 characters of so-called.
    recall = (1 + 6 / 9 + 0) / 3
    assert found["loaded_span_f1"] == pytest.approx(2 * recall / (1 + recall))
    # `technique`, any, at 0.3: slammed and experts; one right of two.
    assert found["technique_token_precision"] == 1 / 2
    assert found["technique_token_recall"] == pytest.approx(1 / 3)


def test_gold_without_labels_leaves_their_figures_undefined(stub: SimpleNamespace) -> None:
    scored = score([GoldPassage("1", TWO, (GoldSpan(Span(13, 17)),))], analyser(stub))
    assert value_of(scored.metrics["token_f1"], 1) == 1.0
    for name in ("kind_macro_f1", "actor_accuracy", "voice_accuracy"):
        assert np.isnan(value_of(scored.metrics[name], 1))


def test_tokens_side_by_side_make_one_span() -> None:
    tokens = np.array([[0, 2], [3, 5], [5, 6], [8, 9], [12, 14]])
    marked = np.array([True, False, True, True, True])
    # 5..6 and 8..9 stand two characters apart, 0..2 and 5..6, 8..9 and 12..14 three.
    assert token_spans(tokens, marked) == [Span(0, 2), Span(5, 9), Span(12, 14)]


def test_any_of_several_actors_is_right(stub: SimpleNamespace) -> None:
    span = stub.span_of(ONE, "slammed")
    scored = score(
        [
            GoldPassage("1", ONE, (GoldSpan(span, actors=("experts", "Rulo")),)),
            GoldPassage("2", ONE, (GoldSpan(span, actors=("experts",)),)),
        ],
        analyser(stub),
    )
    # The finding on "slammed" falls on Rulo, whom only the first line names: 1 of 2.
    assert value_of(scored.metrics["actor_accuracy"], 2) == 0.5
