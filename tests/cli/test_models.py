"""slantwise models: list, add, show."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SLANTWISE_HOME", str(tmp_path))
    return tmp_path


def test_models_are_listed_with_terms_and_figures() -> None:
    result = CliRunner().invoke(app, ["models"])
    assert result.exit_code == 0
    page = " ".join(result.stdout.split())
    assert page.startswith("base ")
    assert "any use, naming the source: newsmtsc train" in page
    assert "stance, newsmtsc rw-dev: macro_f1 0." in page
    data = json.loads(CliRunner().invoke(app, ["models", "--json"]).stdout)
    assert data[0]["name"] == "base" and len(data[0]["digest"]) == 64


def test_a_model_is_added_and_said_to_stand_behind_the_checkouts(home: Path) -> None:
    result = CliRunner().invoke(app, ["models", "add", str(ROOT / "models" / "base")])
    assert result.exit_code == 0
    assert (home / "models" / "base" / "CARD.md").is_file()
    assert "first; give the path for this one" in result.output


def test_a_folder_that_is_no_model_is_exit_status_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["models", "add", str(tmp_path)])
    assert result.exit_code == 2
    assert "SHA256SUMS" in result.output and "Traceback" not in result.output


def test_the_card_is_printed() -> None:
    result = CliRunner().invoke(app, ["models", "show", "base"])
    assert result.exit_code == 0
    assert result.stdout.startswith("# Model card: base")
    assert CliRunner().invoke(app, ["models", "show", "nobody"]).exit_code == 2
