import sys
from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from slantwise.encode.graph import Graph  # noqa: E402
from slantwise.errors import MissingExtraError, ModelError  # noqa: E402
from slantwise.train.fuse import fuse  # noqa: E402

STEPS = np.array([[1, -2], [3, 4], [0, 5]], dtype=np.int8)
"""Weight [in, out] in steps; a step of the first output is worth 0.5, of the second 0.25."""


def saved(folder: Path) -> Path:
    """x · 2 for its first and last channel, rounded, times a weight, plus (10, 20)."""
    nodes = [
        helper.make_node("Mul", ["x", "x_smoothing"], ["smooth"], name="smooth"),
        helper.make_node("QuantizeLinear", ["smooth", "step", "zero"], ["q"], name="q"),
        helper.make_node("DequantizeLinear", ["q", "step", "zero"], ["d"], name="d"),
        helper.make_node("DequantizeLinear", ["w", "w_step", "w_zero"], ["wd"], axis=1, name="wd"),
        helper.make_node("MatMul", ["d", "wd"], ["xw"], name="/network/one/MatMul"),
        helper.make_node("Add", ["b", "xw"], ["y"], name="/network/one/Add"),
        helper.make_node("Reshape", ["y", "shape"], ["z"], name="/network/Reshape"),
    ]
    constants = {
        "x_smoothing": np.array([2, 1, 2], dtype=np.float32),
        "step": np.array(0.1, dtype=np.float32),
        "zero": np.array(128, dtype=np.uint8),
        "w": STEPS,
        "w_step": np.array([0.5, 0.25], dtype=np.float32),
        "w_zero": np.zeros(2, dtype=np.int8),
        "b": np.array([10, 20], dtype=np.float32),
        "shape": np.array([-1, 2], dtype=np.int64),
        "words.rows": np.array([[2, 4], [-6, 8]], dtype=np.int8),
        "words.scale": np.array([[0.5], [0.25]], dtype=np.float32),
        "types.weight": np.array([[1, 2]], dtype=np.float32),
    }
    inner = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 3])],
        [helper.make_tensor_value_info("z", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    path = folder / "model.onnx"
    onnx.save(helper.make_model(inner, opset_imports=[helper.make_opsetid("", 17)]), str(path))
    return path


def test_weights_are_steps_times_what_a_step_is_worth(tmp_path: Path) -> None:
    one = Graph(saved(tmp_path)).affine("one")
    # [out, in]: (1, 3, 0) · 0.5 and (-2, 4, 5) · 0.25, each times the smoothing (2, 1, 2).
    assert one.weight.tolist() == [[1.0, 1.5, 0.0], [-1.0, 1.0, 2.5]]
    assert one.bias is not None and one.bias.tolist() == [10.0, 20.0]


def test_a_fused_product_reads_the_same(tmp_path: Path) -> None:
    path = saved(tmp_path)
    plain = Graph(path)
    fuse(path)
    assert [n.op_type for n in onnx.load(str(path)).graph.node].count("MatMulIntegerToFloat") == 1
    fused = Graph(path).affine("one")
    assert fused.weight.tolist() == plain.affine("one").weight.tolist()
    assert fused.bias is not None and fused.bias.tolist() == [10.0, 20.0]
    # The product reads what made x, which here is the graph's own input: no node.
    with pytest.raises(ModelError, match="'one'"):
        Graph(path).source("one")


def test_tables_come_whole_or_as_rows_with_a_scale_each(tmp_path: Path) -> None:
    graph = Graph(saved(tmp_path))
    assert graph.table("words").tolist() == [[1.0, 2.0], [-1.5, 2.0]]
    assert graph.table("types").tolist() == [[1.0, 2.0]]
    assert graph.last_size("Reshape") == 2
    assert graph.outputs == ("z",)


def test_what_is_not_there_is_named_with_the_file(tmp_path: Path) -> None:
    graph = Graph(saved(tmp_path))
    assert graph.has("one") and not graph.has("two")
    for ask in (graph.affine, graph.norm, graph.table, graph.source, graph.last_size):
        with pytest.raises(ModelError, match=r"model\.onnx: no 'two' in the graph"):
            ask("two")


def test_a_file_that_is_no_graph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match=r"model\.onnx cannot be read as an ONNX graph"):
        Graph(tmp_path / "model.onnx")


def test_without_the_package_its_install_command_is_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(MissingExtraError, match=r"'onnx': pip install 'slantwise\[gpu\]'"):
        Graph(tmp_path / "model.onnx")
