from dataclasses import replace
from pathlib import Path

import pytest
import torch

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.errors import ModelError
from slantwise.train import checkpoint
from slantwise.train import stage as stages
from slantwise.train.examples import Example, Mention
from slantwise.train.features import to_features
from slantwise.train.network import Network, build_network
from slantwise.train.recipe import TASKS, StageSettings
from slantwise.train.stage import Batches, Work, train_stage

SETTINGS = StageSettings("s", 2, 2, 16, 1e-3, 1e-2, 0.1, ())
EXAMPLES = [
    Example("1", "ann lied", biased=True, loaded=((4, 8),)),
    Example("2", "bob is good", biased=False, loaded=()),
    Example("3", "the regime lied", mentions=(Mention((4, 10), 0),)),
    Example("4", "ann praised bob", mentions=(Mention((12, 15), 2),)),
]


class KilledError(Exception):
    """Stands for a kill between two steps."""


@pytest.fixture
def batches(tokenizer: SentenceTokenizer) -> Batches:
    features = to_features(EXAMPLES, tokenizer)
    return [features[:2], features[2:], features[1:3]]


def work(folder: Path, signature: str = "a") -> Work:
    return Work(SETTINGS, dict.fromkeys(TASKS, 1.0), signature, folder, every_s=0.0)


def fresh(encoder: Path) -> Network:
    torch.manual_seed(5)
    return build_network(encoder, hidden=8, rank=4, dropout=0.1)


def test_a_killed_training_goes_on_to_the_same_weights(
    encoder: Path, batches: Batches, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fresh(encoder)
    train_stage(whole, lambda _: batches, work(tmp_path / "whole"))

    n_steps = 0
    real_step = stages.train_step

    def step(*arguments: object) -> dict[str, float]:
        nonlocal n_steps
        n_steps += 1
        if n_steps == 5:
            raise KilledError
        return real_step(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "train_step", step)
    with pytest.raises(KilledError):
        train_stage(fresh(encoder), lambda _: batches, work(tmp_path / "cut"))
    monkeypatch.setattr(stages, "train_step", real_step)
    resumed = fresh(encoder)
    train_stage(resumed, lambda _: batches, work(tmp_path / "cut"))
    for name, tensor in whole.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name


def test_training_lowers_the_loss(encoder: Path, batches: Batches, tmp_path: Path) -> None:
    network = fresh(encoder)
    optimiser = stages.make_optimiser(network, SETTINGS)
    found = [stages.train_step(network, optimiser, batches[0], work(tmp_path)) for _ in range(30)]
    assert found[-1]["bias"] < 0.5 * found[0]["bias"]


def test_a_checkpoint_of_other_settings_is_refused(
    encoder: Path, batches: Batches, tmp_path: Path
) -> None:
    train_stage(fresh(encoder), lambda _: batches, work(tmp_path, "a"))
    with pytest.raises(ModelError, match="other settings"):
        train_stage(fresh(encoder), lambda _: batches, work(tmp_path, "b"))


def test_a_finished_stage_is_not_trained_again(
    encoder: Path, batches: Batches, tmp_path: Path
) -> None:
    first = fresh(encoder)
    train_stage(first, lambda _: batches, work(tmp_path))
    second = fresh(encoder)
    train_stage(second, lambda _: [], work(tmp_path))
    assert torch.equal(first.loaded.out.weight, second.loaded.out.weight)
    position = checkpoint.read_position(tmp_path, "a")
    assert position == replace(position, epoch=2, step=0, done=True)  # type: ignore[type-var]


def test_a_folder_without_checkpoint_is_named(tmp_path: Path) -> None:
    assert checkpoint.read_position(tmp_path, "a") is None
    with pytest.raises(ModelError, match="no checkpoint"):
        checkpoint.read_tensors(tmp_path)
