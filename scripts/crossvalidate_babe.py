"""Cross-validate the last stage of a recipe on BABE and write crossvalidation.json.

Usage: crossvalidate_babe.py DATA_FOLDER [--recipe models/recipes/base.toml] [--folds 5]
The earlier stages must have been trained (scripts/train_base.sh); a killed run goes on.
"""

import argparse
import json
import logging
from dataclasses import asdict
from pathlib import Path

from slantwise.train.crossvalidate import chosen_heads, crossvalidated, fold_items
from slantwise.train.run import load_training
from slantwise.train.shipped import write_json, write_sums

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run the folds, print the figures and write them beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--recipe", type=Path, default=ROOT / "models" / "recipes" / "base.toml")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    training = load_training(options.recipe, options.data, ROOT / "corpora", ROOT / "checkpoints")
    parts = fold_items(training, options.folds)
    document = {
        "data": "babe train",
        "n_folds": options.folds,
        "seed": training.recipe.seed,
        "recipe_sha256": training.recipe_sha256,
        "heads": {head: asdict(s) for head, s in chosen_heads(parts).items()},
        "figures": crossvalidated(parts),
    }
    target = ROOT / "models" / training.recipe.name
    write_json(target / "crossvalidation.json", document)
    write_sums(target)
    print(json.dumps(document["figures"], indent=2))


if __name__ == "__main__":
    main()
