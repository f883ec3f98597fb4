"""Sentence bias at the head's threshold, texts of several sentences included."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.items import GoldSentence
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.framing_sentences import score


def test_a_text_is_as_biased_as_its_most_biased_sentence(stub: SimpleNamespace) -> None:
    analyser = stub.Analyser(said={"bias": {"brutal": 0.9, "so-called": 0.6, "odd": 0.55}})
    items = [
        GoldSentence("1", "The vote was held. A brutal raid followed.", biased=True),
        GoldSentence("2", "The so-called board met.", biased=True),
        GoldSentence("3", "An odd vote was held.", biased=False),
        GoldSentence("4", "A brutal winter ended.", biased=False),
    ]
    scored = score(items, analyser)
    found = {name: value_of(metric, 4) for name, metric in scored.metrics.items()}
    # Probabilities 0.9, 0.6, 0.55, 0.9 against threshold 0.6: yes, yes, no, yes.
    assert found["accuracy"] == 0.75
    # Biased: tp 2, gold 2, found 3: 4/5. Not: tp 1, gold 2, found 1: 2/3.
    assert found["macro_f1"] == pytest.approx((4 / 5 + 2 / 3) / 2)
    # tp 2, tn 1, fp 1, fn 0: 2*1 / sqrt(3 * 2 * 2 * 1).
    assert found["mcc"] == pytest.approx(2 / 12**0.5)
    # True 0.9 beats 0.55, ties 0.9; true 0.6 beats 0.55, loses to 0.9: 2.5 of 4.
    assert found["auc"] == 2.5 / 4
    # Bin of 0.9: |1.8 - 1|; of 0.6 and 0.55 (both in 8/15..9/15): |1.15 - 1|; over 4.
    assert found["ece"] == pytest.approx((0.8 + 0.15) / 4)
    assert (scored.answered, scored.abstained, scored.failed) == (4, 0, 0)
    assert analyser.encoder.asked == [
        [
            "The vote was held.",
            "A brutal raid followed.",
            "The so-called board met.",
            "An odd vote was held.",
            "A brutal winter ended.",
        ]
    ]
