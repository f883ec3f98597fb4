"""The main job on what researchers really have: broken files beside good ones.

Nothing good is lost, everything bad is named, nothing active reaches the report.
"""

import csv
import json
import re

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app
from slantwise.run import open_run

GOOD = (
    "The council approved the bridge on Monday. Critics reportedly called it a shameless gift, "
    "but the mayor said the road would open in June.\n\nWork starts next week, the builder said."
)
FRENCH = (
    "Le conseil municipal a approuvé lundi la construction du nouveau pont malgré les critiques "
    "de l'opposition, qui dénonce un cadeau aux promoteurs et demande une enquête publique."
)


@pytest.fixture(scope="module")
def messy(tmp_path_factory):
    """One good article for each way of being broken."""
    root = tmp_path_factory.mktemp("messy")
    for name in ("north", "south"):
        (root / name).mkdir()
        (root / name / "good.txt").write_text(f"A bridge for the {name}\n\n{GOOD}", "utf-8")
    (root / "north" / "empty.txt").write_bytes(b"")
    (root / "north" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (root / "north" / "latin.txt").write_bytes(
        f"Le café\n\n{GOOD} The café stays.".encode("cp1252")
    )
    (root / "north" / "title-only.txt").write_text("Outlet: North\nDate: 2026-01-01\n", "utf-8")
    (root / "north" / "long-line.txt").write_text(
        "A long line\n\n" + "The road went on and on without a stop " * 5200, "utf-8"
    )
    (root / "north" / "unbalanced.txt").write_text(
        f'A quarrel\n\nShe said “this is a disgrace. {GOOD} ‘Never, he said. "And so on.', "utf-8"
    )
    (root / "north" / "french.txt").write_text(f"Un pont\n\n{FRENCH} {FRENCH}", "utf-8")
    rows = [
        {
            "id": "1",
            "headline": "<script>alert(1)</script>",
            "body": GOOD,
            "outlet": "=cmd|' /C'!A0",
        },
        {"id": "1", "headline": "The same id again", "body": GOOD, "outlet": "South"},
        {"id": "2", "headline": "No text", "body": "", "outlet": "South"},
    ]
    with (root / "table.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (root / "nobody.csv").write_text("id,headline,outlet\n9,No body column,South\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def report(messy, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    result = CliRunner().invoke(app, ["compare", str(messy), "--out", str(out), "--workers", "1"])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def outcomes(report):
    return list(open_run(report / "run").read())


def test_every_good_article_is_analysed(outcomes):
    texts = [o.text for o in outcomes if hasattr(o, "findings")]
    assert sum("A bridge for the" in text for text in texts) == 2
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert any("The café stays" in text for text in texts)
    assert any("went on and on" in text for text in texts)
    assert any("A quarrel" in text for text in texts)


@pytest.mark.parametrize(
    "name",
    ["empty.txt", "binary.txt", "title-only.txt", "french.txt", "nobody.csv", "table.csv"],
)
def test_every_bad_record_is_named_with_its_reason(outcomes, name):
    problems = [o for o in outcomes if not hasattr(o, "findings") and o.fatal]
    about = [p for p in problems if name in p.source.path]
    assert about, [str(p.source) for p in problems]
    assert all(name in p.message or name in str(p.source) for p in about)
    assert all(p.reason and p.message for p in about)


def test_a_duplicate_id_and_a_missing_text_name_their_rows(outcomes):
    problems = {o.reason: o for o in outcomes if not hasattr(o, "findings")}
    assert "2" in problems["duplicate-id"].source.record
    assert any("3" in o.source.record for o in problems.values())


def test_another_language_is_counted_and_never_scored(outcomes):
    (french,) = [o for o in outcomes if getattr(o, "reason", "") == "other-language"]
    assert "french.txt" in french.source.path


def test_no_active_content_reaches_the_report(report):
    page = (report / "report.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert not re.search(r"<[^>]+\son\w+\s*=", page)


def test_no_formula_reaches_a_table(report):
    for path in (report / "tables").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.startswith(("=", "@", "\t")), (path.name, cell)
                    assert not re.match(r"[+-](?![\d.])", cell), (path.name, cell)


def test_nothing_usable_is_exit_status_two_without_a_traceback(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    arguments = ["compare", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(app, [*arguments, "--workers", "1"])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "empty.txt" in result.output.replace("\n", "")


def test_show_prints_the_documented_object(messy):
    result = CliRunner().invoke(app, ["show", str(messy / "north" / "good.txt"), "--json"])
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert {
        *("article", "sentences", "attributions", "actors", "mentions"),
        *("findings", "stances", "problems"),
    } <= set(data)
    text = data["article"]["text"]
    for part in ("mentions", "findings"):
        for item in data[part]:
            assert text[item["start"] : item["end"]] == item["text"]
    known = {actor["id"] for actor in data["actors"]}
    for finding in data["findings"]:
        assert set(finding["actors"]) <= known
        assert finding["speaker"] is None or finding["speaker"] in known


def test_quiet_says_nothing(messy, tmp_path):
    arguments = ["analyze", str(messy / "south"), "--run", str(tmp_path / "run"), "--quiet"]
    result = CliRunner().invoke(app, [*arguments, "--workers", "1"])
    assert (result.exit_code, result.output) == (0, "")
