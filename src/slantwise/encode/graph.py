"""The weights in a model's ONNX graph, as fp32 arrays under the names of the network's modules.

For engines that run the network themselves: the int8 weights are multiplied out with their
scales, and what smoothing moved from activations into weights is moved back. The graph itself
stays what ONNX Runtime reads.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slantwise.errors import MissingExtraError, ModelError

Floats = NDArray[np.float32]

_PREFIX = "/network/"
_ROUNDED = "MatMulIntegerToFloat"
_BIAS = {"Gemm": 2, _ROUNDED: 6}
"""Operators that add a bias themselves, with its place among their inputs."""
_SMOOTHING = "_smoothing"
"""Ending of the constants by which `train.smooth` divides an activation."""


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """A product with a weight, and an added bias.

    Attributes:
        weight: array [out, in].
        bias: array [out]; None where nothing is added.
    """

    weight: Floats
    bias: Floats | None


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """A layer normalisation over the last axis.

    Attributes:
        weight: array [width].
        bias: array [width].
        epsilon: what is added to the variance.
    """

    weight: Floats
    bias: Floats
    epsilon: float


class Graph:
    """A model's graph, asked for weights by the path of the module that holds them.

    A path is that of the network as it was exported, without its root:
    "trunk/layer.0/attention/self/query".
    """

    def __init__(self, path: Path) -> None:
        """Read the graph at `path` and the weights in the files beside it.

        Raises:
            MissingExtraError: the package onnx is not installed.
            ModelError: the file is not an ONNX graph.
        """
        try:
            import onnx
            from google.protobuf.message import DecodeError
        except ModuleNotFoundError as error:
            raise missing(error) from error
        try:
            graph = onnx.load(str(path)).graph
        except (DecodeError, OSError, onnx.checker.ValidationError) as error:
            raise ModelError(
                f"{path} cannot be read as an ONNX graph ({error}). Get the model again."
            ) from error
        self.path = path
        self._tensors: dict[str, Any] = {tensor.name: tensor for tensor in graph.initializer}
        self._nodes: dict[str, Any] = {node.name: node for node in graph.node}
        self._makers: dict[str, Any] = {name: node for node in graph.node for name in node.output}
        self._readers: dict[str, list[Any]] = defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self._readers[name].append(node)
        self.outputs: tuple[str, ...] = tuple(output.name for output in graph.output)

    def has(self, module: str) -> bool:
        """Whether the graph multiplies with the weight of that module."""
        return self._product(module) is not None

    def affine(self, module: str) -> Affine:
        """Weight and bias of a linear module.

        Raises:
            ModelError: the graph holds no such module.
        """
        node = self._product(module)
        weight = self._weight(node) if node is not None else None
        if weight is None:
            raise self._lacking(module)
        smoothing = self._smoothing(node.input[0])
        if _attributes(node).get("transB", 0) == 0:
            weight = weight.T
        place = _BIAS.get(node.op_type)
        if place is None:
            bias = self._added(node.output[0])
        else:
            bias = self._constant(node.input[place]) if len(node.input) > place else None
        if smoothing is not None:
            weight = weight * smoothing
        return Affine(np.ascontiguousarray(weight, dtype=np.float32), bias)

    def norm(self, module: str) -> Norm:
        """Weight, bias and epsilon of a layer normalisation.

        Raises:
            ModelError: the graph holds no such module.
        """
        node = self._nodes.get(f"{_PREFIX}{module}/LayerNormalization")
        arrays = [self._constant(name) for name in node.input[1:3]] if node is not None else []
        if len(arrays) < 2 or arrays[0] is None or arrays[1] is None:
            raise self._lacking(module)
        return Norm(arrays[0], arrays[1], float(_attributes(node).get("epsilon", 1e-5)))

    def table(self, name: str) -> Floats:
        """An embedding table [row, width]; `name` is its module's, in dots: "embeddings.words".

        Raises:
            ModelError: the graph holds no such table.
        """
        whole = self._constant(f"{name}.weight")
        if whole is not None:
            return whole
        rows, scale = self._constant(f"{name}.rows"), self._constant(f"{name}.scale")
        if rows is None or scale is None:
            raise self._lacking(name)
        return rows * scale

    def source(self, module: str) -> str:
        """Name of the node whose output a linear module reads, before smoothing and rounding.

        Raises:
            ModelError: the graph holds no such module, or it reads an input of the graph.
        """
        node = self._product(module)
        made = self._unrounded(node.input[0])[0] if node is not None else None
        if made is None:
            raise self._lacking(module)
        return str(made.name)

    def last_size(self, node: str) -> int:
        """Size of the last axis that a Reshape node gives.

        Raises:
            ModelError: the graph holds no such node, or the size is not a constant.
        """
        found = self._nodes.get(_PREFIX + node)
        shape = found.input[1] if found is not None else ""
        maker = self._makers.get(shape)
        if maker is not None and maker.op_type == "Concat":
            shape = maker.input[-1]
        sizes = self._constant(shape)
        if sizes is None or sizes[-1] < 1:
            raise self._lacking(node)
        return int(sizes[-1])

    def _product(self, module: str) -> Any:
        names = (f"{_PREFIX}{module}/{kind}" for kind in ("MatMul", "Gemm"))
        return next((self._nodes[name] for name in names if name in self._nodes), None)

    def _weight(self, node: Any) -> Floats | None:
        """The weight that a product multiplies with, as its node holds it: [in, out] or turned."""
        if node.op_type != _ROUNDED:
            return self._constant(node.input[1])
        return self._scaled([node.input[place] for place in (1, 3, 5)], axis=1)

    def _constant(self, name: str) -> Floats | None:
        """The fp32 values under a name, int8 ones multiplied out; None where none is constant."""
        if name in self._tensors:
            return _array(self._tensors[name])
        node = self._makers.get(name)
        if node is None:
            return None
        if node.op_type == "Identity":  # the exporter keeps one of two equal weights
            return self._constant(node.input[0])
        if node.op_type == "Constant":
            return _array(_attributes(node)["value"])
        if node.op_type == "DequantizeLinear":
            return self._scaled(node.input, axis=_attributes(node).get("axis", 1))
        return None

    def _scaled(self, names: Sequence[str], *, axis: int) -> Floats | None:
        """Values times their scale, given the names of values, scale and zero point."""
        arrays = [self._constant(name) for name in names]
        values, scale = arrays[0], arrays[1]
        if values is None or scale is None:
            return None
        zero = arrays[2] if len(arrays) > 2 and arrays[2] is not None else np.zeros_like(scale)
        if scale.ndim == 1 and scale.size > 1:
            shape = [1] * values.ndim
            shape[axis] = -1
            scale, zero = scale.reshape(shape), zero.reshape(shape)
        product: Floats = ((values - zero) * scale).astype(np.float32)
        return product

    def _added(self, name: str) -> Floats | None:
        """The constant that is added to a product, if any."""
        for node in self._readers.get(name, ()):
            if node.op_type == "Add":
                others = [self._constant(other) for other in node.input if other != name]
                if others and others[0] is not None:
                    return others[0]
        return None

    def _smoothing(self, name: str) -> Floats | None:
        """What an activation is multiplied by before a product, if anything."""
        return self._unrounded(name)[1]

    def _unrounded(self, name: str) -> tuple[Any, Floats | None]:
        """The node that made an activation before it was smoothed and rounded; the smoothing."""
        node = self._makers.get(name)
        while node is not None and node.op_type in {"DequantizeLinear", "QuantizeLinear"}:
            node = self._makers.get(node.input[0])
        if node is None or node.op_type != "Mul" or not node.input[1].endswith(_SMOOTHING):
            return node, None
        return self._makers.get(node.input[0]), self._constant(node.input[1])

    def _lacking(self, what: str) -> ModelError:
        return ModelError(
            f"{self.path}: no {what!r} in the graph. Expected a graph that `slantwise train` "
            "exports; the ONNX path (--device cpu) runs any other."
        )


def missing(error: ModuleNotFoundError) -> MissingExtraError:
    """What to raise where a package of the GPU path is not installed."""
    return MissingExtraError(
        f"the GPU path needs the package {error.name!r}: pip install 'slantwise[gpu]'"
    )


def _array(tensor: Any) -> Floats:
    from onnx import numpy_helper

    values: Floats = numpy_helper.to_array(tensor).astype(np.float32)
    return values


def _attributes(node: Any) -> dict[str, Any]:
    from onnx.helper import get_attribute_value

    return {attribute.name: get_attribute_value(attribute) for attribute in node.attribute}
