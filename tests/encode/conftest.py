"""Tiny networks of both kinds of trunk, exported as training exports them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

N_TOKENS = 140
"""More than the 128 from which MPNet tells no distances apart."""

SIZE: dict[str, Any] = {
    "vocab_size": 40,
    "hidden_size": 16,
    "num_hidden_layers": 3,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 160,
}


@dataclass(frozen=True)
class Tiny:
    """Graphs of one network with every head, and a batch: a full row, one of 5 tokens, one of 1."""

    fp32: Path
    int8: Path
    feed: dict[str, np.ndarray]

    def run(self, path: Path) -> dict[str, np.ndarray]:
        return run_graph(str(path), self.feed)


def run_graph(graph: str | bytes, feed: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What ONNX Runtime gives for a batch, by output."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    # As written: fused, int8 weights are multiplied in ways of their own.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, feed), strict=True))


def without_rounding(path: Path) -> bytes:
    """The graph at `path` with activations as they are; its weights stay those of int8."""
    import onnx

    model = onnx.load(str(path))
    rounded = {n.output[0]: n.input[0] for n in model.graph.node if n.op_type == "QuantizeLinear"}
    plain = {
        node.output[0]: rounded[node.input[0]]
        for node in model.graph.node
        if node.op_type == "DequantizeLinear" and node.input[0] in rounded
    }
    nodes = [part for node in model.graph.node for part in taken_apart(node, rounded)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    for node in model.graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = plain.get(name, name)
    return model.SerializeToString()


def taken_apart(node: Any, rounded: dict[str, str]) -> list[Any]:
    """A fused int8 product as a product of activations as they are, its weight multiplied out."""
    from onnx.helper import make_node

    if node.op_type != "MatMulIntegerToFloat":
        return [node]
    states, weight, _, step, _, zero, *bias = node.input
    out = node.output[0]
    product = f"{out}_product" if bias else out
    parts = [
        make_node("DequantizeLinear", [weight, step, zero], [f"{out}_weight"], axis=1),
        make_node("MatMul", [rounded[states], f"{out}_weight"], [product]),
    ]
    return [*parts, *([make_node("Add", [product, *bias], [out])] if bias else [])]


def export(folder: Path, kind: str, *, fresh: bool) -> Tiny:
    """A network of that trunk; a fresh one has equal norms and zero biases, which graphs share."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from safetensors.torch import save_file
    from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

    from slantwise.train.export import export_onnx
    from slantwise.train.network import build_network
    from slantwise.train.quantise import quantise

    torch.manual_seed(3)
    config, model_of = {
        "bert": (BertConfig(**SIZE), BertModel),
        "mpnet": (MPNetConfig(**SIZE), MPNetModel),
    }[kind]
    config.architectures = [model_of.__name__]
    config.save_pretrained(folder)
    weights = model_of(config, add_pooling_layer=False).state_dict()
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    network = build_network(folder, hidden=8, rank=4, dropout=0.0)
    if not fresh:
        with torch.no_grad():
            for parameter in network.parameters():
                parameter.add_(0.2 * torch.randn_like(parameter))
    ids = np.random.default_rng(5).integers(4, 40, (3, N_TOKENS))
    mask = (np.arange(N_TOKENS) < np.array([[N_TOKENS], [5], [1]])).astype(np.int64)
    tiny = Tiny(
        folder / "fp32.onnx", folder / "int8.onnx", {"input_ids": ids, "attention_mask": mask}
    )
    export_onnx(network, tiny.fp32)
    quantise(tiny.fp32, tiny.int8, [tiny.feed], keep=["layer.1/output/dense"])
    return tiny


@pytest.fixture(scope="session", params=["bert", "mpnet", "bert fresh"])
def tiny(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    """A tiny network's graphs."""
    kind, _, fresh = request.param.partition(" ")
    return export(tmp_path_factory.mktemp(kind), kind, fresh=bool(fresh))
