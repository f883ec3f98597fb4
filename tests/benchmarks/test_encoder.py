"""What the encoder did is counted, and laid against the peak."""

import pytest

pytest.importorskip("onnx", reason="graphs are counted with the extra train")

from slantwise.encode import OnnxEncoder, open_model
from slantwise.resources import model_folder

TEXTS = ["The council met.", "The council met again on Monday to talk about the bridge."] * 2


@pytest.fixture(scope="module")
def encoder():
    return OnnxEncoder(open_model(model_folder("base")), threads=1)


def test_rows_and_tokens_are_counted_by_padded_length(scripts, encoder):
    work_of = scripts("benchmarks.encoder").Work
    run = OnnxEncoder._run
    with work_of.counted() as work:
        counted = encoder.encode(TEXTS)
    # Four tokens and two special ones fit 8; twelve and two fit 16.
    assert work.rows == {8: 2, 16: 2}
    assert work.tokens == {8: 2 * (4 + 2), 16: 2 * (12 + 2)}
    assert OnnxEncoder._run is run
    assert [one.bias for one in encoder.encode(TEXTS)] == [one.bias for one in counted]


def test_the_share_is_that_of_tokens_and_that_of_padding(scripts, monkeypatch):
    module = scripts("benchmarks.encoder")
    work = module.Work()
    work.rows[16], work.tokens[16] = 10, 120
    monkeypatch.setattr(module, "operations", lambda graph, length: 1_000 * length)
    monkeypatch.setattr(module, "peak", lambda sizes, **_: {"384x384": 2e5, "384x1536": 4e5})
    share = module.encoder_share("base", work, seconds=2.0, threads=1)
    # Padded 10 rows * 16,000 / 2 s / 400,000 = 0.2; tokens 120 * 1,000 / 2 s / 400,000 = 0.15.
    assert (share["share_with_padding"], share["share_of_peak"]) == (0.2, 0.15)


def test_nothing_encoded_is_said(scripts):
    module = scripts("benchmarks.encoder")
    with pytest.raises(ValueError, match="no sentence went through"):
        module.encoder_share("base", module.Work(), seconds=1.0, threads=1)
