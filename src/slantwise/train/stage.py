"""One stage of training: epochs of batches, checkpoints on the way."""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.utils import clip_grad_norm_

from slantwise.train import checkpoint
from slantwise.train.batches import to_batch
from slantwise.train.checkpoint import Position
from slantwise.train.features import Features
from slantwise.train.losses import losses, weighted_sum
from slantwise.train.network import Network
from slantwise.train.precision import rounding_pays
from slantwise.train.recipe import StageSettings

LOG = logging.getLogger(__name__)
Batches = Sequence[Sequence[Features]]
LARGEST_GRADIENT = 1.0
WEIGHT_DECAY = 0.01


@dataclass(frozen=True, slots=True)
class Work:
    """What a stage trains with.

    Attributes:
        settings: the stage's entry in the recipe.
        loss_weights: by task.
        signature: digest that a checkpoint must carry.
        folder: checkpoints of this stage.
        every_s: seconds between checkpoints.
    """

    settings: StageSettings
    loss_weights: dict[str, float]
    signature: str
    folder: Path
    every_s: float = 240.0


def make_optimiser(network: Network, settings: StageSettings) -> torch.optim.AdamW:
    """AdamW with the trunk and the heads at their own rates."""
    heads = network.head_parameters()
    own = {id(parameter) for parameter in heads}
    trunk = [p for p in network.parameters() if id(p) not in own]
    groups = [
        {"params": trunk, "lr": settings.trunk_rate, "peak": settings.trunk_rate},
        {"params": heads, "lr": settings.head_rate, "peak": settings.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY, fused=True)


def rate_share(step: int, n_steps: int, warmup: float) -> float:
    """Share of the highest rate at `step` of `n_steps`: a linear rise, then a linear fall to 0.

    >>> [rate_share(step, 10, 0.2) for step in (0, 1, 2, 6, 9)]
    [0.5, 1.0, 1.0, 0.5, 0.125]
    """
    n_rise = max(1, round(warmup * n_steps))
    if step < n_rise:
        return (step + 1) / n_rise
    return (n_steps - step) / max(1, n_steps - n_rise)


def train_stage(network: Network, batches_of: Callable[[int], Batches], work: Work) -> None:
    """Train `network` in place through the stage, from its last checkpoint if there is one.

    `batches_of` gives the batches of an epoch, the same whenever asked; every epoch is taken to
    be as long as the first, for the fall of the learning rate.
    """
    position = checkpoint.read_position(work.folder, work.signature)
    optimiser = make_optimiser(network, work.settings)
    if position is not None:
        checkpoint.load_network(work.folder, network)
        if position.done:
            return
        checkpoint.load_progress(work.folder, optimiser)
    else:
        position = Position(work.signature, 0, 0, False)
    for epoch in range(position.epoch, work.settings.epochs):
        first = position.step if epoch == position.epoch else 0
        train_epoch(network, optimiser, batches_of(epoch), work, (epoch, first))
    final = Position(work.signature, work.settings.epochs, 0, True)
    checkpoint.save(work.folder, network, optimiser, final)


def train_epoch(
    network: Network,
    optimiser: torch.optim.Optimizer,
    batches: Batches,
    work: Work,
    start: tuple[int, int],
) -> None:
    """Train on the batches of one epoch from step `start[1]` of epoch `start[0]`."""
    epoch, first = start
    n_steps = len(batches) * work.settings.epochs
    network.train()
    sums: dict[str, list[float]] = defaultdict(list)
    began = saved = time.monotonic()
    for step in range(first, len(batches)):
        done = epoch * len(batches) + step
        share = max(0.0, rate_share(done, n_steps, work.settings.warmup))
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * share
        for head, loss in train_step(network, optimiser, batches[step], work).items():
            sums[head].append(loss)
        if (step + 1) % 50 == 0:
            LOG.info("%s", progress(work, (epoch, step, first, len(batches)), began, sums))
            sums.clear()
        if time.monotonic() - saved > work.every_s:
            saved = time.monotonic()
            position = Position(work.signature, epoch, step + 1, False)
            checkpoint.save(work.folder, network, optimiser, position)


def train_step(
    network: Network, optimiser: torch.optim.Optimizer, features: Sequence[Features], work: Work
) -> dict[str, float]:
    """One step on one batch; the loss by task."""
    device = next(network.parameters()).device
    batch = to_batch(features).to(device)
    rounded = rounding_pays(device.type)
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=rounded):
        heads = network(batch.input_ids, batch.attention_mask)
    found = losses(heads, batch)
    if not found:
        return {}
    optimiser.zero_grad(set_to_none=True)
    weighted_sum(found, work.loss_weights).backward()  # type: ignore[no-untyped-call]
    clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
    optimiser.step()
    return {head: float(loss.detach()) for head, loss in found.items()}


def progress(
    work: Work, at: tuple[int, int, int, int], began: float, sums: dict[str, list[float]]
) -> str:
    """A line for the log: place, speed, mean losses since the last line."""
    epoch, step, first, n_batches = at
    speed = (step + 1 - first) * work.settings.batch_size / (time.monotonic() - began)
    means = " ".join(f"{head} {sum(v) / len(v):.3f}" for head, v in sorted(sums.items()))
    name = work.settings.name
    return f"{name} epoch {epoch} step {step + 1}/{n_batches} {speed:.0f} sentences/s {means}"
