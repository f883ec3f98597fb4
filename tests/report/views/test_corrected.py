from dataclasses import replace

import pytest

from slantwise.records import Kind
from slantwise.records.comparison import Interval, Verdict
from slantwise.records.correction import CorrectedGap, CorrectedMeasure, Correction
from slantwise.report import ReportSettings, write
from slantwise.report.views.corrected import UNCORRECTED, corrected


def gap(run, naive, powered, **changes):
    made = CorrectedGap(
        measure=CorrectedMeasure.RATE,
        outlet_a=run.comparison.outlets[0].outlet,
        outlet_b=run.comparison.outlets[1].outlet,
        kind=None,
        actor=None,
        naive=naive,
        supervised=powered,
        powered=powered,
        tuning_a=0.5,
        tuning_b=1.0,
        n_coded_a=120,
        n_coded_b=130,
        n_units=6,
        verdict=Verdict.COMPARED,
    )
    return replace(made, **changes)


def with_gaps(run, *gaps, task="framing"):
    correction = Correction(task, "abc", 400, 396, 2, gaps)
    return replace(run.comparison, corrections=(correction,))


HIGH, LOW, NONE = Interval(5.0, 2.0, 8.0), Interval(-5.0, -8.0, -2.0), Interval(0.5, -2.0, 3.0)


def test_without_a_sample_the_report_says_so(run):
    section = corrected(run.comparison)
    assert section.tables == ()
    assert section.warning == UNCORRECTED


def test_what_is_not_coded_for_is_said_to_be_uncorrected(run):
    assert "Differences in stance are not corrected" in corrected(with_gaps(run)).warning
    assert "Differences in findings" in corrected(with_gaps(run, task="stance")).warning


@pytest.mark.parametrize(
    ("naive", "powered", "changed", "stands"),
    [
        (HIGH, HIGH, "", True),
        (HIGH, NONE, "no longer stands", False),
        (NONE, HIGH, "stands only when corrected", True),
        (HIGH, LOW, "turns round", True),
        (NONE, NONE, "", False),
    ],
)
def test_what_the_correction_changes(run, naive, powered, changed, stands):
    (table,) = corrected(with_gaps(run, gap(run, naive, powered))).tables
    (line,) = table.lines
    assert (line.changed, line.stands) == (changed, stands)
    assert line.n_coded == "250"
    assert table.basis == "396 of 400 sampled units coded by 2 people; sample abc."


def test_page_markdown_and_table_hold_it(run, tmp_path):
    few = gap(run, None, None, supervised=None, kind=Kind.LABEL, verdict=Verdict.TOO_FEW)
    few = replace(few, reason=f"{few.outlet_a} has 3 coded units here; at least 100 are needed")
    files = write(
        with_gaps(run, gap(run, HIGH, NONE), few), run.articles, tmp_path, settings=ReportSettings()
    )
    page = files.html.read_text("utf-8")
    assert "Corrected with a human-coded sample" in page
    assert "no longer stands" in page
    assert "+5.0 (2.0 to 8.0)" in page
    assert "at least 100 are needed" in page
    assert "no human-coded sample was given" not in page
    markdown = files.markdown.read_text("utf-8")
    assert "no longer stands" in markdown and "at least 100 are needed" in markdown
    (table,) = (path for path in files.tables if path.stem == "corrected")
    header, first, second = table.read_text("utf-8").splitlines()
    assert header.startswith("task,measure,outlet_a,outlet_b,kind,actor,naive,naive_low,naive_high")
    assert ",all,,5,2,8,0.5,-2,3,0.5,-2,3,0.5,1,120,130,6,compared," in first
    assert ",label,,,,,,,,,,,0.5,1,120,130,6,too few to compare," in second
