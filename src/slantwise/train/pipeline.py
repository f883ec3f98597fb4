"""A recipe carried out stage by stage, each resumable from its checkpoint."""

import hashlib
import json
import logging
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch

from slantwise.encode.model import open_model
from slantwise.encode.names import NameBlinder
from slantwise.encode.tokens import SentenceTokenizer, open_tokenizer
from slantwise.train import checkpoint
from slantwise.train.drawing import Pool, epoch_batches
from slantwise.train.examples import Example
from slantwise.train.folds import FoldsBy
from slantwise.train.names import as_rows, table_names
from slantwise.train.network import Network, build_network
from slantwise.train.pretrained import encoder_folder
from slantwise.train.recipe import Recipe, SourceSettings, StageSettings
from slantwise.train.silver import with_words
from slantwise.train.soft import open_teacher, teach
from slantwise.train.sources import DataFolders, aside_texts, training_examples
from slantwise.train.stage import Batches, Work, train_stage
from slantwise.train.stand_ins import blind_tokenizer, settle_stand_ins

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Training:
    """One training as asked for.

    Attributes:
        recipe: what to do.
        folders: where data lie.
        work: folder of checkpoints.
        cache: folder of what several trainings share: unpacked encoders, words of sentences.
        recipe_sha256: digest of the recipe's file.
        teacher: folder of the model that labels sentences too; None for none.
    """

    recipe: Recipe
    folders: DataFolders
    work: Path
    cache: Path
    recipe_sha256: str = ""
    teacher: Path | None = None

    def fold(self, number: int, by: FoldsBy = FoldsBy.RANDOM) -> "Training":
        """The training of one fold."""
        kind = "" if by is FoldsBy.RANDOM else f"{by}-"
        return replace(self, work=self.work / f"fold-{kind}{number}")


def fresh_network(training: Training) -> Network:
    """The network before the first stage, the same for the same seed; on a GPU if there is one."""
    recipe = training.recipe
    torch.manual_seed(recipe.seed)
    size = recipe.network
    folder = training_encoder(training)
    network = build_network(folder, hidden=size.hidden, rank=size.rank, dropout=size.dropout)
    if any(stage.blind for stage in recipe.stage):
        bert = network.trunk.get_submodule("bert")
        settle_stand_ins(bert, folder / "tokenizer.json", training_names(training))
    return network.to("cuda" if torch.cuda.is_available() else "cpu")


def training_encoder(training: Training) -> Path:
    """The folder of the encoder that the training starts from."""
    return encoder_folder(training.recipe.encoder, training.cache / "encoders")


def training_names(training: Training) -> dict[str, str]:
    """The names that a blind stage reads without, with their classes."""
    return table_names(training.folders.own / "actors")


def training_tokenizer(training: Training, max_tokens: int, *, blind: bool) -> SentenceTokenizer:
    """The encoder's tokenizer, cutting after `max_tokens` tokens."""
    path = training_encoder(training) / "tokenizer.json"
    if blind:
        return blind_tokenizer(path, NameBlinder(training_names(training)), max_tokens)
    return open_tokenizer(path, max_tokens=max_tokens)


def stage_pools(training: Training, stage: StageSettings, aside: Sequence[str]) -> list[Pool]:
    """The sentences of every source of a stage, near-duplicates of `aside` left out."""
    pools = []
    for source in stage.source:
        examples = training_examples(training.folders, source.data, source.split, aside)
        if source.soft:
            examples = to_be_taught(examples, source, stage, training.recipe.seed)
        if source.soft or {"words", "hit"} & set(source.heads):
            examples = with_words(examples, training.cache / "words.parquet")
        pools.append(Pool(source, tuple(examples)))
        LOG.info("%s: %s %s: %d", stage.name, source.data, source.split, len(examples))
    return pools


def to_be_taught(
    examples: Sequence[Example], source: SourceSettings, stage: StageSettings, seed: int
) -> list[Example]:
    """As many examples as the epochs of the stage draw: a teacher reads no more than those."""
    most = source.per_epoch * stage.epochs
    if not most or most >= len(examples):
        return list(examples)
    chance = random.Random(f"{seed}-{stage.name}-{source.data}")  # noqa: S311 - a sample, not secrets
    return chance.sample(list(examples), most)


def taught_pools(training: Training, stage: StageSettings, pools: Sequence[Pool]) -> list[Pool]:
    """The pools with labels of those heads alone that their sources name, and a teacher's labels.

    Raises:
        ModelError: the teacher's folder holds no whole model.
    """
    teacher = None
    if training.teacher is not None and any(pool.settings.soft for pool in pools):
        teacher = open_teacher(training.teacher, training.cache / "taught")
    tokenizer = stage_tokenizer(training, stage)
    taught = []
    for pool in pools:
        examples = [example.only(pool.settings.heads) for example in pool.examples]
        if teacher is not None and pool.settings.soft:
            labels = teach(teacher, pool.examples, tokenizer, pool.settings.soft)
            examples = [replace(e, soft=labels[e.text]) for e in examples]
            LOG.info("%s: taught %s: %d", stage.name, pool.settings.data, len(examples))
        taught.append(Pool(pool.settings, tuple(examples)))
    return taught


def stage_signature(training: Training, index: int, pools: Sequence[Pool]) -> str:
    """Digest of all that decides the outcome of the stage, earlier stages' settings included."""
    document = asdict(training.recipe)
    document["stage"] = document["stage"][: index + 1]
    # How the graph is quantised afterwards leaves the weights as they are.
    del document["keep_fp32"], document["most_bytes"]
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode())
    if training.teacher is not None and any(pool.settings.soft for pool in pools):
        digest.update(open_model(training.teacher).digest.encode())
    if training.recipe.stage[index].blind:
        digest.update(repr(as_rows(training_names(training))).encode())
    for pool in pools:
        for example in pool.examples:
            digest.update(repr(example).encode())
    return digest.hexdigest()


def run_stage(training: Training, index: int, network: Network, pools: Sequence[Pool]) -> None:
    """Train `network` in place through stage `index` on `pools`; resumes from its checkpoint."""
    recipe = training.recipe
    stage = recipe.stage[index]
    tokenizer = stage_tokenizer(training, stage)

    taught: list[Pool] = []

    def batches_of(epoch: int) -> Batches:
        # Taught when first asked for: a stage that is done needs no teacher.
        if not taught:
            taught.extend(taught_pools(training, stage, pools))
        return epoch_batches(taught, stage, tokenizer, f"{recipe.seed}-{stage.name}-{epoch}")

    torch.manual_seed(recipe.seed + index + 1)
    signature = stage_signature(training, index, pools)
    work = Work(stage, recipe.loss_weights, signature, training.work / stage.name)
    train_stage(network, batches_of, work)


def stage_tokenizer(training: Training, stage: StageSettings) -> SentenceTokenizer:
    """The encoder's tokenizer, cutting at the stage's length, with names or without."""
    return training_tokenizer(training, stage.max_tokens, blind=stage.blind)


def train(training: Training, n_stages: int | None = None) -> Network:
    """The network after the recipe's stages (or its first `n_stages`)."""
    network = fresh_network(training)
    aside = aside_texts(training.folders)
    for index, stage in enumerate(training.recipe.stage[:n_stages]):
        pools = stage_pools(training, stage, aside)
        run_stage(training, index, network, pools)
    return network


def after_stage(training: Training, index: int) -> Network:
    """The network as it stood after stage `index`, from its checkpoint.

    Raises:
        ModelError: the stage has not been trained.
    """
    network = fresh_network(training)
    checkpoint.load_network(training.work / training.recipe.stage[index].name, network)
    return network
