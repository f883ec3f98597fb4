"""Counting the operations of a graph, and measuring those of the machine."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="graphs are counted with the extra train")


def weight(name, *shape):
    return onnx.numpy_helper.from_array(np.ones(shape, dtype=np.float32), name)


@pytest.fixture
def graph(tmp_path):
    """Token rows of 4 states by a weight of 4 x 6, and those by themselves as attention does."""
    helper, proto = onnx.helper, onnx.TensorProto
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["states"]),
        helper.make_node("MatMul", ["states", "w"], ["wide"]),
        helper.make_node("Transpose", ["wide"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("Unsqueeze", ["wide", "axis"], ["rows"]),
        helper.make_node("Unsqueeze", ["turned", "axis"], ["columns"]),
        helper.make_node("MatMul", ["rows", "columns"], ["scores"]),
    ]
    axis = onnx.numpy_helper.from_array(np.array([1]), "axis")
    made = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("input_ids", proto.INT64, [None, None])],
        [helper.make_tensor_value_info("scores", proto.FLOAT, [None, None, None, None])],
        [weight("table", 10, 4), weight("w", 4, 6), axis],
    )
    opset = helper.make_opsetid("", 17)
    path = tmp_path / "model.onnx"
    onnx.save(helper.make_model(made, opset_imports=[opset], ir_version=9), path)
    return path


def test_every_product_is_counted_once_for_a_row(scripts, graph):
    matrix = scripts("benchmarks.matrix")
    # 5 tokens: the weight 2 * 5 * 4 * 6 = 240, the scores 2 * 5 * 6 * 5 = 300.
    assert matrix.products(graph, 5) == [
        matrix.Product(4, 6, 240, True),
        matrix.Product(6, 5, 300, False),
    ]
    assert matrix.operations(graph, 5) == 540
    # Twice the tokens: twice for the weight, four times for the scores.
    assert matrix.operations(graph, 10) == 480 + 1200


def test_sizes_are_those_of_weights_that_matter(scripts):
    matrix = scripts("benchmarks.matrix")
    found = [
        matrix.Product(384, 1536, 600, True),
        matrix.Product(384, 384, 300, True),
        matrix.Product(384, 384, 80, True),
        matrix.Product(32, 32, 15, False),  # attention
        matrix.Product(256, 3, 5, True),  # half a percent of 1,000
    ]
    assert matrix.token_sizes(found) == [(384, 384), (384, 1536)]


def test_the_machines_products_are_right_and_timed(scripts, monkeypatch):
    import onnxruntime

    matrix = scripts("benchmarks.matrix")
    model = matrix._integer_product(3, 2)
    weights = onnx.numpy_helper.to_array(model.graph.initializer[0]).astype(int)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    (made,) = session.run(None, {"a": np.array([[1, 2, 255]], dtype=np.uint8)})
    assert made.tolist() == [(weights[0] + 2 * weights[1] + 255 * weights[2]).tolist()]
    monkeypatch.setattr(matrix, "_TIMED_SECONDS", 0.001)
    speeds = matrix.peak([(8, 4), (4, 8)], rows=16, threads=1)
    assert list(speeds) == ["8x4", "4x8"]
    assert min(speeds.values()) > 0
