"""Stance figures with abstentions and failures, by hand."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.stances import StanceAnswer, compare
from slantwise.records import Stance
from slantwise.stance import failed


def test_abstentions_and_failures_count_against_the_headline(stub: SimpleNamespace) -> None:
    answers = [
        StanceAnswer(Stance.AGAINST, stub.judged(0.9, 0.1, 0.0)),  # right
        StanceAnswer(Stance.AGAINST, stub.judged(0.2, 0.8, 0.0)),  # wrong: neutral
        StanceAnswer(Stance.NEUTRAL, stub.judged(0.1, 0.7, 0.2)),  # right
        StanceAnswer(Stance.FAVOUR, stub.judged(0.3, 0.3, 0.4)),  # abstained, likeliest is right
        StanceAnswer(Stance.FAVOUR, failed("no token")),
    ]
    scored = compare(answers)
    found = {name: value_of(metric, 5) for name, metric in scored.metrics.items()}
    assert (scored.n_units, scored.answered, scored.abstained, scored.failed) == (5, 3, 1, 1)
    assert scored.notes == ("1 failed: no token",)
    assert found["accuracy"] == pytest.approx(2 / 5)
    assert found["accuracy_answered"] == pytest.approx(2 / 3)
    # Against: tp 1, gold 2, found 1: 2/3. Neutral: tp 1, gold 1, found 2: 2/3. Favour: 0.
    assert found["macro_f1"] == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    # Answered: no favour in gold or answers, so two classes.
    assert found["macro_f1_answered"] == pytest.approx(2 / 3)
    # Judged, one bin each: |0.9 - 1|, |0.8 - 0|, |0.7 - 1|, |0.4 - 1|, over 4.
    assert found["ece"] == pytest.approx((0.1 + 0.8 + 0.3 + 0.6) / 4)
    # Order 0.9 right, 0.8 wrong, 0.7 right, 0.4 right, failed: risks 0, 1/2, 1/3, 1/4, 2/5.
    # 4 of 5 are answered at 80 %: 1 wrong; 3 at 50 % (2.5 are asked for): 1 wrong.
    assert (found["risk_at_100"], found["risk_at_80"]) == (pytest.approx(2 / 5), 1 / 4)
    assert found["risk_at_50"] == pytest.approx(1 / 3)
    assert found["risk_coverage_area"] == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 4 + 2 / 5) / 5)
