"""Stance at marked mentions: the same answers as `Analyser.stance`, batched."""

from math import exp
from types import SimpleNamespace

import pytest

from slantwise.evaluation.items import GoldMention
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.stance_mentions import score
from slantwise.records import Span, Stance

TEXT = "Rulo Vane slammed Mira, —"


def test_mentions_of_one_sentence_share_a_pass(stub: SimpleNamespace) -> None:
    logits = {"Rulo": [4.0, 0.0, 0.0], "Vane": [0.0, 0.0, 0.0], "Mira": [0.0, 0.0, 3.0]}
    analyser = stub.Analyser(said={"stance": logits})
    items = [
        # Mean logits of two tokens: (2, 0, 0).
        GoldMention("1", TEXT, Span(0, 9), Stance.AGAINST),
        GoldMention("2", TEXT, Span(18, 22), Stance.NEUTRAL),
        # A word without logits of its own: a third each, below the line of 0.5.
        GoldMention("3", TEXT, Span(10, 17), Stance.NEUTRAL),
        # A dash: the stub has no token there.
        GoldMention("4", TEXT, Span(24, 25), Stance.NEUTRAL),
    ]
    scored = score(items, analyser)
    assert analyser.encoder.asked == [[TEXT]]
    assert (scored.answered, scored.abstained, scored.failed) == (2, 1, 1)
    assert scored.notes == ("1 failed: the encoder has no token at the mention",)
    assert value_of(scored.metrics["accuracy"], 4) == 1 / 4
    # Probabilities: e²/(e²+2) of "against", right; e³/(e³+2) of "favour", wrong; 1/3 of the
    # first class, wrong. Each in a bin of its own.
    right, wrong = exp(2) / (exp(2) + 2), exp(3) / (exp(3) + 2)
    expected = (1 - right + wrong + 1 / 3) / 3
    assert value_of(scored.metrics["ece"], 4) == pytest.approx(expected, abs=1e-6)


def test_items_are_left_as_they_were(stub: SimpleNamespace) -> None:
    items = (GoldMention("1", TEXT, Span(0, 4), Stance.AGAINST),)
    score(items, stub.Analyser())
    assert items == (GoldMention("1", TEXT, Span(0, 4), Stance.AGAINST),)
