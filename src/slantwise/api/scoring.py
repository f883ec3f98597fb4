"""Models: scored, audited, listed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.resources import SWAPS, shipped

if TYPE_CHECKING:
    from slantwise.evaluation import Evaluation
    from slantwise.evaluation.audit import Audit, AuditSettings
    from slantwise.installed import ModelInfo

from slantwise.api.articles import load


def evaluate(
    task: str,
    gold: str | Path,
    *,
    model: str = "base",
    actors: Sequence[str | Path] = (),
    progress: Callable[[int], None] | None = None,
) -> "Evaluation":
    """Score a model against a gold file.

    Args:
        task: one of the tasks in docs/gold.md ("stance-mentions", "voice", …).
        gold: a JSON Lines file in that task's form.
        model: name of a shipped model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        progress: called with the number of items done.

    Raises:
        GoldError: a line of the gold file is not of the task's form.
        ModelError: the model is missing, altered or of another format.
    """
    from slantwise.evaluation import evaluate as score

    return score(task, Path(gold), load(model, actors=actors), progress=progress)


def audit(
    pairs: str | Path | None = None,
    *,
    model: str = "base",
    actors: Sequence[str | Path] = (),
    settings: "AuditSettings | None" = None,
    progress: Callable[[int], None] | None = None,
) -> "Audit":
    """How a model's answers change when, in the same sentence, only the actor does.

    Args:
        pairs: a pairs file in the form of docs/audit.md; None takes the sentences that ship.
        model: name of a model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        settings: of intervals and tests.
        progress: called with the number of sentences done.

    Raises:
        GoldError: a line of the pairs file is not of its form.
        ModelError: the model is missing, altered or of another format.
    """
    from slantwise.evaluation.audit import audit as run_audit

    path = shipped(SWAPS) if pairs is None else Path(pairs)
    return run_audit(path, load(model, actors=actors), settings=settings, progress=progress)


def models() -> "tuple[ModelInfo, ...]":
    """Every model that can be named: digest, size, terms of its data, figures, where it was found.

    Looked for in the checkout's models/, then in the user's folder, then in the package.
    """
    from slantwise.installed import installed

    return installed()


def add_model(path: str | Path, *, instead: bool = False) -> "ModelInfo":
    """Copy a checked model folder into the user's folder, where its name is then found.

    Args:
        path: folder of a model.
        instead: put it in the place of another model of that name that was added before.

    Raises:
        ModelError: it is no whole model, or another of that name was added before.
    """
    from slantwise.installed import add

    return add(Path(path), instead=instead)


def model_card(name: str) -> str:
    """The card of a model, in Markdown: what it learned from, how good it is, where it fails.

    Raises:
        ModelError: there is no such model, or it brings no card.
    """
    from slantwise.installed import card

    return card(name)
