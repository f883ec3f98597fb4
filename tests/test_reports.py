"""The reports in `reports/` are whole, small, and made by the code as it stands."""

import csv
import hashlib
import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from slantwise import __version__
from slantwise.report.html import SCRIPTS, STYLES
from slantwise.report.redaction import MASK

ROOT = Path(__file__).resolve().parent.parent
REPORTS = sorted(path.parent for path in (ROOT / "reports").glob("*/manifest.json"))
STATIC = ROOT / "src" / "slantwise" / "report" / "static"


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """scripts/build_reports.py as a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        yield importlib.import_module("build_reports")


def test_the_coded_report_holds_agreement_error_and_corrected_gaps() -> None:
    folder = ROOT / "reports" / "coded"
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "Krippendorff’s α on the " in page
    assert "where the model errs" in page
    assert (folder / "tables" / "agreement.csv").read_text(encoding="utf-8").count("\n") > 10
    assert (folder / "tables" / "errors.csv").read_text(encoding="utf-8").count("\n") > 40
    rows = (folder / "tables" / "corrected.csv").read_text(encoding="utf-8").splitlines()
    # A line of names, and gaps of which some are corrected and some say why they are not.
    assert sum(row.endswith(",compared,") for row in rows[1:]) >= 10
    assert any("at least 10 are needed" in row for row in rows[1:])


def test_there_is_a_report_for_every_recipe(script: ModuleType) -> None:
    assert [path.name for path in REPORTS] == sorted(r.name for r in script.RECIPES)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_every_file_is_what_the_manifest_says(report: Path) -> None:
    manifest = json.loads((report / "manifest.json").read_text())
    there = {p.relative_to(report).as_posix() for p in report.rglob("*") if p.is_file()}
    assert there == {*manifest["files"], "manifest.json"}
    for name, entry in manifest["files"].items():
        assert hashlib.sha256((report / name).read_bytes()).hexdigest() == entry["sha256"], name
    assert manifest["signature"]["slantwise"] == __version__


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_the_page_is_small_and_has_the_styles_and_scripts_of_the_code(report: Path) -> None:
    page = (report / "report.html").read_text(encoding="utf-8")
    with (report / "tables" / "outlets.csv").open(encoding="utf-8", newline="") as file:
        n_articles = sum(int(row["n_articles"]) for row in csv.DictReader(file))
    # So that a page of 200 articles is under 2 MB: 300 kB of its own and 8.5 kB an article.
    assert len(page.encode()) < 300_000 + 8_500 * n_articles
    for name in STYLES:
        assert (STATIC / f"{name}.css").read_text(encoding="utf-8") in page, name
    for name in SCRIPTS:
        assert (STATIC / f"{name}.js").read_text(encoding="utf-8") in page, name
    assert MASK not in page
    assert not re.search(r"\bbiased\b", page, re.IGNORECASE)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_nothing_in_a_report_names_a_machine(report: Path) -> None:
    for path in report.rglob("*"):
        if path.is_file():
            assert not re.search(r"/(?:home|root|tmp|work)/", path.read_text(encoding="utf-8"))


def test_the_picture_in_the_readme_is_small() -> None:
    picture = ROOT / "docs" / "images" / "report.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 300_000
    assert "docs/images/report.png" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_changed_figure_a_missing_file_and_a_new_setting_are_found(
    script: ModuleType, tmp_path: Path
) -> None:
    def made(name: str, rate: str, setting: str, files: tuple[str, ...]) -> Path:
        folder = tmp_path / name
        (folder / "tables").mkdir(parents=True)
        (folder / "tables" / "rates.csv").write_text(f"outlet,rate\nBell,{rate}\n")
        content = {"signature": {"seed": setting}, "files": {name: {} for name in files}}
        (folder / "manifest.json").write_text(json.dumps(content))
        return folder

    one = ("tables/rates.csv",)
    kept = made("kept", "4.25", "7", one)
    assert script.differences(kept, made("same", "4.2500001", "7", one)) == []
    figures = script.differences(kept, made("other", "4.26", "7", one))
    assert figures == ["kept: tables/rates.csv holds other figures"]
    (setting,) = script.differences(kept, made("setting", "4.25", "8", one))
    assert setting == "kept: seed was '7' and is now '8'"
    both = (*one, "report.md")
    pages = [made(name, "4.25", "7", both) for name in ("page", "worded")]
    for page in pages:
        (page / "report.md").write_text(f"{page.name} has 4.2 more")
    (worded,) = script.differences(*pages)
    assert worded == "page: report.md is worded or drawn otherwise"
    (more,) = script.differences(kept, made("more", "4.25", "7", (*one, "report.pdf")))
    assert more == "kept: only one of the two holds report.pdf"
