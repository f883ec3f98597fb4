"""One call from gold file to metrics file."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from slantwise.errors import GoldError
from slantwise.evaluation import TASKS, Bootstrap, Figure, evaluate
from slantwise.evaluation.gold import FORMS

Write = Callable[..., Path]

LINES = [
    {"id": "1", "text": "Rulo slammed Mira.", "start": 0, "end": 4, "stance": "against"},
    {"id": "2", "text": "Rulo slammed Mira.", "start": 13, "end": 17, "stance": "favour"},
    {"id": "3", "text": "Rulo spoke.", "start": 5, "end": 10, "stance": "neutral"},
]
SAID = {"stance": {"Rulo": [3.0, 0.0, 0.0], "Mira": [3.0, 0.0, 0.0]}}


def test_every_form_has_a_task() -> None:
    assert list(TASKS) == list(FORMS)


def test_the_metrics_file(gold_file: Write, stub: SimpleNamespace) -> None:
    path, told = gold_file(*LINES), []
    evaluation = evaluate(
        "stance-mentions",
        path,
        stub.Analyser(said=SAID),
        bootstrap=Bootstrap(resamples=200, seed=7),
        progress=told.append,
    )
    data = evaluation.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert list(data) == [
        "task", "gold", "scored", "abstained", "failed", "signature", "metrics"
    ]  # fmt: skip
    assert data["task"] == "stance-mentions"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert data["gold"] == {"path": str(path), "sha256": digest, "n": 3}
    # Right, wrong, abstained (a third each).
    assert (data["scored"], data["abstained"], data["failed"]) == (2, 1, 0)
    assert data["signature"] == {
        "model": "stub",
        "model_digest": "0" * 64,
        "bootstrap_resamples": "200",
        "bootstrap_level": "0.95",
        "bootstrap_seed": "7",
    }
    accuracy = data["metrics"]["accuracy"]
    assert accuracy["value"] == pytest.approx(1 / 3)
    assert accuracy["low"] == 0.0
    assert 0.6 < accuracy["high"] <= 1.0
    assert data["metrics"]["accuracy_answered"]["value"] == 0.5
    assert told == [1, 2, 3]
    assert evaluation.notes == ()


def test_the_same_call_gives_the_same_figures(gold_file: Write, stub: SimpleNamespace) -> None:
    path, analyser = gold_file(*LINES), stub.Analyser(said=SAID)
    first = evaluate("stance-mentions", path, analyser)
    assert evaluate("stance-mentions", path, analyser) == first
    assert first.signature["bootstrap_resamples"] == "1000"


def test_figures_that_are_not_defined_are_named(gold_file: Write, stub: SimpleNamespace) -> None:
    path = gold_file({"id": "1", "text": "Rulo spoke.", "biased": False})
    evaluation = evaluate("framing-sentences", path, stub.Analyser())
    assert evaluation.metrics["accuracy"] == Figure(1.0, 1.0, 1.0)
    assert "auc" not in evaluation.metrics
    assert evaluation.notes == ("left out, since not defined on this gold: auc, biased_f1",)


@pytest.mark.parametrize("task", [task for task in TASKS if task != "articles"])
def test_an_analyser_that_says_nothing_is_scored(
    task: str, gold_file: Write, stub: SimpleNamespace
) -> None:
    line = {
        "framing-sentences": {"text": "A vote.", "biased": True},
        "framing-spans": {"text": "A vote.", "spans": [{"start": 2, "end": 6}]},
        "stance-mentions": {"text": "A vote.", "start": 2, "end": 6, "stance": "favour"},
        "stance-directed": {
            "text": "A vote.",
            "holder": {"start": 0, "end": 1},
            "target": {"start": 2, "end": 6},
            "stance": "favour",
        },
        "stance-articles": {"text": "A vote.", "actor": "A", "stance": "favour"},
        "actors": {"text": "A vote.", "mentions": [{"start": 2, "end": 6, "actor": "a"}]},
        "voice": {"text": "A vote.", "attributions": [{"content": [[2, 6]], "source": []}]},
        "agency": {
            "text": "A vote.",
            "harms": [{"start": 2, "end": 6, "form": "active", "doer": "A"}],
        },
    }[task]
    evaluation = evaluate(task, gold_file({"id": "1", **line}), stub.Analyser())
    assert evaluation.gold.n == 1
    assert evaluation.scored + evaluation.abstained + evaluation.failed == 1
    headline = {
        "framing-spans": "token_f1",
        "voice": "content_f1",
        "actors": "linking_f1",
        "agency": "agency_f1",
    }.get(task, "macro_f1")
    assert evaluation.metrics[headline].value == 0.0


def test_an_unknown_task_and_a_missing_file_are_refused(
    tmp_path: Path, stub: SimpleNamespace
) -> None:
    with pytest.raises(GoldError, match="there is no task 'stance'; expected framing-sentences, "):
        evaluate("stance", tmp_path / "gold.jsonl", stub.Analyser())
    with pytest.raises(GoldError, match=r"gold\.jsonl cannot be read"):
        evaluate("voice", tmp_path / "gold.jsonl", stub.Analyser())
