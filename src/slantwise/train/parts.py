"""A graph with its weights in files of their own, none larger than a repository takes.

A graph that is small enough stays one file. Comes after `quantise`.
"""

from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import TensorProto
from onnx.external_data_helper import set_external_data

# Smaller tensors stay in the graph's own file.
SMALLEST_APART = 1 << 16


def write_in_parts(source: Path, target: Path, *, most_bytes: int) -> list[Path]:
    """Write the graph `source` to `target`, weights beside it where it is over `most_bytes`.

    The weights go to files NAME.1.weights, NAME.2.weights … beside the graph, each of at most
    `most_bytes` unless one tensor alone has more. Gives every file written, the graph first.
    """
    if source.stat().st_size <= most_bytes:
        target.write_bytes(source.read_bytes())
        return [target]
    model = onnx.load(str(source))
    written = [target]
    filled = most_bytes
    for tensor in heavy(model.graph):
        content = tensor.raw_data
        if filled + len(content) > most_bytes:
            written.append(target.with_suffix(f".{len(written)}.weights"))
            written[-1].write_bytes(b"")
            filled = 0
        with written[-1].open("ab") as file:
            file.write(content)
        set_external_data(tensor, written[-1].name, offset=filled, length=len(content))
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        filled += len(content)
    target.write_bytes(model.SerializeToString())
    return written


def heavy(graph: onnx.GraphProto) -> Iterator[TensorProto]:
    """The weights worth a file of their own, in the graph's order."""
    for tensor in graph.initializer:
        if len(tensor.raw_data) >= SMALLEST_APART:
            yield tensor
