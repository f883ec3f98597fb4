"""Biases moved into the int8 products that they are added to: one pass over memory less for each.

ONNX Runtime runs a rounded product as its operator MatMulIntegerToFloat, which can add a bias, and
yet leaves the addition behind it apart. Written out as that operator, the same sums come sooner,
bit for bit (docs/decisions/0015). Comes after `quantise`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import onnx
from onnx import GraphProto, NodeProto, TensorProto

DOMAIN = "com.microsoft"
OPERATOR = "MatMulIntegerToFloat"


def fuse(path: Path) -> None:
    """Write the graph at `path` anew, with every int8 product and its bias as one node.

    The node has the product's name. A graph that is fused already stays as it is.
    """
    model = onnx.load(str(path))
    fuse_graph(model.graph)
    if all(opset.domain != DOMAIN for opset in model.opset_import):
        model.opset_import.append(onnx.helper.make_opsetid(DOMAIN, 1))
    onnx.save(model, str(path))


def fuse_graph(graph: GraphProto) -> None:
    """As `fuse`, in place."""
    makers = {name: node for node in graph.node for name in node.output}
    biases = dict(added_constants(graph))
    nodes: list[NodeProto] = []
    for node in graph.node:
        rounded = [makers.get(name) for name in node.input]
        if node.op_type != "MatMul" or not all(map(is_rounded, rounded)):
            nodes.append(node)
            continue
        addition, bias = biases.get(node.output[0], (node, ""))
        nodes.append(product(node, [r for r in rounded if r is not None], addition, bias))
    fused = {name for node in nodes if node.op_type == OPERATOR for name in node.output}
    kept = [n for n in nodes if n.op_type == OPERATOR or not fused & set(n.output)]
    del graph.node[:]
    graph.node.extend(reversed(list(read_later(kept, [o.name for o in graph.output]))))


def is_rounded(node: NodeProto | None) -> bool:
    """Whether a product's side comes from int8 values with one scale, or one a column."""
    return node is not None and node.op_type == "DequantizeLinear" and len(node.input) == 3


def added_constants(graph: GraphProto) -> Iterator[tuple[str, tuple[NodeProto, str]]]:
    """Values that nothing reads but the addition of a constant vector: it, and the vector."""
    vectors = {tensor.name for tensor in graph.initializer if is_vector(tensor)}
    readers: dict[str, list[NodeProto]] = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            readers[name].append(node)
    given = {output.name for output in graph.output}
    for name, reading in readers.items():
        others = [other for other in reading[0].input if other != name]
        alone = len(reading) == 1 and reading[0].op_type == "Add" and name not in given
        if alone and others and others[0] in vectors:
            yield name, (reading[0], others[0])


def is_vector(tensor: TensorProto) -> bool:
    """Whether a constant has one axis, of fp32 values."""
    return len(tensor.dims) == 1 and tensor.data_type == TensorProto.FLOAT


def product(
    node: NodeProto, rounded: Sequence[NodeProto], addition: NodeProto, bias: str
) -> NodeProto:
    """The fused node; it gives what `addition` gave."""
    left, right = rounded
    inputs = [left.input[0], right.input[0], left.input[1], right.input[1]]
    inputs += [left.input[2], right.input[2], *([bias] if bias else [])]
    return onnx.helper.make_node(
        OPERATOR, inputs, [addition.output[0]], name=node.name, domain=DOMAIN
    )


def read_later(nodes: Sequence[NodeProto], outputs: Sequence[str]) -> Iterator[NodeProto]:
    """The nodes whose values reach an output, last first."""
    wanted = set(outputs)
    for node in reversed(nodes):
        if wanted & set(node.output):
            wanted.update(node.input)
            yield node
