"""Token states of a pretrained encoder, from one layer below the last and from the last.

The attention mask is built inside, so that the exported graph takes ids and mask alone.
"""

from typing import Protocol

import torch
from torch import Tensor, nn

# A score that softmax turns into an exact zero in fp32, and that bf16 can hold.
MASKED_SCORE = -10_000.0
# Parts of speech are read best from the middle layers (Tenney, Das and Pavlick, ACL 2019); and
# there they take no room in the last one, which the other heads read.
LOWER_SHARE = 2 / 3


class Trunk(Protocol):
    """Any encoder that the network can stand on."""

    bert: nn.Module

    def __call__(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, tokens, width] of the lower layer and of the last."""
        ...


def lower_layer(n_layers: int) -> int:
    """How many layers stand below the states that words are read from.

    >>> lower_layer(6), lower_layer(12), lower_layer(2)
    (4, 8, 1)
    """
    return max(1, int(n_layers * LOWER_SHARE))


def blocked(attention_mask: Tensor, like: Tensor) -> Tensor:
    """Scores [batch, 1, 1, tokens] that shut padding out of attention."""
    return (1.0 - attention_mask[:, None, None, :].to(like.dtype)) * MASKED_SCORE


class BertTrunk(nn.Module):
    """A BERT encoder; token types are 0 throughout."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, tokens, width] of the lower layer and of the last."""
        embeddings = self.bert.get_submodule("embeddings")
        states: Tensor = embeddings(input_ids=input_ids, token_type_ids=torch.zeros_like(input_ids))
        mask = blocked(attention_mask, states)
        layers = list(self.bert.get_submodule("encoder.layer").children())
        lower = states
        for number, layer in enumerate(layers, start=1):
            states = layer(states, mask)
            lower = states if number == lower_layer(len(layers)) else lower
        return lower, states


class MpnetTrunk(nn.Module):
    """An MPNet encoder: positions count from 2, and attention knows relative positions."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, tokens, width] of the lower layer and of the last."""
        encoder = self.bert.get_submodule("encoder")
        positions = torch.arange(input_ids.shape[1], device=input_ids.device)[None, :] + 2
        states: Tensor = self.bert.get_submodule("embeddings")(
            input_ids=input_ids, position_ids=positions
        )
        bias = encoder.compute_position_bias(states[:1])  # type: ignore[operator]
        mask = blocked(attention_mask, states) + bias
        layers = list(encoder.get_submodule("layer").children())
        lower = states
        for number, layer in enumerate(layers, start=1):
            states = layer(states, mask)[0]
            lower = states if number == lower_layer(len(layers)) else lower
        return lower, states


TRUNKS = {"bert": BertTrunk, "mpnet": MpnetTrunk}
"""Trunk by `model_type` of the encoder's config.json."""
