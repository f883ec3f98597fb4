"""Int8 products with their biases as one node: the same bits, in fewer nodes."""

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
pytest.importorskip("torch")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from slantwise.encode.session import open_session  # noqa: E402
from slantwise.train.fuse import OPERATOR, fuse  # noqa: E402

X = np.array([[1.0, -2.0], [0.5, 4.0]], dtype=np.float32)


def written(path: Path, *, read_twice: bool = False) -> Path:
    """x in steps of 0.5, times a weight in steps of 0.25 and 0.5, plus (10, 20), as output y.

    With `read_twice`, the product is an output too, so that its bias must stay apart.
    """
    nodes = [
        helper.make_node("QuantizeLinear", ["x", "x_step", "x_zero"], ["q"]),
        helper.make_node("DequantizeLinear", ["q", "x_step", "x_zero"], ["d"]),
        helper.make_node("DequantizeLinear", ["w", "w_step", "w_zero"], ["wd"], axis=1),
        helper.make_node("MatMul", ["d", "wd"], ["product"], name="one"),
        helper.make_node("Add", ["product", "b"], ["y"], name="added"),
    ]
    constants = {
        "x_step": np.array(0.5, dtype=np.float32),
        "x_zero": np.array(128, dtype=np.uint8),
        "w": np.array([[1, 2], [3, -4]], dtype=np.int8),
        "w_step": np.array([0.25, 0.5], dtype=np.float32),
        "w_zero": np.zeros(2, dtype=np.int8),
        "b": np.array([10, 20], dtype=np.float32),
    }
    names = ["y", "product"] if read_twice else ["y"]
    inner = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 2])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    model = helper.make_model(inner, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))
    return path


def kinds(path: Path) -> list[str]:
    return [node.op_type for node in onnx.load(str(path)).graph.node]


def test_product_and_bias_become_one_node_of_the_same_result(tmp_path: Path) -> None:
    path = written(tmp_path / "model.onnx")
    (before,) = open_session(path).run(None, {"x": X})
    fuse(path)
    assert kinds(path) == ["QuantizeLinear", OPERATOR]
    (after,) = open_session(path).run(None, {"x": X})
    # Row 1: 1 * 0.25 - 2 * 0.75 + 10 and 1 * 1 + 2 * 2 + 20; row 2: 0.125 + 3 + 10, 0.5 - 8 + 20.
    assert after.tolist() == before.tolist() == [[8.75, 25.0], [13.125, 12.5]]


def test_a_product_that_something_else_reads_keeps_its_bias_apart(tmp_path: Path) -> None:
    path = written(tmp_path / "model.onnx", read_twice=True)
    fuse(path)
    assert kinds(path) == ["QuantizeLinear", OPERATOR, "Add"]
    y, product = open_session(path).run(None, {"x": X})
    assert (y - product).tolist() == [[10.0, 20.0]] * 2


def test_fusing_again_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "model.onnx")
    fuse(path)
    once = path.read_bytes()
    fuse(path)
    assert path.read_bytes() == once


def test_a_graph_without_int8_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    nodes = [helper.make_node("MatMul", ["x", "x"], ["y"], name="one")]
    x, y = (helper.make_tensor_value_info(n, TensorProto.FLOAT, [2, 2]) for n in "xy")
    model = helper.make_model(
        helper.make_graph(nodes, "g", [x], [y]),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    onnx.save(model, str(path))
    fuse(path)
    assert kinds(path) == ["MatMul"]
