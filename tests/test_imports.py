"""The import rule: one direction of travel, and nothing else."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

SRC = Path(__file__).resolve().parent.parent / "src" / "slantwise"

BASE = {"records", "errors", "version"}
PERMITTED: dict[str, set[str]] = {
    "version": set(),
    "errors": set(),
    "records": set(),
    "resources": set(),
    "garbage": set(),
    "processes": set(),
    "outlets": set(),
    "patterns": set(),
    "ingest": {"outlets"},  # names and addresses are resolved where an article is made
    "clean": set(),
    "duplicates": set(),
    "segment": set(),
    "encode": set(),
    "voice": set(),
    "actors": set(),
    "framing": {"voice"},  # whose words a span is
    "stance": set(),
    # Phrases and whose words; contrasts of a finished run.
    "wording": {"voice", "run", "patterns", "processes"},
    "run": set(),
    "codebook": {
        "voice",
        "encode",
        "framing",
        "run",
        "comparison",
        "patterns",
    },  # kinds of one's own
    "events": {"duplicates"},  # words and their sequences are one thing in both
    "spreadsheets": set(),
    "coding": {"run", "stance", "spreadsheets"},  # a run's text and labels, for people to code
    "comparison": {"events", "run", "stance", "coding", "processes"},
    "report": {"spreadsheets", "processes"},
    "evaluation": {"segment", "encode", "actors", "stance", "events"},
    "pipeline": {
        *("garbage", "resources", "outlets", "ingest", "clean", "duplicates", "segment", "encode"),
        *("voice", "actors", "framing", "stance", "run", "wording", "codebook"),
    },
    "installed": {"resources", "encode"},
    "train": {"resources", "encode", "segment", "actors"},  # whose names a model does not see
    "api": {
        *("resources", "pipeline", "ingest", "actors", "coding", "wording", "codebook"),
        *("encode", "run", "comparison", "report", "evaluation", "duplicates", "installed"),
        "garbage",
    },
    "cli": {
        "spreadsheets",
        *("api", "pipeline", "ingest", "run", "coding", "report", "train"),
        *("actors", "wording", "codebook", "evaluation", "installed"),
    },
    "": {"api", "cli"},
}


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to; "" for the package itself."""
    first = path.relative_to(SRC).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported_parts(tree: ast.AST) -> set[str]:
    """Parts of slantwise that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
            if node.module == "slantwise":
                names = [f"slantwise.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("slantwise.")}
    return found


def test_every_part_imports_only_what_it_may():
    wrong = []
    for path in sorted(SRC.rglob("*.py")):
        part = part_of(path)
        allowed = BASE | PERMITTED[part] | {part}
        extra = imported_parts(ast.parse(path.read_text(encoding="utf-8"))) - allowed
        if extra:
            wrong.append(f"{path.relative_to(SRC)} imports {sorted(extra)}")
    assert wrong == []


def imported_packages(path: Path) -> set[str]:
    """Top-level packages that a module imports, wherever the import stands."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[0] for name in names}


TORCH = {"encode/layers.py", "encode/network.py", "encode/torch_encoder.py"}
"""Files outside `train` that may import torch: the encoder on a GPU."""


def test_torch_is_imported_by_train_and_the_encoder_on_a_gpu_alone():
    users = {
        str(path.relative_to(SRC))
        for path in SRC.rglob("*.py")
        if part_of(path) != "train"
        if imported_packages(path) & {"torch", "transformers"}
    }
    assert users == TORCH


def test_nothing_heavy_is_imported_before_it_is_needed():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, slantwise.encode as encode; encode.Lemmatizer(); "
            "print({'torch', 'onnx', 'spacy', 'lemminflect'} & set(sys.modules))",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    assert loaded.stdout.strip() == "set()"


def test_only_the_command_line_prints():
    printing = [
        str(path.relative_to(SRC))
        for path in SRC.rglob("*.py")
        if part_of(path) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert printing == []


def test_spacy_is_imported_by_train_alone():
    users = {
        part_of(path)
        for path in SRC.rglob("*.py")
        if imported_packages(path) & {"spacy", "lemminflect"}
    }
    # lemminflect imports spaCy where it finds it: its dictionary is read as a file.
    assert users == {"train"}


def test_spacy_is_a_dependency_of_training_alone():
    project = tomllib.loads((SRC.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    holders = {
        name
        for name, wanted in {
            "": project["project"]["dependencies"],
            **project["project"]["optional-dependencies"],
        }.items()
        if any(entry.startswith(("spacy", "en-core-web")) for entry in wanted)
    }
    assert holders == {"train"}
