"""Train a model by a recipe."""

from pathlib import Path
from typing import Annotated

import typer

from slantwise.cli.options import (
    says_what_went_wrong,
)
from slantwise.errors import MissingExtraError


@says_what_went_wrong
def train(
    recipe: Annotated[Path, typer.Argument(help="A recipe in TOML; see models/recipes.")],
    data: Annotated[Path, typer.Option(help="Folder of the public releases it names.")],
    *,
    corpora: Annotated[Path, typer.Option(help="Folder of our own corpora.")] = Path("corpora"),
    work: Annotated[Path, typer.Option(help="Folder for checkpoints.")] = Path("checkpoints"),
    out: Annotated[Path | None, typer.Option(help="Model folder; models/NAME else.")] = None,
) -> None:
    """Train a model by a recipe, calibrate it, quantise it and write it with its card.

    A run that was stopped goes on from its last checkpoint. Needs the train extra.
    """
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        from slantwise.train.run import load_training, run_recipe
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"training needs the package {error.name!r}: pip install 'slantwise[train]'"
        ) from error
    training = load_training(recipe, data, corpora, work)
    run_recipe(training, out or Path("models") / training.recipe.name)
