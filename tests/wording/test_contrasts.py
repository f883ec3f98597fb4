"""Contrasts of a finished run of the demonstration corpus, and their section of the report."""

import csv
import os

import pytest

from slantwise import analyze, api, compare, processes
from slantwise.errors import SettingsError
from slantwise.pipeline import AnalyserSettings
from slantwise.records.contrasts import Role
from slantwise.wording import WordingSettings
from slantwise.wording.contrasts import contrast_run, placed


@pytest.fixture(scope="module")
def run(corpora, tmp_path_factory):
    demo = corpora / "demo"
    settings = AnalyserSettings(actors=(demo / "actors.yaml",), threads=1)
    return analyze(
        sorted(demo.glob("articles/*/sarnel*.txt")) + sorted(demo.glob("articles/*/nepal*.txt")),
        run=tmp_path_factory.mktemp("wording") / "run",
        settings=settings,
        workers=1,
    )


@pytest.fixture(scope="module")
def contrasts(run):
    return contrast_run(run, compare(run), WordingSettings(minimum_events=1, minimum_articles=2))


def test_every_expression_leads_to_its_words(contrasts):
    for row in contrasts.actors:
        for each in row.expressions:
            assert each.n_articles <= row.n_articles[each.outlet]
            assert sum(each.n_uses.values()) >= each.n_articles
            for sentence in each.sentences:
                assert sentence.span.of(sentence.text).lower() == each.words.lower()


def test_outlets_name_one_actor_in_their_own_words(contrasts):
    (row,) = [a for a in contrasts.actors if a.actor == "lenn-asari" and a.role is Role.NAMED]
    words = {(e.outlet, e.words) for e in row.expressions}
    assert ("The Bastion Courier", "schoolteacher Lenn Asari") in words


def test_acts_are_aligned_across_outlets(contrasts):
    assert contrasts.n_events == 2
    told = [{(w.outlet, w.words) for w in act.wordings} for act in contrasts.acts]
    assert {
        ("The Commons Lantern", "dragged off"),
        ("The Meridian Dispatch", "were detained"),
    } <= next(pairs for pairs in told if ("The Commons Lantern", "dragged off") in pairs)
    for act in contrasts.acts:
        assert len({w.outlet for w in act.wordings}) > 1
        assert len({w.sentence.article for w in act.wordings}) == len(act.wordings)
        for wording in act.wordings:
            assert wording.sentence.span.of(wording.sentence.text) == wording.words


def test_wire_copies_are_left_out(run, contrasts):
    articles = {placing.article for placing in placed(compare(run).events)}
    # The Klaxon's text on Nepal is the Dispatch's; one of the two counts.
    assert len(articles) == 7


def test_the_same_run_gives_the_same(run, contrasts):
    again = contrast_run(run, compare(run), WordingSettings(minimum_events=1, minimum_articles=2))
    assert again == contrasts


def test_report_holds_the_section_and_the_tables(run, tmp_path):
    compare(run, out=tmp_path)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert 'id="wording"' in page and "dragged off" in page
    assert "## How outlets word the same thing" in (tmp_path / "report.md").read_text("utf-8")
    with (tmp_path / "tables/wording_acts.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        span = slice(int(row["start"]), int(row["end"]))
        assert row["sentence"][span] == row["words"] or row["sentence"].startswith("'")


def test_several_processes_write_the_same_report(run, tmp_path, monkeypatch):
    compare(run, out=tmp_path / "alone")
    monkeypatch.setattr(processes, "LARGE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    compare(run, out=tmp_path / "spread")
    for file in (path for path in (tmp_path / "alone").rglob("*") if path.is_file()):
        same = tmp_path / "spread" / file.relative_to(tmp_path / "alone")
        assert same.read_bytes() == file.read_bytes()


def test_kwic_over_the_run(run):
    found = list(api.kwic(run, "illegally occupied"))
    assert len(found) == 4 and {hit.voice.value for hit in found} == {"direct"}
    assert len(list(api.kwic(run, "illegally occupied", limit=2))) == 2
    assert list(api.kwic(run, "illegally occupied", voices=["outlet"])) == []
    with pytest.raises(SettingsError, match="no voice"):
        api.kwic(run, "x", voices=["me"])


def test_events_beyond_the_most_widely_reported_are_counted(run, contrasts, monkeypatch):
    monkeypatch.setattr("slantwise.wording.contrasts.MAX_EVENTS", 1)
    cut = contrast_run(run, compare(run))
    assert (contrasts.n_events, contrasts.n_events_left) == (2, 0)
    assert (cut.n_events, cut.n_events_left) == (1, 1)
    assert {act.event for act in cut.acts} < {act.event for act in contrasts.acts}
