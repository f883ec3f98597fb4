import json

from typer.testing import CliRunner

from slantwise.cli.app import app
from slantwise.ingest import readable


def test_the_table_names_every_form() -> None:
    result = CliRunner().invoke(app, ["formats"], env={"COLUMNS": "160"})
    assert result.exit_code == 0
    for form in readable():
        assert form.name in result.output


def test_json_holds_all_that_is_known() -> None:
    result = CliRunner().invoke(app, ["formats", "--json"])
    forms = json.loads(result.output)
    assert [form["name"] for form in forms] == [form.name for form in readable()]
    html = next(form for form in forms if form["name"] == "html")
    assert html["suffixes"] == [".html", ".htm"]
    assert {"body", "date", "url"} <= set(html["fields"])
