import copy
from pathlib import Path

import pytest

from slantwise.encode import TorchEncoder
from slantwise.errors import RunError
from slantwise.pipeline import Analyser
from slantwise.pipeline.signature import sign
from slantwise.run import Inputs, Manifest, start_run

pytest.importorskip("torch")
pytest.importorskip("onnx")


@pytest.fixture(scope="module")
def on_torch(analyser: Analyser) -> Analyser:
    """The same analyser, its model run by torch."""
    other = copy.copy(analyser)
    other.encoder = TorchEncoder(analyser.encoder.model, device="cpu", precision="bf16")
    return other


def test_the_way_of_running_a_model_is_signed_where_results_may_differ(
    analyser: Analyser, on_torch: Analyser
) -> None:
    plain = sign(analyser)
    assert "encoder" not in plain
    assert sign(on_torch) == {**plain, "encoder": "torch cpu bf16"}


@pytest.mark.parametrize("torch_first", [True, False])
def test_a_run_begun_in_one_way_is_refused_in_the_other(
    analyser: Analyser, on_torch: Analyser, tmp_path: Path, torch_first: bool
) -> None:
    ways = [on_torch, analyser] if torch_first else [analyser, on_torch]
    manifests = [Manifest(sign(way), Inputs(), 32) for way in ways]
    start_run(tmp_path / "run", manifests[0])
    start_run(tmp_path / "run", manifests[0])
    with pytest.raises(RunError, match=r"encoder was .* and is now .*Name a new run"):
        start_run(tmp_path / "run", manifests[1])


def test_articles_are_read_with_torch_as_they_are_without(
    analyser: Analyser, on_torch: Analyser
) -> None:
    text = (
        "“The occupiers will be thrown out,” said Hakan Fidan, the Turkish foreign minister.\n\n"
        "The mayor's reckless plan was criticised in Ankara."
    )
    one, other = analyser.read(text), on_torch.read(text)
    assert [s.span for s in one.sentences] == [s.span for s in other.sentences]
    assert [m.span for m in one.mentions] == [m.span for m in other.mentions]
    assert one.biases == pytest.approx(other.biases, abs=0.1)
    assert [f.span for f in one.findings] == [f.span for f in other.findings]
