"""Directed stance from the factors of holder and target, by hand."""

from dataclasses import replace
from math import exp
from types import SimpleNamespace

import pytest

from slantwise.encode import Head
from slantwise.errors import ModelError
from slantwise.evaluation.items import GoldPair
from slantwise.evaluation.tasks.stance_directed import judge_pair, score
from slantwise.records import Span, Stance, State

TEXT = "Rulo Vane slammed Mira."
SAID = {
    # Classes against, neutral, favour; rank 2.
    "holder": {"Rulo": [[2, 0], [0, 0], [0, 0]], "Vane": [[2, 4], [0, 0], [0, 2]]},
    "target": {"Mira": [[1, 1], [5, 5], [3, -1]]},
}
PAIR = GoldPair("1", TEXT, Span(0, 9), Span(18, 22), Stance.AGAINST)


def test_factors_are_averaged_over_the_mention_and_summed_over_the_rank(
    stub: SimpleNamespace,
) -> None:
    (outputs,) = stub.Analyser(said=SAID).encoder.encode([TEXT])
    # Mean holder factors: [[2, 2], [0, 0], [0, 1]]. Logits: 2*1 + 2*1 = 4; 0; 0*3 + 1*-1 = -1.
    # At temperature 2: 2, 0, -0.5.
    judgement = judge_pair(outputs, PAIR, Head(temperature=2.0))
    total = exp(2) + 1 + exp(-0.5)
    assert judgement.label is Stance.AGAINST
    found = (judgement.against, judgement.neutral, judgement.favour)
    assert found == pytest.approx((exp(2) / total, 1 / total, exp(-0.5) / total))


def test_direction_matters_and_doubt_abstains(stub: SimpleNamespace) -> None:
    (outputs,) = stub.Analyser(said=SAID).encoder.encode([TEXT])
    back = GoldPair("2", TEXT, holder=PAIR.target, target=PAIR.holder, stance=Stance.NEUTRAL)
    # Mira holds nothing: three equal logits, a third each, below 0.4.
    assert judge_pair(outputs, back, Head(abstain_below=0.4)).state is State.ABSTAINED


def test_a_mention_without_token_fails(stub: SimpleNamespace) -> None:
    items = [PAIR, GoldPair("2", TEXT, PAIR.holder, Span(22, 23), Stance.NEUTRAL)]
    scored = score(items, stub.Analyser(said=SAID))
    assert (scored.answered, scored.abstained, scored.failed) == (1, 0, 1)
    assert scored.notes == ("1 failed: the encoder has no token at the target",)


def test_a_model_without_the_head_is_refused(stub: SimpleNamespace) -> None:
    analyser = stub.Analyser()
    heads = {"stance": Head()}
    analyser.encoder.model = replace(analyser.encoder.model, heads=heads)
    with pytest.raises(ModelError, match="not taught directed stance"):
        score([], analyser)
