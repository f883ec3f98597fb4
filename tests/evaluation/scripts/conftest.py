"""Runs a converter on a few invented files in a release's layout."""

import importlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
Convert = Callable[..., dict[str, Any]]


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """A module beside `make_gold`, by name."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module


@pytest.fixture
def convert(tmp_path: Path, scripts: Callable[[str], ModuleType]) -> Convert:
    """Sets of a release by "NAME TASK", each written and read back; content that is not text is
    written as JSON, lists as JSON Lines.
    """

    def run(release: str, files: Mapping[str, Any]) -> dict[str, Any]:
        for name, content in files.items():
            path = tmp_path / "release" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_written(content).encode())
        found = {}
        for gold in scripts("gold.table").RELEASES[release](tmp_path / "release"):
            written = scripts("gold.sets").write(gold, tmp_path)
            lines = [json.loads(line) for line in written.read_text("utf-8").split("\n") if line]
            assert lines == list(gold.lines)
            found[f"{gold.name} {gold.task}"] = gold
        return found

    return run


def _written(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(json.dumps(line) + "\n" for line in content)
    return json.dumps(content)
