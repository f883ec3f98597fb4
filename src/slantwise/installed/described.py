"""Models as a user sees them: what they learned from and how good they are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slantwise.encode import open_model
from slantwise.errors import ModelError
from slantwise.installed.licences import DataTerms, terms_in_words
from slantwise.resources import model_folder, model_folders

_HEADLINE = ("macro_f1", "f1")
"""The first of these that a set has is the figure shown for it."""


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
        return terms_in_words(self.terms)


def installed() -> tuple[ModelInfo, ...]:
    """Every model that can be named, by name; one that is damaged is listed with its problem."""
    return tuple(
        described(name, place, folder) for name, (place, folder) in sorted(model_folders().items())
    )


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


def described(name: str, place: str, folder: Path) -> ModelInfo:
    """What is known of the model in a folder; its problem where it cannot be used.

    Args:
        name: what `--model` takes for it.
        place: where it was found, as `ModelInfo.place` has it.
        folder: its folder.
    """
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
