import math

import numpy as np
import pytest

from slantwise.records import SentenceOutputs, Span, Stance, State
from slantwise.stance import from_logits, judge


def outputs(stance: list[list[float]], tokens: list[list[int]]) -> SentenceOutputs:
    n = len(tokens)
    empty = np.zeros((n, 1), dtype=np.float32)
    return SentenceOutputs(
        bias=0.0,
        tokens=np.array(tokens, dtype=np.int64).reshape(-1, 2),
        loaded=np.zeros(n, dtype=np.float32),
        kind=empty,
        technique=empty,
        stance=np.array(stance, dtype=np.float32).reshape(-1, 3),
        holder=empty,
        target=empty,
        attributed=empty,
    )


def test_the_logits_of_a_mention_are_the_mean_over_its_tokens():
    # tokens at 0..3, 4..7, 8..11; the mention 4..11 holds the last two:
    # mean logits (2, 0, 0) → softmax e² / (e² + 2) = 7.389 / 9.389 = 0.787
    out = outputs([[9, 0, 0], [3, 1, 0], [1, -1, 0]], [[0, 3], [4, 7], [8, 11]])
    judgement = judge(out, Span(4, 11), abstain_below=0.5)
    assert judgement.label is Stance.AGAINST
    assert judgement.against == pytest.approx(math.exp(2) / (math.exp(2) + 2))
    assert judgement.neutral == pytest.approx(1 / (math.exp(2) + 2))


def test_below_the_threshold_no_stance_is_named():
    judgement = from_logits(np.array([0.1, 0.0, 0.0]), abstain_below=0.5)
    assert judgement.abstained
    assert judgement.label is None
    assert judgement.against > judgement.neutral


def test_a_mention_without_a_token_fails_with_a_reason():
    judgement = judge(outputs([[1, 0, 0]], [[0, 3]]), Span(5, 8), abstain_below=0.0)
    assert judgement.state is State.FAILED
    assert "no token" in judgement.reason


def test_the_first_of_equals_wins():
    assert from_logits(np.zeros(3), abstain_below=0.0).label is Stance.AGAINST
