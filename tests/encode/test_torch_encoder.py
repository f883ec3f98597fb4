import copy
import sys
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from slantwise.encode import (  # noqa: E402
    Encoder,
    Model,
    OnnxEncoder,
    TorchEncoder,
    open_encoder,
    open_model,
)
from slantwise.encode.agreement import compare_encoders  # noqa: E402
from slantwise.errors import MissingExtraError, SettingsError  # noqa: E402
from slantwise.records import SentenceOutputs  # noqa: E402
from slantwise.resources import BACKGROUND, model_folder, shipped  # noqa: E402

HEADS = ("loaded", "kind", "technique", "stance", "holder", "target", "attributed", "tokens")


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model(model_folder("base"))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Every tenth of 300 invented sentences: 30, of 13 to 40 tokens or so."""
    return shipped(BACKGROUND).read_text(encoding="utf-8").splitlines()[::10]


@pytest.fixture(scope="module")
def bf16(model: Model) -> TorchEncoder:
    return TorchEncoder(model, device="cpu", precision="bf16", batch_tokens=256)


@pytest.fixture(scope="module")
def fp32(model: Model) -> TorchEncoder:
    return TorchEncoder(model, device="cpu", batch_tokens=256)


def equal(one: SentenceOutputs, other: SentenceOutputs) -> bool:
    arrays = all(np.array_equal(getattr(one, head), getattr(other, head)) for head in HEADS)
    return arrays and one.bias == other.bias


@pytest.mark.parametrize("precision", ["bf16", "fp32"])
def test_labels_are_those_of_onnx_runtime_within_the_stated_tolerance(
    precision: str, model: Model, request: pytest.FixtureRequest
) -> None:
    # Every third of them: among 30 sentences one label of `bias` on the line would be 3 %.
    texts = shipped(BACKGROUND).read_text(encoding="utf-8").splitlines()[::3]
    encoder: TorchEncoder = request.getfixturevalue(precision)
    found = compare_encoders(OnnxEncoder(model, threads=1), encoder, texts)
    assert set(found) == {*HEADS[:4], "attributed", "bias", "directed"}
    assert found["bias"].n_places == len(texts)
    n_equal, n_places = 0, 0
    for head, agreement in found.items():
        # docs/gpu.md: nowhere more than 0.1; here 2,800 tokens, of which 1 in 100 is chance's.
        assert agreement.largest_difference < 0.1, head
        assert agreement.share_equal >= 0.98, head
        n_equal, n_places = n_equal + agreement.n_equal, n_places + agreement.n_places
    assert n_equal / n_places >= 0.99
    assert any(agreement.mean_difference > 0 for agreement in found.values())


def test_what_shares_a_batch_changes_nothing(bf16: TorchEncoder, texts: list[str]) -> None:
    together = bf16.encode(texts)
    turned = list(reversed(bf16.encode(list(reversed(texts)))))
    alone = [bf16.encode([text])[0] for text in texts[:4]]
    assert all(map(equal, together, turned))
    assert all(map(equal, together[:4], alone))


def test_order_is_kept_and_nothing_gives_nothing(fp32: TorchEncoder, texts: list[str]) -> None:
    assert fp32.encode([]) == []
    given = list(texts[:3])
    first, second, _ = fp32.encode(given, starts=[0, 100, 300])
    assert given == texts[:3]
    assert first.tokens[0, 0] == 0 and second.tokens[0, 0] == 100
    assert first.state is None


def test_an_empty_sentence_and_a_long_one_are_read(fp32: TorchEncoder, model: Model) -> None:
    long = "The mayor said that nothing was signed on Monday. " * 40
    empty, read = fp32.encode(["", long])
    onnx_empty, onnx_read = OnnxEncoder(model, threads=1).encode(["", long])
    assert len(empty.tokens) == len(onnx_empty.tokens) == 0
    assert abs(empty.bias - onnx_empty.bias) < 0.1
    # 40 sentences of 10 tokens and more: over the 254 of one window.
    assert len(read.tokens) > 254 and np.array_equal(read.tokens, onnx_read.tokens)


def test_states_are_given_on_request_and_change_nothing_else(
    fp32: TorchEncoder, model: Model, texts: list[str]
) -> None:
    encoder = TorchEncoder(model, device="cpu", batch_tokens=256, states=True)
    (found,), (plain,) = encoder.encode(texts[:1]), fp32.encode(texts[:1])
    (other,) = OnnxEncoder(model, threads=1, states=True).encode(texts[:1])
    assert equal(found, plain)
    assert found.state is not None and other.state is not None
    assert found.state.shape == other.state.shape == (768,)
    # Nearly one direction: int8 rounds each value by up to a 250th of the range.
    product = float(found.state @ other.state)
    assert product / (np.linalg.norm(found.state) * np.linalg.norm(other.state)) > 0.99


def test_each_way_signs_with_its_name(bf16: TorchEncoder, fp32: TorchEncoder, model: Model) -> None:
    assert OnnxEncoder(model, threads=1).signed() == {}
    assert bf16.signed() == {"encoder": "torch cpu bf16"}
    assert fp32.signed() == {"encoder": "torch cpu fp32"}


def test_without_a_gpu_cuda_is_refused(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(SettingsError, match=r"device 'cuda': torch finds no GPU here.*nvidia-smi"):
        open_encoder(model, device="cuda")


def test_without_torch_its_install_command_is_named(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtraError, match=r"'torch': pip install 'slantwise\[gpu\]'"):
        open_encoder(model, device="cuda")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"device": "tpu"}, "device 'tpu': expected one of"),
        ({"device": "cpu", "precision": "bf16"}, "precision 'bf16' is a setting of the GPU path"),
        ({"device": "cuda", "precision": "fp8"}, "precision 'fp8': expected bf16 or fp32"),
    ],
)
def test_settings_that_mean_nothing_are_refused(model: Model, settings: dict, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        open_encoder(model, **settings)


def test_on_the_cpu_a_model_is_run_by_onnx_runtime(model: Model) -> None:
    encoder: Encoder = open_encoder(model, threads=1)
    assert isinstance(encoder, OnnxEncoder)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU here")
@pytest.mark.parametrize("precision", ["bf16", "fp32"])
def test_on_a_gpu_labels_are_those_of_onnx_runtime(
    precision: str, model: Model, texts: list[str]
) -> None:
    encoder = TorchEncoder(model, device="cuda", precision=precision)
    for agreement in compare_encoders(OnnxEncoder(model), encoder, texts).values():
        assert agreement.largest_difference < 0.1 and agreement.share_equal >= 0.98
    assert all(map(equal, encoder.encode(texts)[:2], [encoder.encode([t])[0] for t in texts[:2]]))


def test_encoders_of_different_models_are_not_compared(fp32: TorchEncoder, model: Model) -> None:
    other = copy.copy(fp32)
    other.model = Model("other", Path(), 16, (16,), (), {}, "0" * 64)
    with pytest.raises(ValueError, match=r"different models: base .* and other 000000000000"):
        compare_encoders(fp32, other, ["A sentence."])
    assert compare_encoders(fp32, fp32, []) == {}
