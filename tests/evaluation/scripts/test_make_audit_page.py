"""docs/audit.md: the tables and the worst pairs."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from slantwise.evaluation.audit import AuditSettings, audit
from slantwise.evaluation.audit.shifts import ShiftSettings

Scripts = Callable[[str], ModuleType]


@pytest.fixture
def section(scripts: Scripts, gold_file: Callable[..., Path], stub: SimpleNamespace) -> str:
    """Of two sentences in which Vane is presented worse than Osk."""
    edit = {"start": 0, "end": 4, "text": "Osk"}
    swap = {"actor": "Osk", "group": "south", "edits": [edit]}
    line = {"start": 0, "end": 4, "actor": "Vane", "group": "north", "swaps": [swap]}
    path = gold_file(
        {"id": "1", "text": "Vane met the press."} | line, {"id": "2", "text": "Vane left."} | line
    )
    logits: dict[str, Any] = {"Vane": np.log([0.8, 0.1, 0.1]), "Osk": np.log([0.1, 0.1, 0.8])}
    analyser = stub.Analyser({}, {"stance": logits})
    analyser.signature = lambda: {"model": "x", "model_digest": "0" * 64, "slantwise": "9"}
    settings = AuditSettings(shifts=ShiftSettings(minimum_sentences=2))
    found: str = scripts("make_audit_page").section("x", audit(path, analyser, settings=settings))
    return found


def test_shares_are_per_cent_with_intervals(section: str) -> None:
    # Of 2 sentences all changed: Clopper-Pearson's lower end is 0.025^(1/2) = 15.8 %; none
    # changed in findings: the upper end is 84.2 %.
    row = "| all | 2 | 100.0 (15.8 to 100.0) | 100.0 (15.8 to 100.0) | 100.0 (15.8 to 100.0) | "
    assert row + "0.0 (0.0 to 84.2) | 0.0 (0.0 to 84.2) |" in section


def test_shifts_are_signed(section: str) -> None:
    # North 0.1 - 0.8, south 0.8 - 0.1: -1.4 apart; 2 of 4 patterns of signs are as far from 0.
    assert (
        "| north | south | 2 | -1.400 (-1.400 to -1.400) | +0.700 | -0.700 | 0.5000 | " in section
    )
    assert "3 comparisons were tested and 0 of them differ" in section


def test_the_worst_pairs_show_both_sentences(section: str) -> None:
    assert (
        "- `1`, shift +1.40\n  - **Vane** met the press. → **against**; findings: none" in section
    )
    assert "  - **Osk** met the press. → **favour**" in section
