"""Models that can be named: which there are, what they learned from and how good they are.

Beside the pipeline; `slantwise models` prints what comes back.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slantwise.encode import Model, open_model
from slantwise.errors import ModelError
from slantwise.resources import file_digest, model_folder, model_folders, user_folder

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_HEADLINE = ("macro_f1", "f1")
"""The first of these that a set has is the figure shown for it."""

_FREE = "any use, naming the source"
_NONE = "no licence given, so for research at most unless its makers say otherwise"
_OTHER = "terms of its own"
_USES = {
    "MIT": _FREE,
    "Apache-2.0": _FREE,
    "BSD": _FREE,
    "CC0": _FREE,
    "CC BY 4.0": _FREE,
    "CC BY-SA": "any use, what is made of it under the same terms",
    "GPL": "any use, what is made of it and passed on under the same licence",
    "AGPL": "any use, what is made of it and passed on or served under the same licence",
    "CC BY-NC": "no commercial use",
    "no licence": _NONE,
}
"""What licences allow, by how their names begin; the freest first."""


@dataclass(frozen=True, slots=True)
class DataTerms:
    """One data set that a model has learned from.

    Attributes:
        name: the set and its split.
        licence: its terms, as found in the release.
    """

    name: str
    licence: str


@dataclass(frozen=True, slots=True)
class ModelFigure:
    """One figure that came with a model.

    Attributes:
        task: what was measured ("stance").
        data: on which data.
        metric: name of the metric.
        value: the figure, 0..1.
        n: items.
    """

    task: str
    data: str
    metric: str
    value: float
    n: int


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that can be named.

    Attributes:
        name: what `--model` takes.
        digest: names the model in every signature; empty where it cannot be used.
        size_mib: size of its files, in MiB.
        place: "checkout", "user" or "package": where it was found; "path" where a path was given.
        folder: its folder.
        terms: the data sets it learned from, with their terms.
        figures: the chief figure of each task and data set; none where it brings no metrics.json.
        problem: why it cannot be used; empty where it can.
    """

    name: str
    digest: str
    size_mib: float
    place: str
    folder: str
    terms: tuple[DataTerms, ...] = ()
    figures: tuple[ModelFigure, ...] = ()
    problem: str = ""

    def terms_in_words(self) -> tuple[str, ...]:
        """One line a kind of terms, with the data sets under it; the freest first."""
        by_use: dict[str, list[str]] = {use: [] for use in (*_USES.values(), _OTHER)}
        for one in self.terms:
            use = use_in_words(one.licence)
            shown = f"{one.name} ({one.licence})" if use in (_NONE, _OTHER) else one.name
            by_use[use].append(shown)
        return tuple(f"{use}: {', '.join(names)}" for use, names in by_use.items() if names)


def use_in_words(licence: str) -> str:
    """What a licence, as found, allows, in a few words; no legal advice.

    >>> use_in_words("CC BY-NC-SA 4.0"), use_in_words("MIT")
    ('no commercial use', 'any use, naming the source')
    """
    return next((use for start, use in _USES.items() if licence.startswith(start)), _OTHER)


def installed() -> tuple[ModelInfo, ...]:
    """Every model that can be named, by name; one that is damaged is listed with its problem."""
    return tuple(
        _described(name, place, folder) for name, (place, folder) in sorted(model_folders().items())
    )


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
    return _described(model.name, "user", target)


def card(name: str) -> str:
    """The card of a model, in Markdown.

    Raises:
        ModelError: there is no such model, or it brings no card.
    """
    path = model_folder(name) / "CARD.md"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError(f"the model {name!r} has no card: {path}: {error.strerror}.") from error


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


def _described(name: str, place: str, folder: Path) -> ModelInfo:
    size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) / 2**20
    known = ModelInfo(name, "", size, place, str(folder))
    try:
        return replace(
            known,
            digest=open_model(folder).digest,
            terms=tuple(_terms(_object(folder / "settings.json"))),
            figures=tuple(_figures(folder)),
        )
    except ModelError as error:
        return replace(known, problem=str(error))


def _terms(settings: Mapping[str, Any]) -> list[DataTerms]:
    data = settings.get("training", {}).get("data", [])
    return [DataTerms(str(one["name"]), str(one["licence"])) for one in data]


def _figures(folder: Path) -> list[ModelFigure]:
    sets = [
        (task, data, values)
        for task, measured in _object(folder / "metrics.json").get("int8", {}).items()
        for data, values in measured.items()
    ]
    folds = _object(folder / "crossvalidation.json")
    for task, values in folds.get("figures", {}).items():
        sets.append((task, f"{folds.get('data')}, {folds.get('n_folds')}-fold", values))
    found = []
    for task, data, values in sets:
        metric = next((name for name in _HEADLINE if name in values), None)
        if metric:
            n, value = int(values.get("n", 0)), float(values[metric])
            found.append(ModelFigure(task, data, metric, value, n))
    return found


def _object(path: Path) -> dict[str, Any]:
    """The object of a JSON file; an empty one where there is no such file.

    Raises:
        ModelError: it holds something else.
    """
    if not path.is_file():
        return {}
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"{path}: not JSON ({error}); get the model again.") from error
    if not isinstance(value, dict):
        raise ModelError(f"{path}: expected a JSON object; get the model again.")
    return value
