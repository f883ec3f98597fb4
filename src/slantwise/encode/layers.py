"""Layers in torch whose weights come from a model's graph: the trunk that all heads stand on.

Needs the gpu extra; `network` puts the heads on it.
"""

import math
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding, gelu, layer_norm, linear, scaled_dot_product_attention

from slantwise.encode.graph import Affine, Graph
from slantwise.errors import ModelError

MASKED_SCORE: Final = -10_000.0
"""As in training: softmax turns it into an exact zero, and bf16 can hold it."""

_ROOT: Final = "network.trunk.bert."
_TO_ATTENTION: Final = {
    "bert": ("attention/self/query", "attention/self/key", "attention/self/value"),
    "mpnet": ("attention/attn/q", "attention/attn/k", "attention/attn/v"),
}
_FROM_ATTENTION: Final = {
    "bert": ("attention/output/dense", "attention/output/LayerNorm"),
    "mpnet": ("attention/attn/o", "attention/LayerNorm"),
}
_FIRST_POSITION: Final = {"bert": 0, "mpnet": 2}
_FARTHEST: Final = 128
"""Distance from which MPNet tells no distances apart; of its library, not in the graph."""


class Dense(nn.Module):
    """A linear step, or several that read the same input, side by side."""

    weight: Tensor
    bias: Tensor | None

    def __init__(self, *parts: Affine) -> None:
        super().__init__()
        biases = [torch.from_numpy(part.bias) for part in parts if part.bias is not None]
        self.register_buffer("weight", torch.cat([torch.from_numpy(p.weight) for p in parts]))
        self.register_buffer("bias", torch.cat(biases) if biases else None)

    def forward(self, states: Tensor) -> Tensor:
        """[..., out] from [..., in], in the weights' precision."""
        return linear(states.to(self.weight.dtype), self.weight, self.bias)


class LayerNorm(nn.Module):
    """Layer normalisation over the last axis."""

    weight: Tensor
    bias: Tensor

    def __init__(self, graph: Graph, module: str) -> None:
        super().__init__()
        norm = graph.norm(module)
        self.register_buffer("weight", torch.from_numpy(norm.weight))
        self.register_buffer("bias", torch.from_numpy(norm.bias))
        self.epsilon = norm.epsilon

    def forward(self, states: Tensor) -> Tensor:
        """[..., width] from the same."""
        return layer_norm(states, self.weight.shape, self.weight, self.bias, self.epsilon)


class Layer(nn.Module):
    """Attention, then two linear steps, each added to what it read and normalised."""

    def __init__(self, graph: Graph, at: str, *, kind: str, n_heads: int) -> None:
        super().__init__()
        joined, norm = _FROM_ATTENTION[kind]
        self.n_heads = n_heads
        self.seen = Dense(*(graph.affine(f"{at}/{name}") for name in _TO_ATTENTION[kind]))
        self.joined = Dense(graph.affine(f"{at}/{joined}"))
        self.joined_norm = LayerNorm(graph, f"{at}/{norm}")
        self.wide = Dense(graph.affine(f"{at}/intermediate/dense"))
        self.narrow = Dense(graph.affine(f"{at}/output/dense"))
        self.norm = LayerNorm(graph, f"{at}/output/LayerNorm")

    def forward(self, states: Tensor, scores: Tensor) -> Tensor:
        """[batch, tokens, width] from the same; `scores` are added to attention's own."""
        shape = (*states.shape[:2], 3, self.n_heads, -1)
        query, key, value = self.seen(states).view(shape).permute(2, 0, 3, 1, 4)
        found = scaled_dot_product_attention(query, key, value, attn_mask=scores)
        joined = self.joined(found.transpose(1, 2).reshape(states.shape))
        states = self.joined_norm(joined + states)
        normed: Tensor = self.norm(self.narrow(gelu(self.wide(states))) + states)
        return normed


class Trunk(nn.Module):
    """The encoder below the heads: BERT, or MPNet with its relative positions."""

    words: Tensor
    places: Tensor
    relative: Tensor | None

    def __init__(self, graph: Graph) -> None:
        """Take the weights from a graph.

        Raises:
            ModelError: the graph's trunk is of neither kind.
        """
        super().__init__()
        kind = trunk_kind(graph)
        places = graph.table(f"{_ROOT}embeddings.position_embeddings")[_FIRST_POSITION[kind] :]
        relative = None
        if kind == "bert":
            places = places + graph.table(f"{_ROOT}embeddings.token_type_embeddings")[0]
            width = graph.last_size("trunk/layer.0/attention/self/Reshape")
            n_heads = places.shape[1] // width
        else:
            relative = torch.from_numpy(graph.table(f"{_ROOT}encoder.relative_attention_bias"))
            n_heads = relative.shape[1]
        words = graph.table(f"{_ROOT}embeddings.word_embeddings")
        self.register_buffer("words", torch.from_numpy(words))
        self.register_buffer("places", torch.from_numpy(places))
        self.register_buffer("relative", relative)
        self.norm = LayerNorm(graph, "trunk/embeddings/LayerNorm")
        self.layers = nn.ModuleList(
            Layer(graph, f"trunk/layer.{number}", kind=kind, n_heads=n_heads)
            for number in range(_n_layers(graph))
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> list[Tensor]:
        """States [batch, tokens, width] that each layer gives, from the first to the last."""
        n_tokens = input_ids.shape[1]
        states = self.norm(embedding(input_ids, self.words) + self.places[:n_tokens])
        scores = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * MASKED_SCORE
        if self.relative is not None:
            buckets = distance_buckets(n_tokens, self.relative.shape[0]).to(self.relative.device)
            scores = scores + self.relative[buckets].permute(2, 0, 1)
        found: list[Tensor] = []
        for layer in self.layers:
            states = layer(states, scores)
            found.append(states)
        return found


def trunk_kind(graph: Graph) -> str:
    """The kind of a trunk, "bert" or "mpnet", by the modules that the graph names.

    Raises:
        ModelError: neither.
    """
    for kind, (query, _, _) in _TO_ATTENTION.items():
        if graph.has(f"trunk/layer.0/{query}"):
            return kind
    raise ModelError(
        f"{graph.path}: the trunk is none of {sorted(_TO_ATTENTION)}, which the GPU path knows. "
        "The ONNX path (--device cpu) runs any."
    )


def distance_buckets(n_tokens: int, n_buckets: int) -> Tensor:
    """Number of the bucket [token, token] of the distance from each token to each other.

    Half of the buckets are for tokens behind, half for tokens ahead; a quarter for one distance
    each, the others grow with the distance (Raffel et al., JMLR 2020, section 2.1).

    >>> distance_buckets(3, 32).tolist()
    [[0, 17, 18], [1, 0, 17], [2, 1, 0]]
    """
    places = torch.arange(n_tokens)
    distance = places[None, :] - places[:, None]
    half, exact = n_buckets // 2, n_buckets // 4
    far = torch.log(distance.abs().clamp_min(1) / exact) / math.log(_FARTHEST / exact)
    grown = (exact + (far * (half - exact)).long()).clamp_max(half - 1)
    near = distance.abs() < exact
    return (distance > 0).long() * half + torch.where(near, distance.abs(), grown)


def _n_layers(graph: Graph) -> int:
    number = 0
    while graph.has(f"trunk/layer.{number}/output/dense"):
        number += 1
    return number
