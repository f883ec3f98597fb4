"""Intervals beside the figures of a cross-validation on BABE."""

from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest

pytest.importorskip("torch")

from slantwise.evaluation.metrics.ratios import value_of
from slantwise.train.crossvalidate import FoldItems, Pooled, crossvalidated
from slantwise.train.items import Items

Scripts = Callable[[str], ModuleType]


def items(logits: list[float], gold: list[int]) -> Items:
    return Items(np.array(logits), np.array(gold), np.zeros(len(gold), dtype=np.int64))


def fold(shift: float) -> FoldItems:
    bias = items([3 + shift, -3.0, 2.0, -2 - shift], [1, 0, 1, 0])
    words = items([4.0, -4.0, 4.0, -3.0, -4.0, 4.0], [1, 0, 0, 0, 0, 1])
    return FoldItems(bias, words, words, np.array([2, 1, 1, 2]), ("north",))


def test_words_count_with_their_sentence(scripts: Scripts) -> None:
    # Sentences of 2, 1 and 2 words; gold 2 words, found 3, both 2: F1 = 4 / 5.
    gold = np.array([True, False, False, False, True])
    found = np.array([True, False, True, False, True])
    pooled = Pooled(np.full(5, 0.5), found, gold)
    metric = scripts("crossvalidate_babe").word_f1(pooled, np.array([2, 1, 2]))
    assert value_of(metric, 3) == pytest.approx(0.8)
    # The second sentence drawn alone holds one false word and nothing else.
    assert metric(np.array([[0.0, 1.0, 0.0]]))[0] == 0.0


def test_intervals_hold_the_figures(scripts: Scripts) -> None:
    parts = [fold(0.0), fold(0.5)]
    figures, found = crossvalidated(parts), scripts("crossvalidate_babe").intervals(parts)
    for head, metric in (("bias", "macro_f1"), ("bias", "mcc"), ("loaded", "f1")):
        one = found[head][metric]
        assert one.value == pytest.approx(figures[head][metric])
        assert one.low <= one.value <= one.high
    # Of three words called loaded one is not, in both folds: 2 * 4 / (4 + 6) = 0.8.
    assert figures["loaded"]["f1"] == pytest.approx(0.8)
    assert found["loaded"]["f1"].low < 0.8
