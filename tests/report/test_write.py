import copy
import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from slantwise.errors import RunError, SettingsError
from slantwise.report import ReportFiles, ReportSettings, write


def test_all_files_stand_in_the_folder_and_in_the_manifest(written: ReportFiles) -> None:
    folder = written.html.parent
    manifest = json.loads(written.manifest.read_text())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*manifest["files"], "manifest.json"}
    for inside, entry in manifest["files"].items():
        assert hashlib.sha256((folder / inside).read_bytes()).hexdigest() == entry["sha256"]
    assert manifest["signature"]["model"] == "base"


def test_the_same_run_gives_the_same_bytes_and_stays_unchanged(
    run, written: ReportFiles, tmp_path: Path
) -> None:
    before = copy.deepcopy(run)
    again = write(run.comparison, iter(run.articles), tmp_path, settings=ReportSettings())
    assert run == before
    assert again.manifest.read_bytes() == written.manifest.read_bytes()


def test_title_and_day_are_printed_where_they_are_set(run, tmp_path: Path) -> None:
    settings = ReportSettings(title="Ports <in> the press", generated=date(2026, 5, 1))
    files = write(run.comparison, run.articles, tmp_path, settings=settings)
    page = files.html.read_text(encoding="utf-8")
    assert "<h1>Ports &lt;in&gt; the press</h1>" in page
    assert "Made on 1 May 2026" in page
    assert "# Ports &lt;in&gt; the press" in files.markdown.read_text(encoding="utf-8")


def test_a_run_without_articles_still_gives_a_report(run, tmp_path: Path) -> None:
    bare = replace(
        run.comparison,
        outlets=(),
        events=(),
        actors=(),
        rates=(),
        stances=(),
        gaps=(),
        n_articles=0,
    )
    files = write(bare, [], tmp_path, settings=ReportSettings())
    assert "Nothing could be compared" in files.html.read_text(encoding="utf-8")


def test_articles_of_another_run_write_nothing(run, tmp_path: Path) -> None:
    with pytest.raises(RunError):
        write(run.comparison, run.articles[1:], tmp_path / "out", settings=ReportSettings())
    assert not (tmp_path / "out").exists()


def test_lone_surrogates_and_control_characters_are_written(run, tmp_path: Path) -> None:
    events = (replace(run.comparison.events[0], title="a\ud800\x00\x1b[31mb"),)
    comparison = replace(run.comparison, events=(*events, *run.comparison.events[1:]))
    files = write(comparison, run.articles, tmp_path, settings=ReportSettings())
    files.html.read_text(encoding="utf-8")


def test_findings_that_the_comparison_left_out_are_left_out(run, tmp_path: Path) -> None:
    settings = ReportSettings(min_confidence=0.9)  # every invented finding has 0.87
    files = write(run.comparison, run.articles, tmp_path, settings=settings)
    (findings,) = (path for path in files.tables if path.stem == "findings")
    assert len(findings.read_text(encoding="utf-8").splitlines()) == 1
    with pytest.raises(SettingsError, match=r"min_confidence is 1\.5; expected none, or 0 to 1"):
        ReportSettings(min_confidence=1.5)


@pytest.mark.parametrize("name", ["max_headlines", "max_actors", "max_gaps"])
def test_limits_below_one_are_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=f"report setting {name} is 0"):
        ReportSettings(**{name: 0})
