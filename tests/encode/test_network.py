import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from tests.encode.conftest import Tiny, run_graph, without_rounding  # noqa: E402

from slantwise.encode.graph import Graph  # noqa: E402
from slantwise.encode.layers import distance_buckets  # noqa: E402
from slantwise.encode.network import Network  # noqa: E402
from slantwise.encode.states import STATE, with_state  # noqa: E402
from slantwise.errors import ModelError  # noqa: E402
from slantwise.resources import model_folder  # noqa: E402

ALL_HEADS = {
    *("bias", "loaded", "kind", "technique", "stance", "holder", "target", "attributed"),
    *("hit_from", "hit_on", "tag", "entity"),
}


def run(network: Network, feed: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    with torch.inference_mode():
        found = network.eval()(
            *(torch.from_numpy(feed[k]) for k in ("input_ids", "attention_mask"))
        )
    return {name: array.float().numpy() for name, array in found.items()}


def assert_close(left: dict[str, np.ndarray], right: dict[str, np.ndarray], atol: float) -> None:
    for name, array in left.items():
        assert array.shape == right[name].shape, name
        assert np.allclose(array, right[name], atol=atol), name


def test_every_head_of_an_exported_graph_gives_what_onnx_runtime_gives(tiny: Tiny) -> None:
    expected = tiny.run(tiny.fp32)
    assert set(expected) == ALL_HEADS
    assert_close(expected, run(Network(Graph(tiny.fp32)), tiny.feed), 1e-4)


def test_int8_weights_are_multiplied_out_and_smoothing_is_undone(tiny: Tiny) -> None:
    assert any("_smoothing" in t.name for t in onnx.load(str(tiny.int8)).graph.initializer)
    expected = run_graph(without_rounding(tiny.int8), tiny.feed)
    assert_close(expected, run(Network(Graph(tiny.int8)), tiny.feed), 1e-4)


def test_the_shipped_model_differs_by_the_rounding_of_activations_alone() -> None:
    path = model_folder("base") / "model.onnx"
    ids = np.random.default_rng(1).integers(1000, 20_000, (2, 24))
    mask = np.ones_like(ids)
    mask[1, 9:] = 0
    feed = {"input_ids": ids, "attention_mask": mask}
    expected = run_graph(without_rounding(path), feed)
    assert_close(expected, run(Network(Graph(path)), feed), 1e-3)


def test_the_state_is_the_graphs(tiny: Tiny) -> None:
    graph = with_state(tiny.fp32.read_bytes(), where="fp32.onnx")
    expected = run_graph(graph, tiny.feed)[STATE]
    found = run(Network(Graph(tiny.fp32)), tiny.feed)[STATE]
    assert np.allclose(expected, found, atol=1e-4)


def test_bf16_is_near_and_its_logits_are_not_rounded(tiny: Tiny) -> None:
    exact = run(Network(Graph(tiny.fp32)), tiny.feed)
    near = run(Network(Graph(tiny.fp32)).rounded(torch.bfloat16), tiny.feed)
    # Eight bits of a mantissa: each rounding moves a value by up to 2^-9 = 0.002 of itself.
    for name, array in exact.items():
        spread = float(np.abs(array).max())
        assert np.abs(near[name] - array).max() < 0.05 * max(spread, 1.0), name
    stance = torch.from_numpy(near["stance"])
    assert not torch.equal(stance.to(torch.bfloat16).float(), stance)


@pytest.mark.parametrize("n_tokens", [3, 140])
def test_distances_fall_in_the_librarys_buckets(n_tokens: int) -> None:
    modeling = pytest.importorskip("transformers.models.mpnet.modeling_mpnet")
    places = torch.arange(n_tokens)
    expected = modeling.MPNetEncoder.relative_position_bucket(
        places[None, :] - places[:, None], num_buckets=32
    )
    assert torch.equal(distance_buckets(n_tokens, 32), expected)


def test_a_trunk_of_another_kind_is_refused(tiny: Tiny, tmp_path) -> None:
    model = onnx.load(str(tiny.fp32))
    for node in model.graph.node:
        node.name = node.name.replace("/attention/", "/convolution/")
    onnx.save(model, str(tmp_path / "other.onnx"))
    with pytest.raises(ModelError, match=r"other\.onnx: the trunk is none of \['bert', 'mpnet'\]"):
        Network(Graph(tmp_path / "other.onnx"))


def test_a_head_that_reads_no_layer_is_refused(tiny: Tiny, tmp_path) -> None:
    model = onnx.load(str(tiny.fp32))
    nodes = {node.name: node for node in model.graph.node}
    embedded = nodes["/network/trunk/embeddings/LayerNorm/LayerNormalization"].output[0]
    nodes["/network/stance/from_token/MatMul"].input[0] = embedded
    onnx.save(model, str(tmp_path / "other.onnx"))
    with pytest.raises(ModelError, match="'stance/from_token' reads '/network/trunk/embeddings/"):
        Network(Graph(tmp_path / "other.onnx"))
