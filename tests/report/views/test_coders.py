"""Agreement and error as the page has them, and the files that hold them."""

import csv
from dataclasses import replace

from slantwise.records.comparison import Interval
from slantwise.records.correction import CoderAlpha, Correction, ModelAgainstCoders
from slantwise.report import ReportSettings, write
from slantwise.report.views.coders import NOT_DEFINED, coders

SAMPLE = Correction(
    task="framing",
    sample="abc",
    n_sampled=400,
    n_coded=396,
    coders=2,
    gaps=(),
    n_double=80,
    agreement=(
        CoderAlpha("any loaded stretch", "nominal", Interval(0.81, 0.7, 0.9), 80),
        CoderAlpha("charged-verb", "nominal", None, 80),
    ),
    errors=(
        ModelAgainstCoders(
            "all outlets", "any loaded stretch", Interval(0.9, 0.8, 0.95), 50, None, 0
        ),
        ModelAgainstCoders("all outlets", "label", None, 0, Interval(0.5, 0.2, 0.8), 12),
    ),
)


def test_any_finding_stands_by_outlet_and_kinds_apart():
    found = coders(SAMPLE)
    assert found.n_double == "80"
    assert [(row.what, row.alpha) for row in found.alphas] == [
        ("any loaded stretch", "0.81 (0.70 to 0.90)"),
        ("charged verb", NOT_DEFINED),
    ]
    (any_finding,), (label,) = found.by_outlet, found.by_class
    assert (any_finding.precision, any_finding.n_model) == ("0.90 (0.80 to 0.95)", "50")
    assert (any_finding.recall, any_finding.n_coders) == (NOT_DEFINED, "0")
    assert (label.what, label.recall) == ("judging label", "0.50 (0.20 to 0.80)")


def test_without_double_codings_nothing_is_said_of_agreement():
    found = coders(replace(SAMPLE, agreement=(), errors=(), n_double=0))
    assert (found.alphas, found.by_outlet, found.by_class) == ((), (), ())


def test_page_markdown_and_tables_hold_both(run, tmp_path):
    comparison = replace(run.comparison, corrections=(SAMPLE,))
    files = write(comparison, run.articles, tmp_path, settings=ReportSettings())
    page = files.html.read_text(encoding="utf-8")
    assert "where the model errs" in page
    assert "Krippendorff’s α on the 80 units" in page
    assert "| any loaded stretch | nominal | 0.81 (0.70 to 0.90) | 80 |" in (
        files.markdown.read_text(encoding="utf-8")
    )
    with (tmp_path / "tables" / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["precision"], first["recall"], first["n_coders"]) == ("0.9", "", "0")
    assert (second["class"], second["recall_high"]) == ("label", "0.8")


def test_a_report_without_a_sample_has_no_such_tables(run, tmp_path):
    files = write(run.comparison, run.articles, tmp_path, settings=ReportSettings())
    assert not {"agreement.csv", "errors.csv"} & {path.name for path in files.tables}
