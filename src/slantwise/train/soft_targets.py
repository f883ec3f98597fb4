"""A teacher's labels of a batch as tensors, and a student's loss against them.

The loss is the cross-entropy of the student's probabilities under the teacher's (Hinton, Vinyals
and Dean 2015, temperature 1), by task, summed over sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from slantwise.train.averages import averaging, pair_logits
from slantwise.train.examples import SoftLabels
from slantwise.train.labels import ATTRIBUTED, KINDS, STANCES, TECHNIQUES

if TYPE_CHECKING:
    from slantwise.train.network import HeadLogits

WIDTHS = {
    "loaded": 1,
    "kind": len(KINDS),
    "technique": len(TECHNIQUES),
    "attributed": len(ATTRIBUTED),
    "stance": len(STANCES),
}
"""Heads whose logits a token are kept side by side, with their number of columns."""


def columns_of(head: str) -> slice:
    """The columns of a head in `SoftLabels.tokens`.

    >>> columns_of("loaded"), columns_of("kind")
    (slice(0, 1, None), slice(1, 14, None))
    """
    names = list(WIDTHS)
    first = sum(WIDTHS[name] for name in names[: names.index(head)])
    return slice(first, first + WIDTHS[head])


@dataclass(frozen=True, slots=True)
class SoftTargets:
    """A teacher's labels of one batch.

    Attributes:
        bias: logits [batch].
        taught: by task, weight of each token in its sentence's loss [batch, tokens]; for "bias"
            [batch], 1 where it is taught.
        tokens: logits [batch, tokens, 35], columns in the order of `WIDTHS`.
        pairs: rows [p], weights of holder and target [p, tokens], logits [p, 3].
    """

    bias: Tensor
    taught: dict[str, Tensor]
    tokens: Tensor
    pairs: tuple[Tensor, Tensor, Tensor, Tensor]

    def to(self, device: torch.device) -> "SoftTargets":
        """The targets with every tensor on `device`."""
        rows, holders, targets, logits = (part.to(device) for part in self.pairs)
        return SoftTargets(
            self.bias.to(device),
            {task: weights.to(device) for task, weights in self.taught.items()},
            self.tokens.to(device),
            (rows, holders, targets, logits),
        )


def soft_targets(labels: Sequence[SoftLabels | None], width: int) -> SoftTargets:
    """Targets of a batch of `width` tokens; a sentence without labels is not taught."""
    shape = (len(labels), width)
    tokens = torch.zeros(*shape, sum(WIDTHS.values()))
    taught = {task: torch.zeros(shape) for task in WIDTHS} | {"bias": torch.zeros(len(labels))}
    bias = torch.zeros(len(labels))
    for row, label in enumerate(labels):
        if label is None:
            continue
        n_tokens = len(label.tokens)
        tokens[row, :n_tokens] = torch.from_numpy(label.tokens.astype(np.float32))
        bias[row] = label.bias
        taught["bias"][row] = float("bias" in label.tasks)
        for task in label.tasks & set(WIDTHS):
            # [CLS] and [SEP] stand at the ends.
            chosen = label.nouns if task == "stance" else range(1, n_tokens - 1)
            taught[task][row, list(chosen)] = 1.0 / max(1, len(chosen))
    return SoftTargets(bias, taught, tokens, soft_pairs(labels, width))


def soft_pairs(
    labels: Sequence[SoftLabels | None], width: int
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Rows [p], weights [p, tokens] of holders and targets, and logits [p, 3] of all pairs."""
    found = [(row, pair) for row, label in enumerate(labels) if label for pair in label.pairs]
    return (
        torch.tensor([row for row, _ in found], dtype=torch.long),
        averaging([pair.holder for _, pair in found], width),
        averaging([pair.target for _, pair in found], width),
        torch.tensor([pair.logits for _, pair in found]).reshape(-1, len(STANCES)),
    )


def soft_losses(heads: "HeadLogits", targets: SoftTargets) -> dict[str, Tensor]:
    """Loss [] by task, summed over sentences, only for tasks that the batch is taught."""
    found: dict[str, Tensor] = {}
    if targets.taught["bias"].any():
        each = yes_loss(heads.bias.float(), targets.bias)
        found["bias"] = (each * targets.taught["bias"]).sum()
    for task in WIDTHS:
        weights = targets.taught[task]
        if not weights.any():
            continue
        teacher = targets.tokens[:, :, columns_of(task)]
        student = getattr(heads, task).float().view(teacher.shape)
        one_of = class_loss if task == "stance" else all_yes_loss
        found[task] = (one_of(student, teacher) * weights).sum()
    rows, holders, goals, logits = targets.pairs
    if len(rows):
        sides = (holders, heads.holder[rows].float()), (goals, heads.target[rows].float())
        found["directed"] = class_loss(pair_logits(*sides), logits).sum()
    return found


def yes_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Cross-entropy [...] of yes-or-no logits [...] under the teacher's probabilities."""
    return functional.binary_cross_entropy_with_logits(student, teacher.sigmoid(), reduction="none")


def all_yes_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """`yes_loss` summed over the last axis: [...] from [..., classes]."""
    return yes_loss(student, teacher).sum(-1)


def class_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Cross-entropy [...] of logits [..., classes] over classes that exclude one another."""
    return -(teacher.softmax(-1) * student.log_softmax(-1)).sum(-1)
