"""The training loss: every head on the examples that have labels for it.

Losses are summed over sentences and divided by the batch size, so that a head's pull follows the
share of sentences that carry its labels and a batch with one such sentence is not magnified.
"""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from slantwise.train.averages import pair_logits
from slantwise.train.batches import TOKEN_CLASSES, Batch
from slantwise.train.network import HeadLogits
from slantwise.train.soft_targets import soft_losses


def mention_logits(logits: Tensor, rows: Tensor, weights: Tensor) -> Tensor:
    """Means [m, 3] over each mention's tokens of token logits [batch, tokens, 3]."""
    return torch.einsum("mt,mtc->mc", weights, logits[rows])


def losses(heads: HeadLogits, batch: Batch) -> dict[str, Tensor]:
    """Loss [] by head, only for heads that the batch has labels for; "soft …" is a teacher's."""
    n_sentences = batch.input_ids.shape[0]
    found: dict[str, Tensor] = {}
    known = batch.biased >= 0
    if known.any():
        found["bias"] = functional.binary_cross_entropy_with_logits(
            heads.bias[known].float(), batch.biased[known], reduction="sum"
        )
    for head in TOKEN_CLASSES:
        if batch.labelled[head].any():
            found[head] = token_loss(getattr(heads, head), batch, head)
    found |= span_losses(heads, batch)
    if (batch.tags >= 0).any():
        tags = class_loss(heads.tag, batch.tags)
        found["words"] = tags + class_loss(heads.entity, batch.entities)
    for task, loss in soft_losses(heads, batch.soft).items():
        found[f"soft {task}"] = loss
    return {head: loss / n_sentences for head, loss in found.items()}


def span_losses(heads: HeadLogits, batch: Batch) -> dict[str, Tensor]:
    """Loss [] by head that judges mentions or pairs, summed over them; none where none is there."""
    found: dict[str, Tensor] = {}
    rows, weights, stances = batch.mentions
    if len(rows):
        logits = mention_logits(heads.stance.float(), rows, weights)
        found["stance"] = functional.cross_entropy(logits, stances, reduction="sum")
    rows, holders, targets, stances = batch.pairs
    if len(rows):
        sides = (holders, heads.holder[rows].float()), (targets, heads.target[rows].float())
        logits = pair_logits(*sides)
        found["directed"] = functional.cross_entropy(logits, stances, reduction="sum")
    rows, words, actors, falls = batch.hits
    if len(rows):
        sides = (words, heads.hit_from[rows].float()), (actors, heads.hit_on[rows].float())
        found["hit"] = functional.binary_cross_entropy_with_logits(
            pair_logits(*sides), falls.float(), reduction="sum"
        )
    return found


def token_loss(logits: Tensor, batch: Batch, head: str) -> Tensor:
    """Binary cross-entropy [], summed over classes, averaged over tokens, summed over sentences.

    `logits` are [batch, tokens, classes], or without the last axis for one class.
    """
    targets, labelled = batch.classes[head], batch.labelled[head]
    logits = logits.float().view(targets.shape)
    each = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none").sum(-1)
    counts = labelled.sum(1).clamp_min(1.0)
    total: Tensor = ((each * labelled).sum(1) / counts).sum()
    return total


def class_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy [], averaged over each sentence's labelled tokens, summed over sentences.

    `logits` are [batch, tokens, classes], `targets` [batch, tokens], -1 where unlabelled.
    """
    known = targets >= 0
    each = functional.cross_entropy(
        logits.float().flatten(0, 1), targets.clamp_min(0).flatten(), reduction="none"
    ).view(targets.shape)
    total: Tensor = ((each * known).sum(1) / known.sum(1).clamp_min(1)).sum()
    return total


def weighted_sum(found: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """Sum [] of losses, each times its head's weight; a teacher's also times the weight "soft"."""
    return torch.stack([loss * weight_of(head, weights) for head, loss in found.items()]).sum()


def weight_of(head: str, weights: Mapping[str, float]) -> float:
    """The weight of a head's loss.

    >>> weight_of("soft bias", {"bias": 2.0, "soft": 0.5})
    1.0
    """
    kind, _, task = head.rpartition(" ")
    return weights[task] * (weights["soft"] if kind else 1.0)
