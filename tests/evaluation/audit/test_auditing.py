"""From a pairs file to an audit."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from slantwise.errors import GoldError
from slantwise.evaluation.audit import audit

Write = Callable[..., Path]
Line = Callable[..., dict[str, Any]]


@pytest.fixture
def found(gold_file: Write, line: Line, views: Any, logits: SimpleNamespace) -> Any:
    first = line("1", "Vane", "Osk", "Rulo", split="dev", loaded=False, portrayal="neutral")
    first["swaps"][0]["alike"] = True
    path = gold_file(first, line("2", "Vane", "Rulo", split="test", category="leader"))
    told: list[int] = []
    analyser = views(Vane=logits.against, Osk=logits.favour, Rulo=logits.against)
    result = audit(path, analyser, progress=told.append)
    assert told == [1, 2]
    return result


def test_strata_are_those_the_file_names(found: Any) -> None:
    assert {row.stratum: (row.n_sentences, row.n_pairs) for row in found.rates} == {
        "all": (2, 3),
        "split: dev": (1, 2),
        "split: test": (1, 1),
        "category: leader": (1, 1),
        "portrayal: neutral": (1, 2),
        "loaded words: no": (1, 2),
        "alike: yes": (1, 1),
    }
    changed = {row.stratum: row.figures["stance_changed"].value for row in found.rates}
    assert changed["all"] == pytest.approx(1 / 3)
    assert (changed["split: dev"], changed["split: test"]) == (0.5, 0.0)


def test_the_audit_as_plain_data(found: Any) -> None:
    data = json.loads(json.dumps(found.to_dict()))
    assert set(data) == {"pairs", "signature", "rates", "groups", "actors", "worst"}
    assert (data["pairs"]["n_sentences"], data["pairs"]["n_pairs"]) == (2, 3)
    assert data["signature"]["model"] == "stub"
    assert data["signature"]["audit_minimum_sentences"] == "8"
    (worst,) = data["worst"]
    assert (worst["before"]["stance"], worst["after"]["stance"]) == ("against", "favour")
    assert worst["after"]["text"] == "Osk met the press."


def test_the_input_is_refused_before_anything_is_judged(tmp_path: Path, views: Any) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        audit(tmp_path / "none.jsonl", views())
