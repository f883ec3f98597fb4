"""The evaluator: a gold file and an analyser in, figures with intervals out.

Last step of the pipeline for coded texts; `slantwise evaluate` prints what comes back.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import GoldError
from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.fields import listed
from slantwise.evaluation.gold import digest_of, read_gold
from slantwise.evaluation.metrics import Bootstrap, Figure, figures
from slantwise.evaluation.tasks import TASKS


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The gold file that was scored.

    Attributes:
        path: as the user named it.
        sha256: of its bytes, in hexadecimal.
        n: lines, that is items.
    """

    path: str
    sha256: str
    n: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of one gold file.

    Attributes:
        task: name of the task.
        gold: the file.
        scored: items that got an answer.
        abstained: items on which the analyser named no class; they count against the figures.
        failed: items that it could not judge; they count against the figures too.
        signature: what made the figures: the analyser's signature, the settings of other stages
            that the task asks, and the bootstrap's.
        metrics: figures by name; one that is not defined on this gold is not there.
        notes: what a reader of the figures must know, in words.
    """

    task: str
    gold: GoldFile
    scored: int
    abstained: int
    failed: int
    signature: Mapping[str, str]
    metrics: Mapping[str, Figure]
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The metrics file as plain data; the notes are not part of it."""
        return {
            "task": self.task,
            "gold": asdict(self.gold),
            "scored": self.scored,
            "abstained": self.abstained,
            "failed": self.failed,
            "signature": dict(self.signature),
            "metrics": {name: asdict(figure) for name, figure in self.metrics.items()},
        }


def evaluate(
    task: str,
    gold: Path,
    analyser: Analyser,
    *,
    bootstrap: Bootstrap | None = None,
    progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Figures of the analyser's answers to a gold file, with bootstrap intervals.

    Args:
        task: name of a task ("stance-mentions", …; the keys of `TASKS`).
        gold: JSON Lines in that task's form, plain or gzipped.
        analyser: what `slantwise.load` gives.
        bootstrap: draws, level and seed of the intervals; by default 1,000 draws and 95 %.
        progress: called with the number of lines read so far, after each.

    Raises:
        GoldError: the task is unknown, or the file is missing, empty or not of the task's form.
    """
    if task not in TASKS:
        raise GoldError(f"there is no task {task!r}; expected {listed(tuple(TASKS))}")
    chosen, digest, counted = bootstrap or Bootstrap(), digest_of(gold), _Counter(progress)
    signature = analyser.signature()
    found = TASKS[task](counted.through(read_gold(task, gold)), analyser)
    values = figures(found.metrics, found.n_units, chosen)
    return Evaluation(
        task=task,
        gold=GoldFile(str(gold), digest, counted.n),
        scored=found.answered,
        abstained=found.abstained,
        failed=found.failed,
        signature={**signature, **found.signed, **chosen.signed()},
        metrics=values,
        notes=(*found.notes, *_undefined(found.metrics, values)),
    )


class _Counter:
    """Counts the items that pass, and tells."""

    def __init__(self, tell: Callable[[int], None] | None) -> None:
        self.n = 0
        self._tell = tell

    def through(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self.n += 1
            if self._tell:
                self._tell(self.n)
            yield item


def _undefined(asked: Mapping[str, object], given: Mapping[str, object]) -> tuple[str, ...]:
    missing = [name for name in asked if name not in given]
    if not missing:
        return ()
    return (f"left out, since not defined on this gold: {', '.join(missing)}",)
