"""Command for training: `python -m slantwise.train RECIPE.toml --data DIR …`."""

import argparse
import logging
from pathlib import Path

from slantwise.train.run import load_training, run_recipe, ship_again


def main() -> None:
    """Train, export and ship the model of one recipe."""
    parser = argparse.ArgumentParser(prog="slantwise.train", description=main.__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public releases")
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--work", type=Path, default=Path("checkpoints"))
    parser.add_argument("--out", type=Path, help="model folder; default models/NAME")
    parser.add_argument("--stages", type=int, help="only the first N stages")
    parser.add_argument("--ship-again", action="store_true", help="no training, only the folder")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    training = load_training(options.recipe, options.data, options.corpora, options.work)
    target = options.out or Path("models") / training.recipe.name
    if options.ship_again:
        ship_again(training, target)
    else:
        run_recipe(training, target, n_stages=options.stages)


if __name__ == "__main__":
    main()
