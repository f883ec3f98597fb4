"""Putting a model among those that can be named: checked, copied whole or not at all."""

import re
import shutil
import tempfile
from pathlib import Path

from slantwise.encode import Model, open_model
from slantwise.errors import ModelError
from slantwise.installed.described import ModelInfo, described
from slantwise.resources import file_digest, user_folder

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def add(path: Path, *, instead: bool = False) -> ModelInfo:
    """Copy a checked model into the user's folder, where its name is then found.

    Only the files that its SHA256SUMS lists are copied, each checked against it before and after;
    nothing of the folder is executed. The copy appears whole or not at all.

    Args:
        path: folder of a model.
        instead: put it in the place of another model of that name that was added before.

    Raises:
        ModelError: it is no whole model, its name is no plain file name, or another model of that
            name was added before.
    """
    model = open_model(path)
    if not _NAME.fullmatch(model.name):
        raise ModelError(
            f"{path / 'settings.json'}: the name {model.name!r} cannot be the name of a folder; "
            "expected letters, digits, points, dashes and underscores, a letter or digit first."
        )
    target = user_folder() / "models" / model.name
    if target.exists() and not instead and _digest(target) != model.digest:
        raise ModelError(
            f"{target} holds another model of that name ({_digest(target)[:12] or 'damaged'}). "
            "Use --replace to put this one in its place, or give it as a path: --model PATH."
        )
    _copy(path, target, model)
    return described(model.name, "user", target)


def _copy(source: Path, target: Path, model: Model) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".adding-") as work:
            draft = Path(work) / model.name
            draft.mkdir()
            for name in ("SHA256SUMS", *_listed(source)):
                shutil.copyfile(source / name, draft / name)
            _listed(draft)
            if open_model(draft).digest != model.digest:
                raise ModelError(f"{source} changed while it was copied; try again.")
            if target.exists():
                target.rename(Path(work) / "before")
            draft.rename(target)
    except OSError as error:
        raise ModelError(f"{target} cannot be written: {error.strerror}.") from error


def _listed(folder: Path) -> list[str]:
    """Names of the files that SHA256SUMS lists, each there and as it says.

    Raises:
        ModelError: a name is no plain file name, or a file is missing or altered.
    """
    sums, names = folder / "SHA256SUMS", []
    for line in filter(None, sums.read_text(encoding="utf-8").splitlines()):
        digest, _, name = line.partition("  ")
        if name != Path(name).name or name in ("", ".", ".."):
            raise ModelError(f"{sums} lists {name!r}; expected plain file names.")
        path = folder / name
        if not path.is_file() or file_digest(path) != digest:
            raise ModelError(f"{path} is missing or not the one that {sums} lists; get it again.")
        names.append(name)
    return names


def _digest(folder: Path) -> str:
    """Digest of the model in a folder; empty where it cannot be used."""
    try:
        return open_model(folder).digest
    except ModelError:
        return ""
