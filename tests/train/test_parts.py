from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from slantwise.train.parts import write_in_parts


def graph(folder: Path) -> Path:
    """x · a · b + c with a and b of 160,000 bytes each, c of 800."""
    chance = np.random.default_rng(1)
    a, b = (chance.normal(size=(200, 200)).astype(np.float32) for _ in range(2))
    c = np.ones(200, dtype=np.float32)
    nodes = [
        helper.make_node("MatMul", ["x", "a"], ["y"]),
        helper.make_node("MatMul", ["y", "b"], ["z"]),
        helper.make_node("Add", ["z", "c"], ["out"]),
    ]
    values = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 200]) for name in ("x", "out")
    ]
    weights = [numpy_helper.from_array(w, n) for w, n in ((a, "a"), (b, "b"), (c, "c"))]
    model = helper.make_model(
        helper.make_graph(nodes, "g", values[:1], values[1:], weights),
        opset_imports=[helper.make_opsetid("", 17)],
    )
    model.ir_version = 8
    path = folder / "whole.onnx"
    onnx.save(model, str(path))
    return path


def run(path: Path) -> np.ndarray:  # type: ignore[type-arg]
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (out,) = session.run(None, {"x": np.linspace(0, 1, 200, dtype=np.float32)[None]})
    return np.asarray(out)


@pytest.mark.parametrize(("most_bytes", "n_files"), [(1_000_000, 1), (200_000, 3), (320_000, 2)])
def test_a_graph_in_parts_computes_the_same(tmp_path: Path, most_bytes: int, n_files: int) -> None:
    source = graph(tmp_path)
    (tmp_path / "out").mkdir()
    files = write_in_parts(source, tmp_path / "out" / "model.onnx", most_bytes=most_bytes)
    # Whole: 320,800 bytes of weights. Of a and b, a file of 200,000 takes one, of 320,000 both.
    assert len(files) == n_files
    assert all(file.stat().st_size <= most_bytes for file in files)
    assert sorted(files) == sorted((tmp_path / "out").iterdir())
    assert (run(files[0]) == run(source)).all()
