"""Cross-validate the last stage of a recipe on BABE and write the figures beside the model.

Usage: crossvalidate_babe.py DATA_FOLDER [--recipe models/recipes/base.toml] [--folds 5]
                             [--folds-by random|outlet|topic]

Folds of sentences give crossvalidation.json, which thresholds are taken from; folds that share no
outlet, or no topic, give crossvalidation_outlet.json and crossvalidation_topic.json. Near-duplicate
sentences share a fold in all three. The earlier stages must have been trained
(scripts/train_base.sh); a killed run goes on.
"""

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from slantwise.evaluation.metrics import Figure, Metric, auc, calibration_error, f1, macro_f1, mcc
from slantwise.evaluation.metrics import figures as with_intervals
from slantwise.train.crossvalidate import (
    FoldItems,
    Pooled,
    chosen_heads,
    crossvalidated,
    fold_items,
    pooled_by_head,
)
from slantwise.train.folds import FoldsBy
from slantwise.train.pipeline import Training
from slantwise.train.run import load_training
from slantwise.train.shipped import write_json, write_sums

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    FoldsBy.RANDOM: "crossvalidation.json",
    FoldsBy.OUTLET: "crossvalidation_outlet.json",
    FoldsBy.TOPIC: "crossvalidation_topic.json",
}


def main() -> None:
    """Run the folds, print the figures and write them beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--recipe", type=Path, default=ROOT / "models" / "recipes" / "base.toml")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--folds-by", type=FoldsBy, choices=list(FoldsBy), default=FoldsBy.RANDOM)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    training = load_training(options.recipe, options.data, ROOT / "corpora", ROOT / "checkpoints")
    written = document(training, fold_items(training, options.folds, options.folds_by))
    written["folds_by"] = options.folds_by.value
    target = ROOT / "models" / training.recipe.name
    write_json(target / FILES[options.folds_by], written)
    write_sums(target)
    print(json.dumps(written["figures"], indent=2))


def document(training: Training, parts: Sequence[FoldItems]) -> dict[str, Any]:
    """What the file holds: settings chosen, figures with 95 % intervals, and the folds."""
    figures = crossvalidated(parts)
    for head, found in intervals(parts).items():
        for metric, figure in found.items():
            figures[head] |= {f"{metric}_low": figure.low, f"{metric}_high": figure.high}
    return {
        "data": "babe train",
        "n_folds": len(parts),
        "seed": training.recipe.seed,
        "recipe_sha256": training.recipe_sha256,
        "heads": {head: asdict(s) for head, s in chosen_heads(parts).items()},
        "figures": figures,
        "folds": [{"n": len(part.bias.gold), "groups": list(part.groups)} for part in parts],
    }


def intervals(parts: Sequence[FoldItems]) -> dict[str, dict[str, Figure]]:
    """Bootstrap intervals of the figures, sentences drawn anew; folds stay as they were cut.

    They say how far a figure would move with other sentences, not with other training.
    """
    heads = pooled_by_head(parts)
    n_words = np.concatenate([part.n_words for part in parts])
    return {
        "bias": with_intervals(bias_metrics(heads["bias"]), len(heads["bias"].gold)),
        "loaded": with_intervals({"f1": word_f1(heads["loaded"], n_words)}, len(n_words)),
    }


def bias_metrics(items: Pooled) -> Mapping[str, Metric]:
    """Metrics of sentence bias, the sentence as unit."""
    p, gold = items.probability, items.gold
    sure, right = np.maximum(p, 1 - p), (p >= 0.5) == gold
    return {
        "macro_f1": macro_f1(gold, items.found, 2),
        "mcc": mcc(gold, items.found),
        "auc": auc(gold, p),
        "ece": calibration_error(sure, right, n_bins=10),
    }


def word_f1(items: Pooled, n_words: np.ndarray) -> Metric:
    """F1 of loaded words with the sentence as unit; `n_words` [sentence] in order of the items."""
    sentence = np.repeat(np.arange(len(n_words)), n_words)

    def per_sentence(flags: np.ndarray) -> np.ndarray:
        return np.bincount(sentence, flags, len(n_words))

    both = per_sentence(items.gold & items.found)
    return f1(both, per_sentence(items.gold), per_sentence(items.found))


if __name__ == "__main__":
    main()
