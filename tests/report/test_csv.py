import csv
import io
from pathlib import Path

import pytest

from slantwise.report import ReportFiles
from slantwise.report.csv import table

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    written = table([[f"{start}1+1"]])
    assert list(csv.reader(io.StringIO(written, newline=""))) == [[f"'{start}1+1"]]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert table([[-0.25, -3, None, "", 1 / 3]]) == "-0.25,-3,,,0.333333\r\n"


def test_commas_quotes_and_line_breaks_are_quoted_as_rfc_4180_says() -> None:
    row = ['a,"b"', "two\nlines", "plain"]
    written = table([row])
    assert written == '"a,""b""","two\nlines",plain\r\n'
    assert list(csv.reader(io.StringIO(written, newline=""))) == [row]


def test_no_rows_give_an_empty_table() -> None:
    assert table([]) == ""


def test_every_table_is_written_in_order(written: ReportFiles) -> None:
    names = ["actors", "corrected", "events", "findings", "gaps", "outlets", "rates", "stances"]
    names += ["agency", "checks", "coverage", "introductions", "mentions", "speech", "spoken"]
    assert [path.stem for path in written.tables] == names


@pytest.mark.parametrize("name", ["actors", "events", "outlets", "stances", "findings"])
def test_tables_are_as_they_were(written: ReportFiles, name: str) -> None:
    """After a wanted change, copy the new tables over those in golden/ and read the diff."""
    made = (written.html.parent / "tables" / f"{name}.csv").read_bytes()
    assert made == (GOLDEN / f"{name}.csv").read_bytes()


def test_no_cell_of_a_hostile_run_is_a_formula(written: ReportFiles) -> None:
    for path in written.tables:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r")), (path.name, cell)
                    assert not cell.startswith("-") or float(cell) < 0, (path.name, cell)


def test_every_row_is_as_long_as_its_header(written: ReportFiles) -> None:
    for path in written.tables:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
            assert {len(row) for row in rows} <= {len(header)}


def test_every_finding_slices_back_to_its_words(run, written: ReportFiles) -> None:
    texts = {article.id: article.text for article in run.articles}
    with (written.html.parent / "tables" / "findings.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(len(article.findings) for article in run.articles)
    for row in rows:
        words = texts[row["article"]][int(row["start"]) : int(row["end"])]
        assert row["words"].removeprefix("'") == words
        assert words in row["sentence"]
