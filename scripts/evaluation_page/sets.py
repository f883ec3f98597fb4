"""Records of what is measured: a set with its figures, and published figures beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Published:
    """A figure of others.

    Attributes:
        value: as published.
        source: where, and on what, in words.
    """

    value: str
    source: str


Metrics = Mapping[str, Published | None]
"""Metrics shown, each with the published figure where one is known."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines of another set that stand among those of a set and are not scored.

    Attributes:
        release: name of the converter in `gold.table`.
        folder: of the release under the data folder.
        gold: name of the gold set.
    """

    release: str
    folder: str
    gold: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One set on which a task is measured.

    Attributes:
        task: name of the task.
        release: name of the converter in `gold.table`.
        folder: of the release under the data folder; of our own under corpora/.
        gold: name of the gold set.
        data: the data in words.
        split: the part of it.
        metrics: metrics shown, each with the published figure where one is known.
        n_chief: how many of the metrics, the first ones, stand side by side for all models.
        own: whether it is ours and always there.
        beside: lines that are put after those of the set.
        learned_as: name of the training data that holds the set ("babe train"): no figure for a
            model that learned from it; empty where no model may.
    """

    task: str
    release: str
    folder: str
    gold: str
    data: str
    split: str
    metrics: Metrics
    n_chief: int = 1
    own: bool = False
    beside: Beside | None = None
    learned_as: str = ""

    @property
    def key(self) -> str:
        """Name of the set and task, unique."""
        among = f"-among-{self.beside.gold}" if self.beside else ""
        return f"{self.gold}{among}.{self.task}"

    @property
    def chief(self) -> tuple[str, ...]:
        """The metrics that stand side by side for all models."""
        return tuple(self.metrics)[: self.n_chief]

    @property
    def head(self) -> str:
        """The head without which a model has no answer; empty where it can do without."""
        return {"stance-directed": "directed", "stance-mentions": "stance"}.get(self.task, "")

    @property
    def command(self) -> str:
        """What measures it, but for the name of the model."""
        return f"slantwise evaluate {self.task} {self.key}.jsonl"


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Figures of a cross-validation on BABE, from a file beside the model.

    Attributes:
        file: name of the file in the model's folder.
        split: how the folds are cut, in words.
        by: what folds are made of, as the script names it.
        metrics: (task head, metric) with the published figure where one is known.
    """

    file: str
    split: str
    by: str
    metrics: Mapping[tuple[str, str], Published | None] = field(default_factory=dict)

    @property
    def command(self) -> str:
        """What measures it, but for the recipe."""
        return f"python scripts/crossvalidate_babe.py DATA --folds-by {self.by}"
