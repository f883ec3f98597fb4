"""A recipe from file to model folder: what `slantwise train` and the scripts call."""

from pathlib import Path

from slantwise.train.pipeline import Training, after_stage, train
from slantwise.train.recipe import read_recipe
from slantwise.train.ship import ship
from slantwise.train.shipped import sha256_of
from slantwise.train.sources import DataFolders


def load_training(recipe: Path, data: Path, corpora: Path, work: Path) -> Training:
    """The training that the recipe file `recipe` describes.

    `data` holds the public releases, `corpora` our own sentences; checkpoints go to a folder of
    the recipe's name under `work`.

    Raises:
        SettingsError: the recipe is not valid.
    """
    settings = read_recipe(recipe)
    folders = DataFolders(data, corpora)
    teacher = recipe.parent / settings.teacher if settings.teacher else None
    digest = sha256_of(recipe)
    return Training(settings, folders, work / settings.name, work, digest, teacher)


def run_recipe(training: Training, target: Path, *, n_stages: int | None = None) -> None:
    """Train through the recipe's stages (or the first `n_stages`) and write `target`.

    Goes on from checkpoints of an earlier, killed run.
    """
    network = train(training, n_stages)
    ship(training, network, target, n_stages or len(training.recipe.stage))


def ship_again(training: Training, target: Path) -> None:
    """Write `target` anew from the last stage's checkpoint, without training.

    For thresholds that a cross-validation has chosen since.

    Raises:
        ModelError: the last stage has not been trained.
    """
    n_stages = len(training.recipe.stage)
    ship(training, after_stage(training, n_stages - 1), target, n_stages)
