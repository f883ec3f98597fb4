"""The four commands in a row, on an invented run."""

import csv
import json

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app

from .conftest import make_run


@pytest.fixture
def run_folder(tmp_path):
    return make_run(tmp_path / "run").path


def invoke(*arguments, status=0):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


def test_sample_export_import_agreement_and_compare(run_folder, tmp_path):
    sample, sheets = tmp_path / "sample", tmp_path / "sheets"
    said = invoke(
        *("code", "sample", run_folder, "--out", sample, "--units", "80"),
        *("--coder", "ann", "--coder", "bo", "--overlap", "0.5", "--json"),
    )
    assert json.loads(said.stdout)["units"] == 80
    invoke("code", "export", sample, "--out", sheets)
    for path in sorted(sheets.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["label"] = "label: thugs" if "thugs" in row["text"] else "none"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    said = invoke("code", "import", sample, sheets / "ann.csv", sheets / "bo.csv", "--json")
    assert json.loads(said.stdout)["codings"] == 120
    found = json.loads(invoke("code", "agreement", sample, "--json").stdout)
    assert found["reliability"][0]["alpha"]["value"] == 1
    assert "Krippendorff's alpha" in invoke("code", "agreement", sample).stdout
    out = tmp_path / "report"
    invoke("compare", run_folder, "--out", out, "--coded", sample / "coded.jsonl", "--quiet")
    assert "at least 100 are needed" in (out / "report.md").read_text("utf-8")


def test_a_coding_that_cannot_be_taken_is_named_and_sets_the_status(run_folder, tmp_path):
    sample = tmp_path / "sample"
    invoke("code", "sample", run_folder, "--out", sample, "--coder", "ann", "--quiet")
    sheet = tmp_path / "ann.csv"
    unit = json.loads((sample / "sample.jsonl").read_text("utf-8").split("\n")[1])
    sheet.write_text(f"unit,coder,text,label\n{unit['id']},ann,changed,none\n", encoding="utf-8")
    result = invoke("code", "import", sample, sheet, status=1)
    assert "altered-text" in result.output and "line 2" in result.output
    assert "line 2" in invoke("code", "import", sample, sheet, "--strict", status=2).output


def test_agreement_without_codings_says_what_to_do(run_folder, tmp_path):
    result = invoke("code", "agreement", tmp_path / "none.jsonl", status=2)
    assert "make it with `slantwise code import`" in result.output
