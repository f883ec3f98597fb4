from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from slantwise.errors import ModelError
from slantwise.train.network import build_network

SIZE: dict[str, Any] = {
    "vocab_size": 40,
    "hidden_size": 16,
    "num_hidden_layers": 3,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 32,
}


def saved(folder: Path, kind: str) -> Path:
    torch.manual_seed(3)
    config, model_of = {
        "bert": (BertConfig(**SIZE), BertModel),
        "mpnet": (MPNetConfig(**SIZE), MPNetModel),
    }[kind]
    config.architectures = [model_of.__name__]
    config.save_pretrained(folder)
    save_file(
        model_of(config, add_pooling_layer=False).state_dict(),
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    return folder


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_states_are_those_of_the_library(tmp_path: Path, kind: str) -> None:
    network = build_network(saved(tmp_path, kind), hidden=4, rank=3, dropout=0.0).eval()
    # 1 is what MPNet pads with; its positions count from there.
    ids = torch.tensor([[5, 9, 12, 1, 1], [5, 8, 13, 14, 6]])
    mask = torch.tensor([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]])
    with torch.no_grad():
        lower, last = network.trunk(ids, mask)
        whole = network.trunk.get_submodule("bert")(
            ids, attention_mask=mask, output_hidden_states=True
        )
    # Two of three layers stand below the lower states.
    for row, n_tokens in ((0, 3), (1, 5)):
        expected = whole.last_hidden_state[row, :n_tokens]
        assert torch.allclose(last[row, :n_tokens], expected, atol=1e-5)
        below = whole.hidden_states[2][row, :n_tokens]
        assert torch.allclose(lower[row, :n_tokens], below, atol=1e-5)


def test_an_encoder_of_another_type_is_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path, "bert")
    config = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(config.replace('"bert"', '"electra"'), encoding="utf-8")
    with pytest.raises(ModelError, match="model_type is 'electra'"):
        build_network(folder, hidden=4, rank=3, dropout=0.0)
