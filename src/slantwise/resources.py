"""Where shipped models, tables and term lists stand.

In a wheel they lie inside the package; in a checkout, at the top of the repository.
"""

import hashlib
import os
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


def user_folder() -> Path:
    """Where a user's own models are kept; need not exist.

    The folder named in the environment variable SLANTWISE_HOME; else the one that the operating
    system gives programs for such files.
    """
    if home := os.environ.get("SLANTWISE_HOME"):
        return Path(home)
    from typer import get_app_dir

    return Path(get_app_dir("slantwise"))


def model_roots() -> dict[str, Path]:
    """Folders in which models are found by name, in the order in which they are looked through.

    By what they are in words: the checkout's, the user's, those that came with the package.
    """
    return {
        "checkout": _CHECKOUT / "models",
        "user": user_folder() / "models",
        "package": _PACKAGED / "models",
    }


def model_folders() -> dict[str, tuple[str, Path]]:
    """Every model found by name: where it was found (key of `model_roots`), and its folder.

    A name that stands in several places is found in the first of them.
    """
    found: dict[str, tuple[str, Path]] = {}
    for place, root in model_roots().items():
        for settings in sorted(root.glob("*/settings.json")):
            found.setdefault(settings.parent.name, (place, settings.parent))
    return found


def model_folder(name: str) -> Path:
    """The folder of a model: a path that holds one, or a name under one of `model_roots`.

    Raises:
        ModelError: no such model.
    """
    if (Path(name) / "settings.json").is_file():
        return Path(name)
    found = model_folders()
    if name in found:
        return found[name][1]
    known = ", ".join(sorted(found)) or "none"
    raise ModelError(
        f"there is no model {name!r}; models found: {known}. Give one of these names, the path of "
        "a folder that holds settings.json, or add such a folder: slantwise models add PATH."
    )


def file_digest(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
