"""Weights that turn values of tokens into values of spans."""

from collections.abc import Sequence

import torch
from torch import Tensor


def averaging(groups: Sequence[tuple[int, ...]], n_tokens: int) -> Tensor:
    """Weights [groups, tokens] whose product with token values is the mean over each group."""
    weights = torch.zeros(len(groups), n_tokens)
    for row, group in enumerate(groups):
        weights[row, list(group)] = 1.0 / len(group)
    return weights


def pair_logits(first: tuple[Tensor, Tensor], second: tuple[Tensor, Tensor]) -> Tensor:
    """Logits [p, …] of pairs: mean factor of one span times that of the other, summed over rank.

    Each side is weights [p, tokens] that average and factors [p, tokens, …, rank].
    """
    left = torch.einsum("pt,pt...->p...", first[0], first[1])
    right = torch.einsum("pt,pt...->p...", second[0], second[1])
    return (left * right).sum(-1)
