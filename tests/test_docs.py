"""The documentation keeps its word: commands exist, links lead somewhere, examples run."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from slantwise.cli.app import app
from slantwise.version import __version__

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpora/**/*.md")]
)
COMMAND = re.compile(r"^slantwise (.+?)(?:\s+#.*)?$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_commands_of_the_readme_exist_with_their_options():
    commands = get_command(app).commands
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    found = COMMAND.findall("".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL)))
    assert found
    for line in found:
        name, *arguments = shlex.split(line)
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert {word for word in arguments if word.startswith("--")} <= options, line


def test_scripts_named_in_the_documentation_exist():
    for page in PAGES:
        for script in re.findall(r"python (scripts/[\w/]+\.py)", page.read_text(encoding="utf-8")):
            assert (ROOT / script).is_file(), f"{page.name} names {script}"


def test_the_python_example_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    read, _, _ = example.partition("run = slantwise.analyze")
    monkeypatch.chdir(tmp_path)
    exec(compile(read, "README.md", "exec"), {})
    assert "illegally occupied" in capsys.readouterr().out


def test_the_citation_names_the_version_that_is_here():
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert said["version"] == __version__
    assert said["license"] == "Apache-2.0"
