"""Matrix products: how many operations a graph needs, and how many a second the machine can do.

An operation is one multiplication or one addition: a product of [m, k] by [k, n] has 2 m k n.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_PRODUCTS = frozenset({"MatMul", "Gemm", "MatMulIntegerToFloat"})
_SMALLEST_SHARE = 0.02
"""Products with less of the operations than this say nothing about the encoder's speed."""
_TIMED_SECONDS = 0.4
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Product:
    """A matrix product of a graph, for one row of tokens.

    Attributes:
        inner: k, the length that is summed over.
        outer: n, the width of what comes out.
        operations: 2 m k n, for all that is multiplied.
        of_tokens: whether a weight is multiplied with every token.
    """

    inner: int
    outer: int
    operations: int
    of_tokens: bool


def products(graph: Path, length: int) -> list[Product]:
    """Every matrix product of an encoder's graph, for one row of `length` tokens.

    The graph is run once, unoptimised, with what goes into and out of every product shown: no
    rule about shapes could be wrong.
    """
    import onnx
    import onnxruntime

    model = onnx.load(str(graph))
    nodes = [node for node in model.graph.node if node.op_type in _PRODUCTS]
    shown = dict.fromkeys(name for node in nodes for name in (node.input[0], node.output[0]))
    known = {output.name for output in model.graph.output}
    model.graph.output.extend(
        onnx.helper.make_empty_tensor_value_info(name) for name in shown if name not in known
    )
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    values = dict(zip(shown, session.run(list(shown), _row(session, length)), strict=True))
    return [_product(values[node.input[0]], values[node.output[0]]) for node in nodes]


def operations(graph: Path, length: int) -> int:
    """Operations of all matrix products of an encoder's graph, for one row of `length` tokens."""
    return sum(product.operations for product in products(graph, length))


def peak(sizes: Sequence[tuple[int, int]], *, rows: int, threads: int) -> dict[str, float]:
    """Operations a second of int8 products [rows, k] by [k, n], by "kxn".

    The best of several rounds, each of many products: what the machine can do, not what it does
    beside other work. `MatMulInteger`: unsigned activations, signed weights, 32-bit sums, as in
    the encoder.
    """
    return {f"{k}x{n}": _speed(k, n, rows=rows, threads=threads) for k, n in sizes}


def token_sizes(found: Sequence[Product]) -> list[tuple[int, int]]:
    """Sizes (k, n) of the weights in which an encoder spends its time, in ascending order."""
    total = sum(product.operations for product in found)
    by_size: dict[tuple[int, int], int] = {}
    for product in found:
        if product.of_tokens:
            size = (product.inner, product.outer)
            by_size[size] = by_size.get(size, 0) + product.operations
    return sorted(size for size, n in by_size.items() if n >= _SMALLEST_SHARE * total)


def _row(session: Any, length: int) -> dict[str, Any]:
    return {item.name: np.ones((1, length), dtype=np.int64) for item in session.get_inputs()}


def _product(given: Any, made: Any) -> Product:
    inner = given.shape[-1]
    return Product(inner, made.shape[-1], 2 * made.size * inner, given.ndim == 3)


def _speed(k: int, n: int, *, rows: int, threads: int) -> float:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(
        _integer_product(k, n).SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    random = np.random.default_rng(1)
    given = {"a": random.integers(0, 256, (rows, k), dtype=np.uint8)}
    best = 0.0
    for _ in range(_ROUNDS):
        done, started = 0, time.perf_counter()
        while (seconds := time.perf_counter() - started) < _TIMED_SECONDS:
            session.run(None, given)
            done += 1
        best = max(best, done * 2 * rows * k * n / seconds)
    return best


def _integer_product(k: int, n: int) -> Any:
    from onnx import TensorProto, helper, numpy_helper

    weights = np.random.default_rng(2).integers(-127, 128, (k, n), dtype=np.int8)
    node = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
    graph = helper.make_graph(
        [node],
        "product",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, [None, k])],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [None, n])],
        [numpy_helper.from_array(weights, "b")],
    )
    opset = helper.make_opsetid("", 17)
    return helper.make_model(graph, opset_imports=[opset], ir_version=9)
