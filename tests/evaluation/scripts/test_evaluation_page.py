"""docs/evaluation.md: what is measured, what is kept, and what the page says of the rest."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from slantwise.encode import Model
from slantwise.evaluation import TASKS

Scripts = Callable[[str], ModuleType]
HEADER = "Sentence,Label\n"


@pytest.fixture
def row(scripts: Scripts) -> Any:
    return next(r for r in scripts("evaluation_page.rows").MEASURED if r.gold == "newssd-test")


@pytest.fixture
def places(scripts: Scripts, tmp_path: Path) -> Any:
    """Places with a release of two invented sentences."""
    folder = tmp_path / "data" / "newssd_eng"
    folder.mkdir(parents=True)
    for split in ("val", "test"):
        text = HEADER + "The mayor is a clown.,SUBJ\nThe mayor spoke.,OBJ\n"
        (folder / f"{split}.csv").write_text(text, "utf-8")
    here = scripts("evaluation_page.measuring").Places
    return here(tmp_path / "data", tmp_path / "corpora", tmp_path / "kept")


@pytest.fixture
def analyser(stub: SimpleNamespace) -> Any:
    return stub.Analyser({}, {"bias": {"clown": 0.9}})


@pytest.fixture
def measure(scripts: Scripts, row: Any, places: Any, analyser: Any) -> Callable[[], Any]:
    def run() -> tuple[Any, list[str]]:
        said: list[str] = []
        found = scripts("evaluation_page.measuring").measured(row, analyser, places, said.append)
        return found, said

    return run


def test_rows_are_unique_and_can_be_made(scripts: Scripts) -> None:
    rows = scripts("evaluation_page.rows").MEASURED
    assert len({row.key for row in rows}) == len(rows)
    assert {row.release for row in rows} <= set(scripts("gold.table").RELEASES)
    assert {row.task for row in rows} == set(TASKS)


def test_sets_that_models_learn_from_are_no_rows(scripts: Scripts) -> None:
    names = {row.gold for row in scripts("evaluation_page.rows").MEASURED}
    assert not names & {"babe", "framing-train", "newsmtsc-train", "ptc-train"}


def test_figures_are_measured_once_and_kept(
    measure: Callable[[], Any], analyser: Any, places: Any
) -> None:
    first, said = measure()
    # One of two is biased and the stub says so of the same one.
    assert first["metrics"]["macro_f1"]["value"] == 1.0
    assert said == ["newssd-test.framing-sentences: measuring 2 items"]
    asked = len(analyser.encoder.asked)
    again, said = measure()
    assert (again, said) == (first, ["newssd-test.framing-sentences: kept"])
    assert len(analyser.encoder.asked) == asked
    # No text of the release is kept.
    kept = [path.read_text("utf-8") for path in places.kept.rglob("*") if path.is_file()]
    assert len(kept) == 1 and "clown" not in kept[0]


def test_other_gold_or_settings_are_measured_anew(
    measure: Callable[[], Any], analyser: Any, places: Any
) -> None:
    measure()
    (places.data / "newssd_eng" / "test.csv").write_text(HEADER + "A clown.,OBJ\n", "utf-8")
    other, said = measure()
    assert said == ["newssd-test.framing-sentences: measuring 1 items"]
    assert other["metrics"]["accuracy"]["value"] == 0.0
    analyser.signature = lambda: {"model": "stub", "model_digest": "0" * 64, "lexicon_digest": "1"}
    assert measure()[1] == ["newssd-test.framing-sentences: measuring 1 items"]


def model_in(folder: Path) -> Model:
    (folder / "settings.json").write_text('{"training": {"recipe_sha256": "abc"}}', "utf-8")
    return Model("tiny", folder, 16, (16,), ("any",), {}, "f" * 64)


def test_a_row_names_all_that_a_reader_needs(
    scripts: Scripts, row: Any, measure: Callable[[], Any], tmp_path: Path
) -> None:
    pages = scripts("evaluation_page.page")
    published = scripts("evaluation_page.rows").Published("0.7", "A and B, 2021")
    shown = replace(row, metrics={"macro_f1": published, "none": None})
    result, _ = measure()
    cells, undefined = pages.measured_rows(shown, result, model_in(tmp_path))
    assert undefined[4:7] == ["none", "not defined on this gold", ""]
    assert cells == [
        *("framing-sentences", "NewsSD-ENG", "test", "2", "macro_f1", "1.000"),
        f"{result['metrics']['macro_f1']['low']:.3f} to 1.000",
        "`000000000000`",
        "`slantwise evaluate framing-sentences newssd-test.framing-sentences.jsonl --model tiny`",
        *("0.7", "A and B, 2021"),
    ]
    (cells,) = pages.measured_rows(row, None, model_in(tmp_path))
    assert cells[5] == "not measured yet" and len(cells) == len(pages.HEADS)


def test_cross_validation_is_shown_where_it_is_of_the_models_recipe(
    scripts: Scripts, tmp_path: Path
) -> None:
    pages, rows = scripts("evaluation_page.page"), scripts("evaluation_page.rows")
    source, model = rows.CROSS_VALIDATED[0], model_in(tmp_path)
    (cells,) = pages.folded_rows(source, model)
    assert cells[5] == "not measured yet" and len(cells) == len(pages.HEADS)
    bias = {
        "n": 9,
        "macro_f1": 0.8,
        "macro_f1_at_half_lowest_fold": 0.7,
        "macro_f1_at_half_highest_fold": 0.9,
        "mcc": 0.6,
        "mcc_low": 0.5,
        "mcc_high": 0.65,
    }
    folds = {"recipe_sha256": "abc", "n_folds": 5, "figures": {"bias": bias}}
    (tmp_path / source.file).write_text(json.dumps(folds), "utf-8")
    one, two = pages.folded_rows(source, model)
    assert one[3:7] == ["9", "macro_f1, 5 folds", "0.800", "folds 0.700 to 0.900 (at 0.5)"]
    assert two[4:7] == ["mcc, 5 folds", "0.600", "0.500 to 0.650"]
    (tmp_path / source.file).write_text(json.dumps(folds | {"recipe_sha256": "x"}), "utf-8")
    (cells,) = pages.folded_rows(source, model)
    assert cells[5] == "not measured yet (crossvalidation.json is of another recipe)"


def test_the_page_stands_without_any_figure(scripts: Scripts, tmp_path: Path) -> None:
    pages = scripts("evaluation_page.page")
    text = pages.page({"tiny": (model_in(tmp_path), lambda row: None)})
    assert "## `tiny`" in text
    rows = scripts("evaluation_page.rows")
    n_rows = len(rows.MEASURED) + len(rows.CROSS_VALIDATED)
    assert text.count("not measured yet") == n_rows
    tables = [line for line in text.split("\n") if line.startswith("|")]
    assert {line.count(" | ") for line in tables} == {len(pages.HEADS) - 1}
