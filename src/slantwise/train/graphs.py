"""The fp32 and int8 graphs of a trained network, in its checkpoint folder."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.examples import Example
from slantwise.train.export import export_onnx
from slantwise.train.fuse import fuse
from slantwise.train.labels import outputs_of
from slantwise.train.network import Network
from slantwise.train.pipeline import Training, training_tokenizer
from slantwise.train.quantise import quantise
from slantwise.train.reading import bucketed, padded
from slantwise.train.recipe import is_blind, trained_tasks
from slantwise.train.shipped import MAX_TOKENS
from slantwise.train.smooth import Feed

CALIBRATION_BATCH = 16
PER_SOURCE = 80


@dataclass(frozen=True, slots=True)
class Graphs:
    """Graphs of one network.

    Attributes:
        fp32: path of the graph as exported.
        int8: path of the quantised graph.
        tokenizer: what their ids come from.
    """

    fp32: Path
    int8: Path
    tokenizer: SentenceTokenizer


def make_graphs(training: Training, network: Network) -> Graphs:
    """Export and quantise `network` into the training's folder of checkpoints."""
    recipe, folder = training.recipe, training.work
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = training_tokenizer(training, MAX_TOKENS, blind=is_blind(recipe))
    graphs = Graphs(folder / "model.fp32.onnx", folder / "model.onnx", tokenizer)
    export_onnx(network, graphs.fp32, outputs_of(trained_tasks(recipe)))
    feeds = calibration_feeds(calibration_examples(training), graphs.tokenizer)
    quantise(graphs.fp32, graphs.int8, feeds, keep=recipe.keep_fp32)
    fuse(graphs.int8)
    return graphs


def calibration_examples(training: Training) -> list[Example]:
    """A sample of every training source, the same for the same seed."""
    names = dict.fromkeys(
        (s.data, s.split) for stage in training.recipe.stage for s in stage.source
    )
    chance = random.Random(training.recipe.seed)  # noqa: S311 - a sample, not secrets
    sample = []
    for name, split in names:
        examples = training.folders.read(name, split)
        sample += chance.sample(examples, min(PER_SOURCE, len(examples)))
    return sample


def calibration_feeds(examples: Sequence[Example], tokenizer: SentenceTokenizer) -> list[Feed]:
    """Batches of ids and mask for calibration, each of one bucket."""
    encodings = tokenizer.encode_batch([example.text for example in examples])
    feeds = []
    for rows in bucketed(encodings, CALIBRATION_BATCH):
        ids, mask = padded([encodings[row] for row in rows])
        feeds.append({"input_ids": ids, "attention_mask": mask})
    return feeds
