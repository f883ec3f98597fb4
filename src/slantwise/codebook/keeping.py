"""The codebook kept beside the run that was made with it, as JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from slantwise.codebook.coding import Coder
from slantwise.errors import RunError
from slantwise.run import RunFolder, write_whole

_FILE = "codebook.json"


def write_codebook(run: Path, coder: Coder) -> None:
    """Keep the codebook in the run folder: its kinds, and weights of its classifiers, as JSON.

    Raises:
        RunError: it cannot be written; what stood there still does.
    """
    text = json.dumps(coder.to_dict(), indent=1, ensure_ascii=False) + "\n"
    write_whole(run / _FILE, text.encode())


def read_kept(run: RunFolder) -> Mapping[str, Any] | None:
    """The codebook that a run was made with, as `Coder.to_dict` gave it; None for none.

    Raises:
        RunError: the file is missing though the run was made with a codebook, or is damaged.
    """
    if "codebook_digest" not in run.manifest.signature:
        return None
    path = run.path / _FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise RunError(f"{path} cannot be read ({error}); analyse again into a new run.") from error
    if (
        not isinstance(kept, dict)
        or kept.get("digest") != run.manifest.signature["codebook_digest"]
    ):
        raise RunError(f"{path} is not the codebook of this run; analyse again into a new run.")
    return kept
