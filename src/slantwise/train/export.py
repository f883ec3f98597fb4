"""The network as an ONNX graph in fp32, with the word embeddings already in int8 rows.

Comes after training and before `quantise`.
"""

import copy
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from slantwise.train.labels import HEADS
from slantwise.train.network import Network

OPSET = 17


class Int8Rows(nn.Module):
    """An embedding table held as int8 with one scale a row.

    A scale a row costs 0.5 % of the size and keeps rare words as exact as frequent ones, which
    one scale for the whole table would not.
    """

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = (table.abs().amax(dim=1, keepdim=True) / 127).clamp_min(1e-12)
        self.rows = nn.Buffer((table / scale).round().to(torch.int8))
        self.scale = nn.Buffer(scale)

    def forward(self, input_ids: Tensor) -> Tensor:
        """fp32 rows [..., width] for ids [...]."""
        return self.rows[input_ids].to(self.scale.dtype) * self.scale[input_ids]


class ExportForm(nn.Module):
    """The network with plain tensors as outputs, ready to be traced."""

    def __init__(self, network: Network, outputs: Sequence[str]) -> None:
        super().__init__()
        self.outputs = tuple(outputs)
        self.network = copy.deepcopy(network).float()
        bert = self.network.trunk.get_submodule("bert")
        words = bert.get_parameter("embeddings.word_embeddings.weight")
        embeddings = bert.get_submodule("embeddings")
        embeddings.register_module("word_embeddings", Int8Rows(words.detach()))
        self.eval()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Logits in the order of the outputs."""
        heads = self.network(input_ids, attention_mask)
        return tuple(getattr(heads, name) for name in self.outputs)


def export_onnx(network: Network, path: Path, outputs: Sequence[str] = HEADS) -> None:
    """Write the graph of `network` to `path`; batch and tokens stay free sizes.

    `outputs` are the heads to keep: one that was not trained does not belong in a graph.
    """
    form = ExportForm(network, outputs)
    input_ids = torch.ones((2, 16), dtype=torch.long)
    attention_mask = torch.ones_like(input_ids)
    attention_mask[1, 9:] = 0
    axes = {0: "batch", 1: "tokens"}
    names = ["input_ids", "attention_mask"]
    with warnings.catch_warnings(), torch.no_grad():
        # The newer exporter needs onnxscript, which slantwise does not depend on.
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        warnings.filterwarnings("ignore", category=torch.jit._trace.TracerWarning)
        torch.onnx.export(
            form,
            (input_ids, attention_mask),
            str(path),
            input_names=names,
            output_names=list(outputs),
            dynamic_axes=dict.fromkeys(names, axes)
            | {n: axes for n in outputs if n != "bias"}
            | {"bias": {0: "batch"}},
            opset_version=OPSET,
            dynamo=False,
        )
