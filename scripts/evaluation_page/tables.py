"""What the parts of the page share: a model with its figures, and Markdown tables."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation_page.measuring import Result
from slantwise.encode import Model

NOT_YET = "not measured yet"


@dataclass(frozen=True, slots=True)
class Measurements:
    """A model and what was measured of it.

    Attributes:
        model: the model.
        results: by key of the row; a row that was not measured is not there.
    """

    model: Model
    results: Mapping[str, Result] = field(default_factory=dict)

    def document(self, name: str) -> dict[str, Any]:
        """The content of a JSON file beside the model; empty where there is no such file."""
        path = self.model.folder / name
        if not path.is_file():
            return {}
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found


def folds_of(model: Model, file: str) -> dict[str, Any] | str:
    """The content of a file of cross-validation, or why there are no figures of this model."""
    found = Measurements(model).document(file)
    if not found:
        return NOT_YET
    training = Measurements(model).document("settings.json").get("training", {})
    if found.get("recipe_sha256") != training.get("recipe_sha256"):
        return f"{NOT_YET} ({file} is of another recipe)"
    return found


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def interval(figure: Mapping[str, float]) -> str:
    """The interval of a figure in words."""
    return f"{figure['low']:.3f} to {figure['high']:.3f}"
