"""The command group `slantwise actors`."""

import json
import re

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app

GOOD = """
- {id: lund-front, name: Lund Front, kind: armed-group, source: invented}
- {id: hamas, name: Hamas, kind: armed-group, source: invented}
"""
FAULTS = {
    "circle": (
        "- {id: aa, name: Aa Front, kind: army, parent: bb}\n"
        "- {id: bb, name: Bb Front, kind: army, parent: aa}\n",
        "line 1: 'aa': its parents go in a circle: aa → bb → aa",
    ),
    "two claims": (
        "- {id: aa, name: Aa Front, kind: army}\n- {id: bb, name: Aa Front, kind: party}\n",
        "line 2: 'bb': the name 'aa front' is also claimed by 'aa'",
    ),
    "missing id": (
        "- {id: aa, name: Aa Front, kind: army}\n- {name: Bb}\n",
        "line 2: an entry lacks",
    ),
    "unknown key": (
        "- {id: aa, name: Aa Front, kind: army,\n   colour: red}\n",
        "line 2: unknown key",
    ),
    "unknown parent": (
        "- {id: aa, name: Aa, kind: army, parent: zz}\n",
        "line 1: 'aa': its parent 'zz'",
    ),
    "wrong date": (
        "- {id: aa, name: Aa, kind: army, valid_from: soon}\n",
        "line 1: 'soon' is not a date",
    ),
    "no yaml": ("- {id: 'aa\n", "not YAML"),
}


def run(*arguments):
    return CliRunner().invoke(app, ["actors", *map(str, arguments)])


def test_a_sound_table_is_told_what_it_replaces(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 0
    assert "no fault found: 2 entries, of which 1 replace ours: hamas" in result.output
    numbers = json.loads(run("check", path, "--json").output)
    assert (numbers["entries"], numbers["replaced"]) == (2, ["hamas"])


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_file_and_line(tmp_path, fault):
    text, message = FAULTS[fault]
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 2
    shown = " ".join(result.output.split())
    assert message in shown and "mine.yaml" in shown


def test_all_faults_of_all_files_are_told_in_order(tmp_path):
    one, two = tmp_path / "1.yaml", tmp_path / "2.yaml"
    one.write_text(
        "- {id: aa, name: Aa Front, kind: army, parent: zz}\n"
        "- {id: bb, kind: army}\n"
        "- {id: lund-front, name: Hamas, kind: party}\n",
        encoding="utf-8",
    )
    two.write_text("- {id: cc, name: Cc Front, kind: moon, valid_to: soon}\n", encoding="utf-8")
    result = run("check", two, one)
    assert result.exit_code == 2
    places = re.findall(r"(\w+\.yaml)(?:, line (\d+))?: ", result.output)
    assert places == [
        ("1.yaml", "1"),
        ("1.yaml", "2"),
        ("1.yaml", "3"),
        ("2.yaml", "1"),
        ("2.yaml", "1"),
    ]
    assert "5 faults; 2 entries without one" in result.output
    shown = run("check", one, two, "--json")
    assert shown.exit_code == 2
    assert [fault["line"] for fault in json.loads(shown.output)["faults"]] == [1, 2, 3, 1, 1]
    # What a missing file holds may be the parent: it is not called unknown.
    lost = run("check", one, tmp_path / "none.yaml").output
    assert "3 faults; 2" in lost and "there is no identity table here" in lost


def test_entries_are_listed_by_kind_and_parent():
    rows = run("list", "--kind", "court", "--parent", "united-kingdom").output.splitlines()
    assert [row.split()[0] for row in rows] == ["uk-supreme-court"]
    assert run("list", "--kind", "planet").exit_code == 2
    assert run("list", "--parent", "atlantis").exit_code == 2


def test_a_name_is_explained():
    output = run("explain", "Georgia").output
    assert "perhaps: georgia (state)" in output and "shared with georgia-us" in output
    (one,) = json.loads(run("explain", "Ankara", "--json").output)["candidates"]
    assert (one["id"], one["how"], one["sure"]) == ("turkiye", "metonym", True)
    assert "is no name of the identity table" in run("explain", "Zzyx").output


@pytest.mark.slow
def test_a_name_is_explained_in_an_article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Georgia spoke. The Georgian government met in Tbilisi.", encoding="utf-8")
    output = run("explain", "Georgia", "--context", path).output
    assert "'Georgia' → georgia (name): Georgia spoke." in output
    assert "'Georgia' merged with georgia: ambiguous, decided by context" in output
