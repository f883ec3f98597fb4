from dataclasses import replace
from pathlib import Path

import pytest

from slantwise.report import ReportFiles, ReportSettings
from slantwise.report.markdown import escape, markdown
from slantwise.report.numbering import number
from slantwise.report.views.page import page

GOLDEN = Path(__file__).parent / "golden"


def test_the_report_is_as_it_was(written: ReportFiles) -> None:
    """After a wanted change, copy the new report.md over the one in golden/ and read the diff."""
    assert written.markdown.read_bytes() == (GOLDEN / "report.md").read_bytes()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("![x](http://e.org)", r"!\[x\](http://e.org)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("two\nlines\r\n# three", r"two lines \# three"),
        ("\u202elleB", "\u2068\u202elleB\u2069"),
        ("`code` \\ ~~x~~ _y_", r"\`code\` \\ \~\~x\~\~ \_y\_"),
    ],
)
def test_text_from_the_data_stays_text(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_hostile_names_make_no_markup(written: ReportFiles) -> None:
    text = written.markdown.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<b>" not in text
    assert r"=cmd\|' /C calc'!A0" in text


def test_every_table_row_has_as_many_cells_as_its_header(written: ReportFiles) -> None:
    widths: list[int] = []
    for line in written.markdown.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            widths.clear()
            continue
        widths.append(line.replace(r"\|", "").count("|"))
        assert len(set(widths)) == 1, line


def test_an_empty_comparison_still_reads(run) -> None:
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
    shown = page(bare, [], number(bare), settings=ReportSettings())
    text = markdown(shown)
    assert "Nothing could be compared" in text
    assert "No actor is judged in this voice." in text
    assert "No events." in text
