import numpy as np
import pytest

from slantwise.encode import OnnxEncoder, open_model
from slantwise.encode.states import with_state
from slantwise.errors import ModelError
from slantwise.resources import model_folder

TEXTS = ["Police cleared the bridge.", "The council met on Monday, and nothing was signed."]


def test_a_state_changes_nothing_else():
    model = open_model(model_folder("base"))
    plain = OnnxEncoder(model, threads=1).encode(TEXTS)
    with_states = OnnxEncoder(model, threads=1, states=True).encode(TEXTS)
    for before, after in zip(plain, with_states, strict=True):
        assert before.state is None and after.state is not None and after.state.shape == (768,)
        assert before.bias == after.bias
        for name in ("loaded", "kind", "technique", "stance", "holder", "target", "attributed"):
            assert np.array_equal(getattr(before, name), getattr(after, name))


def test_a_graph_without_state_is_refused():
    with pytest.raises(ModelError, match="no sentence state"):
        with_state(b"graph", where="model.onnx")
