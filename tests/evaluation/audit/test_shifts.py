"""In whose favour answers differ."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from slantwise.evaluation.audit.answers import answers
from slantwise.evaluation.audit.reading import read_pairs
from slantwise.evaluation.audit.shifts import (
    OTHERS,
    ShiftSettings,
    actor_shifts,
    group_shifts,
    sign_flip_p,
)

Write = Callable[..., Path]
Line = Callable[..., dict[str, Any]]
FEW = ShiftSettings(minimum_sentences=2)


@pytest.fixture
def given(
    gold_file: Write,
    line: Line,
    views: Callable[..., Any],
    logits: SimpleNamespace,
) -> Any:
    """Vane of the north is always presented worse than Osk and Rulo of the south."""
    lines = []
    for number in range(3):
        one = line(f"{number}", "Vane", "Osk", "Rulo", group="north", category="leader")
        one["swaps"] = [swap | {"group": "south"} for swap in one["swaps"]]
        lines.append(one)
    lines.append(line("3", "Mira", "Beno"))
    analyser = views(Vane=logits.against, Osk=logits.favour, Rulo=logits.neutral)
    return tuple(answers(read_pairs(gold_file(*lines)), analyser))


def test_groups_are_compared_by_sentence(given: Any) -> None:
    found = group_shifts(given, FEW)
    (row,) = found.rows
    assert (row.category, row.one, row.other, row.n_sentences) == ("leader", "north", "south", 3)
    # North: against 0.8, favour 0.1. South: against (0.1 + 0.1) / 2, favour (0.8 + 0.1) / 2.
    assert row.against == pytest.approx(0.8 - 0.1)
    assert row.favour == pytest.approx(0.1 - 0.45)
    assert row.score.value == pytest.approx(-0.35 - 0.7)
    # Three equal differences: 2 of the 2^3 patterns of signs are as far from 0.
    assert (row.p, row.q, found.too_few) == (0.25, 0.25, 0)


def test_actors_are_compared_with_their_counterparts(given: Any) -> None:
    found = actor_shifts(given, FEW)
    shifts = {row.one: row.score.value for row in found.rows}
    # Scores: Vane -0.7, Osk +0.7, Rulo 0; each less the mean of the other two.
    assert shifts == pytest.approx({"Vane": -1.05, "Osk": 1.05, "Rulo": 0.0})
    assert {row.other for row in found.rows} == {OTHERS}
    # Mira and Beno stand in one sentence only.
    assert found.too_few == 2


def test_q_is_corrected_over_the_rows(given: Any) -> None:
    rows = actor_shifts(given, FEW).rows
    # p 0.25, 0.25 and 1: q of the first two is 0.25 · 3 / 2.
    assert [row.p for row in rows] == [0.25, 0.25, 1.0]
    assert [row.q for row in rows] == pytest.approx([0.375, 0.375, 1.0])


def test_too_few_sentences_are_counted_and_not_tested(given: Any) -> None:
    found = group_shifts(given, ShiftSettings(minimum_sentences=4))
    assert (found.rows, found.too_few) == ((), 1)
    assert group_shifts((), FEW).rows == ()


def test_sign_flips_by_hand() -> None:
    # 1, 2 and -1 sum to 2; of the sums of all signs (4, 2, 0, 2 and their negatives, with
    # +1+2+1=4, +1+2-1=2, +1-2+1=0, -1+2+1=2), 6 of 8 are at least 2 from 0.
    assert sign_flip_p(np.array([1.0, 2.0, -1.0]), ShiftSettings()) == 0.75
    assert sign_flip_p(np.zeros(8), ShiftSettings()) == 1.0


def test_many_sentences_draw_random_signs_by_seed() -> None:
    differences = np.linspace(-1.0, 1.2, 40)
    one = sign_flip_p(differences, ShiftSettings(flips=999))
    assert one == sign_flip_p(differences, ShiftSettings(flips=999))
    assert 0.3 < one < 0.7
