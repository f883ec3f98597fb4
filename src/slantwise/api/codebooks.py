"""A codebook of one's own, checked."""

from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.errors import SettingsError

if TYPE_CHECKING:
    from slantwise.codebook import Coder

from slantwise.api.articles import load


def check_codebook(path: str | Path, *, model: str = "base") -> "Coder":
    """A codebook, read and checked, with the classifiers of its labelled sentences.

    Args:
        path: the TOML file.
        model: model whose encoder the classifiers read.

    Raises:
        SettingsError: the codebook is not valid; names file, line and reason.
        ModelError: the model is missing, or gives no sentence states.
    """
    coder = load(model, codebook=path).coder
    if coder is None:
        raise SettingsError(f"codebook {path} was not read")
    return coder
