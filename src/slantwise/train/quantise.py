"""The int8 form of an exported graph, with activation scales fixed once by calibration.

Fixed scales make a sentence's logits independent of what shares its batch: a scale computed
from the batch at hand would not.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import onnx
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from slantwise.train.smooth import Feed, smooth

# The heads read one normalised state without outlying channels; only the trunk needs smoothing.
TRUNK = "/trunk/"


class FeedReader(CalibrationDataReader):  # type: ignore[misc]
    """Calibration batches in the form that ONNX Runtime asks for."""

    def __init__(self, feeds: Sequence[Feed]) -> None:
        self._feeds: Iterator[Feed] = iter(feeds)

    def get_next(self) -> Feed | None:
        """The next batch, or None after the last."""
        return next(self._feeds, None)


def weighted_matmuls(graph: onnx.GraphProto) -> list[str]:
    """Names of the multiplications by a constant weight, which are the ones worth int8."""
    constants = {tensor.name for tensor in graph.initializer}
    return [
        node.name
        for node in graph.node
        if node.op_type in {"MatMul", "Gemm"} and node.input[1] in constants
    ]


def quantise(source: Path, target: Path, feeds: Sequence[Feed], *, keep: Sequence[str]) -> None:
    """Write the int8 form of the graph `source` to `target`.

    `feeds` are calibration batches; node names that contain a string of `keep` stay fp32.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        graph = onnx.load(str(ready))
        nodes = [n for n in weighted_matmuls(graph.graph) if not any(part in n for part in keep)]
        smooth(graph, [n for n in nodes if TRUNK in n], feeds)
        onnx.save(graph, str(ready))
        quantize_static(
            str(ready),
            str(target),
            FeedReader(feeds),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["MatMul", "Gemm"],
            nodes_to_quantize=nodes,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
            extra_options={"OpTypesToExcludeOutputQuantization": ["MatMul", "Gemm"]},
        )
