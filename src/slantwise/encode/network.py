"""The network in torch, for inference: the heads of one model's graph on its trunk.

The same arithmetic as the graph that `train.export` writes, with attention in one fused step.
Weights come from the graph; nothing here is trained. Needs the gpu extra.
"""

import re
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from slantwise.encode.graph import Graph
from slantwise.encode.layers import Dense, Trunk
from slantwise.encode.states import STATE
from slantwise.errors import ModelError

_LAYER = re.compile(r"/trunk/layer\.(\d+)/output/LayerNorm/")
_PAIRS: Final = {"pair": ("holder", "target", 3), "hit": ("hit_from", "hit_on", 1)}
"""Head of a pair → its two outputs and its number of classes; one class has no axis."""
_OF_SENTENCE: Final = "bias"


class SentenceHead(nn.Module):
    """One logit a sentence from the first token's state and the mean of the others."""

    def __init__(self, graph: Graph, name: str) -> None:
        super().__init__()
        self.name = name
        self.hidden = Dense(graph.affine(f"{name}/hidden"))
        self.out = Dense(graph.affine(f"{name}/out"))

    def forward(self, layers: list[Tensor], attention_mask: Tensor) -> dict[str, Tensor]:
        """Logits [batch], and the states [batch, 2 × width] that they come from."""
        states = layers[-1].float()
        weights = attention_mask[:, :, None].float()
        mean = (states * weights).sum(1) / weights.sum(1)
        joined = torch.cat([states[:, 0], mean], dim=-1)
        # A matrix product with one column would add up differently by the row's place in the batch.
        logits = (gelu(self.hidden(joined)).to(self.out.weight.dtype) * self.out.weight[0]).sum(-1)
        if self.out.bias is not None:
            logits = logits + self.out.bias[0]
        return {self.name: logits, STATE: joined}


class TokenHead(nn.Module):
    """Logits a token from the token's state, and from the first token's where it has a weight."""

    def __init__(self, graph: Graph, name: str) -> None:
        super().__init__()
        with_first = graph.has(f"{name}/from_first")
        own = f"{name}/from_token" if with_first else f"{name}/hidden"
        self.layer = _layer(graph, own)
        self.own = Dense(graph.affine(own))
        self.first = Dense(graph.affine(f"{name}/from_first")) if with_first else None
        self.out = Dense(graph.affine(f"{name}/out"))

    def forward(self, layers: list[Tensor]) -> Tensor:
        """[batch, tokens, out]."""
        states = layers[self.layer]
        hidden = self.own(states)
        if self.first is not None:
            hidden = hidden + self.first(states[:, :1])
        logits: Tensor = self.out(gelu(hidden))
        return logits


class LabelHead(nn.Module):
    """Logits of labels a token; a single label has no axis."""

    def __init__(self, graph: Graph, name: str) -> None:
        super().__init__()
        self.name = name
        self.head = TokenHead(graph, name)

    def forward(self, layers: list[Tensor], attention_mask: Tensor) -> dict[str, Tensor]:  # noqa: ARG002
        """[batch, tokens, labels], or [batch, tokens]."""
        logits: Tensor = self.head(layers)
        return {self.name: logits.squeeze(-1) if logits.shape[-1] == 1 else logits}


class PairHead(nn.Module):
    """Factors of a pair of spans, with the constants by which either counts alone."""

    def __init__(self, graph: Graph, name: str) -> None:
        super().__init__()
        self.left_name, self.right_name, self.n_classes = _PAIRS[name]
        self.left = TokenHead(graph, f"{name}/holder")
        self.right = TokenHead(graph, f"{name}/target")

    def forward(self, layers: list[Tensor], attention_mask: Tensor) -> dict[str, Tensor]:
        """Both factors, each [batch, tokens, classes, rank], or [batch, tokens, rank]."""
        shape = (*attention_mask.shape, self.n_classes, -1)
        left, right = self.left(layers).view(shape), self.right(layers).view(shape)
        one = torch.ones_like(left[..., :1])
        left = torch.cat([left, one], dim=-1)
        right = torch.cat([right[..., :-1], one, right[..., -1:]], dim=-1)
        if self.n_classes == 1:
            left, right = left.squeeze(-2), right.squeeze(-2)
        return {self.left_name: left, self.right_name: right}


class Network(nn.Module):
    """A model's network: every output of its graph, by name, and the state of the sentence."""

    def __init__(self, graph: Graph) -> None:
        """Build the trunk, and the heads of all outputs that the graph names.

        Raises:
            ModelError: the graph's trunk or one of its heads is of no form known here.
        """
        super().__init__()
        self.trunk = Trunk(graph)
        self.outputs = graph.outputs
        self.heads = nn.ModuleList(
            _head(graph, name) for name in dict.fromkeys(map(_head_of, self.outputs))
        )

    def rounded(self, dtype: torch.dtype) -> "Network":
        """This network in another precision, but for the last step of every head.

        Logits rounded to bf16 would move probabilities in the third digit; that step costs nothing.
        """
        self.to(dtype)
        for name, module in self.named_modules():
            if isinstance(module, Dense) and name.endswith(".out"):
                module.float()
        return self

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> dict[str, Tensor]:
        """Logits by output for int64 [batch, tokens] ids and mask; every row needs a token."""
        layers = self.trunk(input_ids, attention_mask)
        found: dict[str, Tensor] = {}
        for head in self.heads:
            found |= head(layers, attention_mask)
        return found


def _head_of(output: str) -> str:
    return next((head for head, (*both, _) in _PAIRS.items() if output in both), output)


def _head(graph: Graph, name: str) -> nn.Module:
    if name in _PAIRS:
        return PairHead(graph, name)
    return SentenceHead(graph, name) if name == _OF_SENTENCE else LabelHead(graph, name)


def _layer(graph: Graph, module: str) -> int:
    """Number of the trunk's layer that a module reads."""
    source = graph.source(module)
    found = _LAYER.search(source)
    if found is None:
        raise ModelError(
            f"{graph.path}: {module!r} reads {source!r}, expected a layer of the trunk. The GPU "
            "path knows graphs that `slantwise train` exports; the ONNX path (--device cpu) any."
        )
    return int(found.group(1))
