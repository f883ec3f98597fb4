"""A teacher's labels on disk: what it said comes back, and it is not asked twice."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from slantwise.train import soft_labels
from slantwise.train.examples import SoftLabels, SoftPair
from slantwise.train.soft_labels import kept_labels


def said_of(text: str) -> SoftLabels:
    return SoftLabels(
        tasks=frozenset({"stance", "directed"}),
        bias=0.1,
        tokens=np.full((len(text), 35), 0.3, dtype=np.float16),
        nouns=(1, 2),
        pairs=(SoftPair((1,), (2, 3), (0.25, -1.0, 2.0)),),
    )


class Teacher:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[SoftLabels]:
        self.asked += texts
        return [said_of(text) for text in texts]


def test_labels_come_back_as_they_were_said(tmp_path: Path) -> None:
    texts = ["one", "three"]
    for labels in (
        kept_labels(texts, Teacher(), tmp_path, "teacher"),
        kept_labels(texts, Teacher(), tmp_path, "teacher"),
    ):
        assert [len(label.tokens) for label in labels] == [3, 5]
        for label, text in zip(labels, texts, strict=True):
            expected = said_of(text)
            assert np.array_equal(label.tokens, expected.tokens)
            assert label.tokens.dtype == np.float16
            assert (label.tasks, label.bias, label.nouns, label.pairs) == (
                expected.tasks,
                expected.bias,
                expected.nouns,
                expected.pairs,
            )


def test_a_training_cut_off_asks_only_for_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soft_labels, "SLICE", 2)
    kept_labels(["a", "b"], Teacher(), tmp_path, "teacher")
    teacher = Teacher()
    labels = kept_labels(["a", "b", "ccc"], teacher, tmp_path, "teacher")
    assert teacher.asked == ["ccc"]
    assert [len(label.tokens) for label in labels] == [1, 1, 3]


def test_another_teacher_is_asked_anew(tmp_path: Path) -> None:
    kept_labels(["a"], Teacher(), tmp_path, "teacher")
    teacher = Teacher()
    kept_labels(["a"], teacher, tmp_path, "another")
    assert teacher.asked == ["a"]


def test_no_sentences_ask_nobody(tmp_path: Path) -> None:
    assert kept_labels([], Teacher(), tmp_path, "teacher") == []
