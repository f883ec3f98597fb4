"""slantwise audit on a researcher's own pairs."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app

TEXT = "The brutal regime of Merania jailed its poets."


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    start = TEXT.index("Merania")
    edit = {"start": start, "end": start + 7, "text": "Osland"}
    row = {
        "id": "1",
        "text": TEXT,
        "start": start,
        "end": start + 7,
        "actor": "Merania",
        "swaps": [{"actor": "Osland", "edits": [edit]}],
    }
    path = tmp_path_factory.mktemp("pairs") / "mine.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_an_audit_is_printed_and_written(pairs: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit"
    arguments = ["audit", "--pairs", str(pairs), "--out", str(out), "--json"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    assert data == json.loads((out / "audit.json").read_text("utf-8"))
    assert data["pairs"]["n_pairs"] == 1
    (row,) = [json.loads(line) for line in (out / "pairs.jsonl").read_text("utf-8").splitlines()]
    assert row["after"]["text"] == TEXT.replace("Merania", "Osland")
    assert row["before"]["findings"]


def test_tables_are_shown(pairs: Path) -> None:
    result = CliRunner().invoke(app, ["audit", "--pairs", str(pairs)])
    assert result.exit_code == 0
    assert "share of pairs in which the answer changes" in " ".join(result.stdout.split())
    assert "2 groups and actors stand in too few sentences" in result.stdout


def test_a_flaw_is_one_line_and_exit_status_two(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text('{"id": "1"}\n', "utf-8")
    result = CliRunner().invoke(app, ["audit", "--pairs", str(path)])
    assert result.exit_code == 2
    assert "line 1: the key 'text' is missing" in result.output
    assert "Traceback" not in result.output
