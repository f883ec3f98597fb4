"""The last step: graph, calibration, figures and card of a trained network under models/."""

import json
import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path

from slantwise.encode.model import EVIDENCE
from slantwise.encode.names import write_names
from slantwise.errors import ModelError
from slantwise.train import shipped
from slantwise.train.card import card
from slantwise.train.choosing import choose
from slantwise.train.dev_sets import read_dev, stance_of
from slantwise.train.graphs import Graphs, make_graphs
from slantwise.train.measure import figures
from slantwise.train.names import as_rows
from slantwise.train.network import Network
from slantwise.train.parts import write_in_parts
from slantwise.train.pipeline import Training, training_encoder, training_names
from slantwise.train.reading import graph_forward
from slantwise.train.recipe import is_blind, trained_tasks
from slantwise.train.shipped import DataNote, HeadSettings
from slantwise.train.sources import DataFolders
from slantwise.train.stand_ins import with_stand_ins
from slantwise.version import __version__

LOG = logging.getLogger(__name__)
FOLDS = "crossvalidation.json"
# What one file of the repository may hold; a larger graph is written in parts.
LARGEST_BYTES = 90_000_000


def ship(training: Training, network: Network, target: Path, n_stages: int) -> None:
    """Write the model folder `target` from `network`, trained through `n_stages` stages.

    Settings of sentence bias and loaded words come from the cross-validation beside it, if any.

    Raises:
        ModelError: the graph is larger than the recipe allows.
    """
    graphs = make_graphs(training, network)
    size, most = graphs.int8.stat().st_size, training.recipe.most_bytes
    if most and size > most:
        raise ModelError(f"{graphs.int8} has {size} bytes, the recipe allows {most}")
    folds = read_folds(target / FOLDS)
    write_folder(training, graphs, target, (folds, n_stages))


def write_folder(
    training: Training, graphs: Graphs, target: Path, state: tuple[object, int]
) -> None:
    """Measure the graphs and put every file of the model in place."""
    folds, n_stages = state
    int8 = read_dev(training.folders, graphs.tokenizer, graph_forward(graphs.int8))
    fp32 = read_dev(training.folders, graphs.tokenizer, graph_forward(graphs.fp32))
    heads = choose(int8, settled(folds))
    found, whole = figures(int8, heads), figures(fp32, heads)
    notes = data_notes(training, n_stages)
    with tempfile.TemporaryDirectory(dir=training.work) as name:
        ready = Path(name)
        write_in_parts(graphs.int8, ready / "model.onnx", most_bytes=LARGEST_BYTES)
        write_tokenizer(training, ready)
        document = shipped.settings_document(
            training.recipe.name,
            heads,
            training=training_document(training, notes, n_stages),
            reads_words="words" in trained_tasks(training.recipe),
        )
        shipped.write_json(ready / "settings.json", document)
        same = (stance_of(int8).logits.argmax(1) == stance_of(fp32).logits.argmax(1)).mean()
        metrics = {"int8": found, "fp32": whole, "stance_agreement_int8_fp32": float(same)}
        shipped.write_json(ready / "metrics.json", metrics)
        text = card(training.recipe, notes, found, whole, folds)
        (ready / "CARD.md").write_text(text, encoding="utf-8")
        # Weights fitted to another graph are worse than the default ones.
        (target / EVIDENCE).unlink(missing_ok=True)
        shipped.put_in_place(ready, target)
    shipped.write_sums(target)
    LOG.info("wrote %s: %s", target, json.dumps(found["stance"]))


def write_tokenizer(training: Training, folder: Path) -> None:
    """Write tokenizer.json into `folder`; beside it the names that the model does not see."""
    source = training_encoder(training) / "tokenizer.json"
    text = source.read_text(encoding="utf-8")
    if is_blind(training.recipe):
        text = with_stand_ins(text, where=str(source))
        write_names(as_rows(training_names(training)), folder / "names.tsv")
    shipped.write_tokenizer(text, folder / "tokenizer.json")


def read_folds(path: Path) -> object:
    """The cross-validation written at `path`, None if there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def settled(folds: object) -> dict[str, HeadSettings]:
    """Head settings that the cross-validation chose."""
    if not isinstance(folds, Mapping):
        return {}
    return {head: HeadSettings(**entry) for head, entry in folds["heads"].items()}


def data_notes(training: Training, n_stages: int) -> list[DataNote]:
    """One note a data set and split that the first `n_stages` stages name and that is there."""
    folders: DataFolders = training.folders
    stages = training.recipe.stage[:n_stages]
    names = dict.fromkeys((s.data, s.split) for stage in stages for s in stage.source)
    counted = [(name, split, len(folders.read(name, split))) for name, split in names]
    return [folders.note(name, split, n) for name, split, n in counted if n]


def training_document(
    training: Training, notes: list[DataNote], n_stages: int
) -> dict[str, object]:
    """The entry "training" of settings.json."""
    recipe = training.recipe
    return {
        "recipe": recipe.name,
        "recipe_sha256": training.recipe_sha256,
        "stages": [stage.name for stage in recipe.stage[:n_stages]],
        "data": [
            {"name": n.name, "sha256": n.sha256, "n": n.n, "licence": n.licence} for n in notes
        ],
        "seed": recipe.seed,
        "code": __version__,
    }
