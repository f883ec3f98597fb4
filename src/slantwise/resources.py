"""Where shipped models, tables and term lists stand.

In a wheel they lie inside the package; in a checkout, at the top of the repository.
"""

import hashlib
from pathlib import Path

from slantwise.errors import ModelError, SlantwiseError

ACTORS = "corpora/actors"
OUTLETS = "corpora/outlets"
CUES = "corpora/terms/reporting_verbs.yaml"
LEXICON = "corpora/terms/framing.yaml"
BACKGROUND = "corpora/codebooks/background.txt"
SWAPS = "corpora/audit/sentences.jsonl"

_PACKAGED = Path(__file__).resolve().parent / "_shipped"
_CHECKOUT = Path(__file__).resolve().parents[2]


def shipped(relative: str) -> Path:
    """The folder or file of that name among what slantwise ships.

    Raises:
        SlantwiseError: neither the package nor a checkout around it holds it.

    >>> shipped("corpora/terms").is_dir()
    True
    """
    for root in (_PACKAGED, _CHECKOUT):
        if (root / relative).exists():
            return root / relative
    raise SlantwiseError(
        f"slantwise does not find its own {relative!r}: looked in {_PACKAGED} and {_CHECKOUT}. "
        "The installation is incomplete; install slantwise again."
    )


def model_folder(name: str) -> Path:
    """The folder of a model: a path that holds one, or a name under `models/`.

    Raises:
        ModelError: no such model.
    """
    if (Path(name) / "settings.json").is_file():
        return Path(name)
    names = set()
    for root in (_PACKAGED / "models", _CHECKOUT / "models"):
        if (root / name / "settings.json").is_file():
            return root / name
        names |= {path.parent.name for path in root.glob("*/settings.json")}
    known = ", ".join(sorted(names)) or "none"
    raise ModelError(
        f"there is no model {name!r}; models found: {known}. "
        "Give one of these names, or the path of a folder that holds settings.json."
    )


def file_digest(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
