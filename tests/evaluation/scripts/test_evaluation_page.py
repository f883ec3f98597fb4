"""docs/evaluation.md: what is measured, what is kept, and what the page says of the rest."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from slantwise.encode import Head, Model
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


def test_a_set_that_a_model_learned_from_gives_no_figure_of_it(
    scripts: Scripts, places: Any, tmp_path: Path
) -> None:
    rows, measuring = scripts("evaluation_page.rows"), scripts("evaluation_page.measuring")
    names = {row.gold for row in rows.MEASURED if not row.learned_as}
    assert not names & {"babe", "framing-train", "newsmtsc-train", "ptc-train"}
    babe = next(row for row in rows.MEASURED if row.gold == "babe")
    (places.data / "babe").mkdir()
    assert measuring.obstacle(babe, model_in(tmp_path), places) == ""
    model = model_in(tmp_path, data=["newsmtsc train", "babe train"])
    assert measuring.obstacle(babe, model, places) == "the model has learned from babe train"


def test_what_stands_in_the_way_is_said(
    scripts: Scripts, row: Any, places: Any, tmp_path: Path
) -> None:
    rows, measuring = scripts("evaluation_page.rows"), scripts("evaluation_page.measuring")
    directed = next(r for r in rows.MEASURED if r.task == "stance-directed")
    model = model_in(tmp_path)
    assert measuring.obstacle(row, model, places) == ""
    said = measuring.obstacle(directed, model, places)
    assert said == f"there is no {places.data / 'directed_sentiment'}"
    (places.data / "directed_sentiment").mkdir()
    assert measuring.obstacle(directed, model, places) == "the model has no head directed"


def test_lines_of_another_set_stand_after_those_scored(scripts: Scripts, tmp_path: Path) -> None:
    rows, measuring = scripts("evaluation_page.rows"), scripts("evaluation_page.measuring")
    for folder, text in (("one", "A.,SUBJ"), ("two", "B.,OBJ")):
        (tmp_path / folder).mkdir()
        for split in ("val", "test"):
            (tmp_path / folder / f"{split}.csv").write_text(f"{HEADER}{text}\n", "utf-8")
    among = rows.Measured(
        *("framing-sentences", "newssd", "one", "newssd-test", "One among two", "test", {}),
        beside=rows.Beside("newssd", "two", "newssd-val"),
    )
    gold = measuring.gold_of(among, measuring.Places(tmp_path, tmp_path, tmp_path))
    assert [line["text"] for line in gold.lines] == ["A.", "B."]
    assert gold.file_name == f"{among.key}.jsonl"
    assert among.key == "newssd-test-among-newssd-val.framing-sentences"


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


def test_other_code_is_measured_anew(
    measure: Callable[[], Any], scripts: Scripts, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure()
    monkeypatch.setattr(scripts("evaluation_page.measuring"), "code_of", lambda task: "other")
    found, said = measure()
    assert said == ["newssd-test.framing-sentences: measuring 2 items"]
    assert found["code"] == "other"


def test_code_is_told_by_what_it_does(scripts: Scripts, tmp_path: Path) -> None:
    code = scripts("evaluation_page.code")
    digests = []
    for text in ("X = 1\n", '"""What X is."""\nX = 1  # one\n', "X = 2\n"):
        source = tmp_path / str(len(digests))
        for package in ("records", "duplicates", "events", "evaluation/audit"):
            (source / package).mkdir(parents=True)
        (source / "events" / "settings.py").write_text(text, "utf-8")
        (source / "evaluation" / "audit" / "pairs.py").write_text(text, "utf-8")
        digests.append(code.code_of("articles", source))
    assert digests[0] == digests[1] != digests[2]
    assert set(code.TAKE_PART) == set(TASKS)


def test_every_set_at_hand_is_measured(
    scripts: Scripts,
    places: Any,
    analyser: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script = scripts("evaluate_all")
    analyser.encoder.model = model_in(tmp_path)
    analyser.encoder.model.heads["bias"] = Head(threshold=0.6)
    monkeypatch.setattr(script.api, "load", lambda name: analyser)
    command = [str(places.data), "--out", str(places.kept), "--only", "framing-sentences"]
    assert script.main(command) == 0
    said = capsys.readouterr().out.split("\n")
    assert "newssd-test.framing-sentences: measuring 2 items" in said
    assert (
        f"anno-lexical-dev.framing-sentences: left out, there is no {places.data}/anno_lexical"
        in said
    )
    # The same command goes on; a release of another form is named, and the rest go on.
    (places.data / "babe").mkdir()
    assert script.main(command) == 2
    out, err = capsys.readouterr()
    assert "newssd-test.framing-sentences: kept" in out and "babe_v2_train.csv is missing" in err
    assert script.main([str(tmp_path / "none")]) == 2


def model_in(folder: Path, data: Sequence[str] = ()) -> Model:
    training = {"recipe_sha256": "abc", "data": [{"name": name} for name in data]}
    (folder / "settings.json").write_text(json.dumps({"training": training}), "utf-8")
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
    earlier, _ = pages.measured_rows(shown, result | {"code": "old"}, model_in(tmp_path))
    assert earlier[7] == "`000000000000`, earlier code"


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
    pages, rows = scripts("evaluation_page.page"), scripts("evaluation_page.rows")
    found = scripts("evaluation_page.tables").Measurements(model_in(tmp_path, ["babe train"]))
    text = pages.page([found])
    assert "## `tiny`" in text and "## Side by side" in text
    text = text[text.index("## `tiny`") :]
    n_rows = sum(not row.learned_as for row in rows.MEASURED) + len(rows.CROSS_VALIDATED)
    needing = sum(row.head != "" for row in rows.MEASURED)
    # The three sections on certainty say so too.
    assert text.count("not measured yet") == n_rows - needing + 3
    assert text.count("the model has no such head") == needing
    (table,) = [
        part for part in text.split("\n\n") if part.startswith("| task | data | split | n |")
    ]
    assert {line.count(" | ") for line in table.strip().split("\n")} == {len(pages.HEADS) - 1}


def test_a_loss_over_half_a_point_is_said(scripts: Scripts) -> None:
    certainty = scripts("evaluation_page.certainty")
    int8 = {"stance": {"dev": {"n": 9, "macro_f1": 0.794, "accuracy": 0.81, "ece": 0.1}}}
    fp32 = {"stance": {"dev": {"n": 9, "macro_f1": 0.8, "accuracy": 0.80, "ece": 0.1}}}
    # 100 * (0.8 - 0.794) = 0.6 points lost; 100 * (0.8 - 0.81) is a gain of one.
    assert [row[3:] for row in certainty.losses(int8, fp32)] == [
        ["macro_f1", "0.794", "0.800", "+0.60 **over**"],
        ["accuracy", "0.810", "0.800", "-1.00"],
    ]
    assert list(certainty.errors(int8)) == [["stance", "dev", "9", "0.100", "0.100 **over**"]]


def test_error_rates_stand_by_coverage(scripts: Scripts, tmp_path: Path) -> None:
    figures = {
        name: {"value": value, "low": value - 0.1, "high": value + 0.1}
        for name, value in (("risk_at_100", 0.3), ("risk_at_50", 0.2), ("accuracy_answered", 0.75))
    }
    result = {
        "gold": {"n": 200},
        "scored": 190,
        "signature": {"abstain_below": "0.428"},
        "metrics": figures,
    }
    key = scripts("evaluation_page.rows").COVERAGE_KEY
    found = scripts("evaluation_page.tables").Measurements(model_in(tmp_path), {key: result})
    text = scripts("evaluation_page.certainty").coverage(found)
    assert "| 100 % | 0.300 | 0.200 to 0.400 |" in text and "| 50 % | 0.200 |" in text
    # 190 of 200 are answered; 1 - 0.75 of them wrongly.
    line = "| 95.0 %: at the shipped line, probability 0.428 | 0.250 | 0.150 to 0.350 |"
    assert line in text


def test_models_stand_side_by_side(scripts: Scripts, tmp_path: Path) -> None:
    table, tables = scripts("evaluation_page.side_by_side"), scripts("evaluation_page.tables")

    def of(name: str, value: float, learned: Sequence[str], key: str, metric: str) -> Any:
        (tmp_path / name).mkdir()
        figure = {"value": value, "low": value - 0.1, "high": value + 0.1}
        result = {"gold": {"n": 7}, "metrics": {metric: figure}}
        model = replace(model_in(tmp_path / name, learned), name=name)
        return tables.Measurements(model, {key: result})

    newssd, babe = "newssd-test.framing-sentences", "babe.framing-sentences"
    base = of("base", 0.75, ["babe train"], newssd, "macro_f1")
    free = of("open", 0.6, [], babe, "mcc")
    figures = {"n": 9, "mcc": 0.65, "mcc_low": 0.6, "mcc_high": 0.7}
    folds = {"recipe_sha256": "abc", "n_folds": 5, "figures": {"bias": figures}}
    (tmp_path / "base" / "crossvalidation.json").write_text(json.dumps(folds), "utf-8")
    found = {(*row[:3], row[4]): row for row in table.rows([base, free])}
    assert found["framing-sentences", "NewsSD-ENG", "test", "macro_f1"][3:] == [
        *("7", "macro_f1", "0.750 (0.650 to 0.850)", "not measured yet", "", ""),
    ]
    headless = found["stance-mentions", "NewsMTSC mt", "dev", "macro_f1"]
    assert headless[5:] == ["no such head", "no such head", "0.825", ""]
    # By cross-validation of the one, as a whole of the other that never saw it: 0.65 - 0.60.
    assert found["framing, bias", "BABE, given part", "folds of sentences", "mcc"][3:] == [
        *("9", "mcc", "0.650 (0.600 to 0.700), 5 folds", "0.600 (0.500 to 0.700)", "0.678", "+5.0"),
    ]
    missing = found["framing, loaded", "BABE, given part", "folds of sentences", "f1"]
    assert missing[5:] == ["not measured yet", "not measured yet", "", ""]
    # One model alone: no loss to tell of.
    assert "`open` has not been trained yet" in table.side_by_side([base])
    assert "not been trained" not in table.side_by_side([base, free])
    heads = table.side_by_side([base]).split("\n\n")[2].split("\n")
    assert heads[0] == "| task | data | split | n | metric | `base` | published |"
    assert {line.count(" | ") for line in heads if line} == {6}
