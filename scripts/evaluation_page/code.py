"""Which version of the code answers a task: a digest of the packages that take part.

Kept with every figure, so that one measured with other code is measured anew.
"""

import ast
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).resolve().parent.parent.parent / "src" / "slantwise"

_HEADS: Final = ("records", "segment", "encode", "stance", "evaluation")
_ARTICLES: Final = (*_HEADS, "clean", "voice", "actors", "framing", "pipeline")
TAKE_PART: Final[Mapping[str, tuple[str, ...]]] = {
    "framing-sentences": _HEADS,
    "framing-spans": _ARTICLES,
    "stance-mentions": _HEADS,
    "stance-directed": _HEADS,
    "stance-articles": _ARTICLES,
    "voice": _ARTICLES,
    "actors": _ARTICLES,
    "agency": _ARTICLES,
    "articles": ("records", "duplicates", "events", "evaluation"),
}
"""Packages whose code decides the answers or the figures of a task."""

_APART: Final = "audit"
"""The part of `evaluation` that answers no task."""


@cache
def code_of(task: str, source: Path = SOURCE) -> str:
    """Digest, in hexadecimal, of the code that answers a task.

    Comments, docstrings and layout do not count. Another Python may write another digest.
    """
    digest = hashlib.sha256()
    for package in TAKE_PART[task]:
        for path in sorted((source / package).rglob("*.py")):
            inside = path.relative_to(source)
            if _APART not in inside.parts:
                digest.update(f"{inside.as_posix()} {syntax(path.read_text('utf-8'))}".encode())
    return digest.hexdigest()


def syntax(code: str) -> str:
    r"""The syntax tree of a module, docstrings left out.

    >>> syntax("x = 1  # one") == syntax('"What x is."\nx = 1')
    True
    """
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [part for part in node.body if not _is_text(part)]
    return ast.dump(tree)


def _is_text(part: ast.stmt) -> bool:
    """Whether a statement is a string alone: a docstring, or a note under a constant."""
    text = part.value if isinstance(part, ast.Expr) else None
    return isinstance(text, ast.Constant) and isinstance(text.value, str)
