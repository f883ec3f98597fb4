"""What SECURITY.md promises of the code itself."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src" / "slantwise").rglob("*.py"))
FORBIDDEN_MODULES = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve"}
FORBIDDEN_CALLS = {
    *("eval", "exec", "compile", "__import__"),
    *("yaml.load", "yaml.unsafe_load", "yaml.full_load", "torch.load", "os.system", "os.popen"),
    *("numpy.load", "np.load", "pandas.read_pickle"),
}


def name_of(node: ast.expr) -> str:
    """The dotted name of what is called; empty where it is no plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        above = name_of(node.value)
        return f"{above}.{node.attr}" if above else ""
    return ""


def offences(source: str) -> list[str]:
    """Forbidden imports and calls of a module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            names = []
        found += [name for name in names if name.split(".")[0] in FORBIDDEN_MODULES]
        if isinstance(node, ast.Call):
            if name_of(node.func) in FORBIDDEN_CALLS:
                found.append(name_of(node.func))
            found += [
                "shell=True"
                for keyword in node.keywords
                if keyword.arg == "shell" and getattr(keyword.value, "value", False)
            ]
    return found


def test_the_check_finds_what_it_looks_for():
    bad = (
        "import pickle\nfrom joblib import load\neval('1')\nyaml.load(x)\ntorch.load(y)\n"
        "subprocess.run('ls', shell=True)\nmodel.eval()\nre.compile('x')\nyaml.safe_load(z)\n"
    )
    assert sorted(offences(bad)) == [
        *("eval", "joblib", "pickle", "shell=True", "torch.load", "yaml.load")
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pickle_and_no_code_from_data(path):
    assert offences(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("folder", sorted((ROOT / "models").glob("*/")), ids=lambda p: p.name)
def test_models_are_onnx_json_and_text_with_digests(folder):
    if not (folder / "settings.json").is_file():
        pytest.skip("no model")
    kinds = {path.suffix for path in folder.iterdir()}
    assert kinds <= {".onnx", ".weights", ".json", ".md", ".tsv", ""}
    listed = {
        line.partition("  ")[2].strip()
        for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    }
    assert {"model.onnx", "tokenizer.json", "settings.json"} <= listed
    assert {path.name for path in folder.glob("*.weights")} <= listed
    json.loads((folder / "settings.json").read_text(encoding="utf-8"))


def test_a_model_runs_no_operator_but_the_standard_ones():
    onnx = pytest.importorskip("onnx")
    for path in (ROOT / "models").glob("*/model.onnx"):
        graph = onnx.load(path, load_external_data=False)
        assert {node.domain for node in graph.graph.node} <= {"", "ai.onnx", "com.microsoft"}
        beside = [
            entry.value
            for one in graph.graph.initializer
            for entry in one.external_data
            if entry.key == "location"
        ]
        # Weights apart from the graph stand in its own folder, under its check sums.
        assert all(re.fullmatch(r"model\.\d+\.weights", name) for name in beside)


def test_the_limits_named_in_the_promises_are_those_of_the_code():
    from slantwise.ingest import IngestSettings

    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    settings = IngestSettings()
    for number in (
        settings.max_record_chars,
        settings.unpacking.max_ratio,
        settings.unpacking.max_member_bytes,
        settings.unpacking.max_total_bytes,
        settings.unpacking.max_members,
        settings.unpacking.max_depth,
    ):
        assert f"{number:,}" in page
