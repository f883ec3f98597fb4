import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from slantwise.train.smooth import channel_maxima, smooth

RNG = np.random.default_rng(0)
X = RNG.normal(size=(8, 100)).astype(np.float32)
X[:, 7] *= 50.0
FIRST = RNG.normal(size=(100, 3)).astype(np.float32)
SECOND = RNG.normal(size=(100, 2)).astype(np.float32)


def graph() -> onnx.ModelProto:
    """Two products of one input: x·FIRST and x·SECOND."""
    nodes = [
        helper.make_node("Identity", ["x"], ["same"], name="same"),
        helper.make_node("MatMul", ["same", "first"], ["a"], name="one"),
        helper.make_node("MatMul", ["same", "second"], ["b"], name="two"),
    ]
    inner = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 100])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in "ab"],
        [numpy_helper.from_array(FIRST, "first"), numpy_helper.from_array(SECOND, "second")],
    )
    return helper.make_model(inner, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def run(model: onnx.ModelProto) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return session.run(["a", "b"], {"x": X})


def test_products_stay_and_the_outlying_channel_shrinks() -> None:
    model = graph()
    smooth(model, ["one", "two"], [{"x": X}])  # type: ignore[dict-item]
    for before, after in zip((X @ FIRST, X @ SECOND), run(model), strict=True):
        assert np.allclose(before, after, rtol=1e-4, atol=1e-3)
    (largest,) = channel_maxima(model, ["same_smoothed"], [{"x": X}]).values()  # type: ignore[dict-item]
    # The largest of 800 normal values lies between 2.5 and 5; before it was near 50 times that.
    assert largest.max() < 5.0


def test_nodes_that_are_not_named_stay() -> None:
    model = graph()
    smooth(model, ["two"], [{"x": X}])  # type: ignore[dict-item]
    by_name = {node.name: node for node in model.graph.node}
    assert by_name["one"].input[0] == "same"
    assert by_name["two"].input[0] == "same_smoothed"


def test_channels_of_one_size_need_no_scaling() -> None:
    model = graph()
    even = np.ones((2, 100), dtype=np.float32)
    smooth(model, ["one"], [{"x": even}])  # type: ignore[dict-item]
    assert model == graph()
