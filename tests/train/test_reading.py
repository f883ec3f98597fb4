from pathlib import Path

import numpy as np
import pytest

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.examples import Example
from slantwise.train.export import export_onnx
from slantwise.train.network import Network
from slantwise.train.quantise import quantise
from slantwise.train.reading import Reading, graph_forward, network_forward, padded, read_all

SENTENCES = [Example(str(n), "ann lied . " * (1 + n % 9)) for n in range(12)]


@pytest.fixture
def graph(network: Network, tokenizer: SentenceTokenizer, tmp_path: Path) -> Path:
    export_onnx(network, tmp_path / "fp32.onnx")
    ids, mask = padded(tokenizer.encode_batch([e.text for e in SENTENCES]))
    feeds = [{"input_ids": ids, "attention_mask": mask}]
    quantise(tmp_path / "fp32.onnx", tmp_path / "int8.onnx", feeds, keep=["/out/"])
    return tmp_path


def test_the_fp32_graph_reads_as_the_network_does(
    graph: Path, network: Network, tokenizer: SentenceTokenizer
) -> None:
    ours = read_all(SENTENCES, tokenizer, network_forward(network))
    theirs = read_all(SENTENCES, tokenizer, graph_forward(graph / "fp32.onnx"))
    for one, other in zip(ours, theirs, strict=True):
        assert one.offsets == other.offsets
        for head, values in one.heads.items():
            # The word embeddings are int8 rows in the graph: an error of 0.4 % of each row.
            assert np.allclose(values, other.heads[head], atol=0.03), head


def test_what_shares_the_batch_changes_nothing(graph: Path, tokenizer: SentenceTokenizer) -> None:
    forward = graph_forward(graph / "int8.onnx")
    alone = read_all(SENTENCES, tokenizer, forward, batch_size=1)
    together = read_all(SENTENCES, tokenizer, forward, batch_size=8)
    for one, other in zip(alone, together, strict=True):
        for head, values in one.heads.items():
            assert np.allclose(values, other.heads[head], atol=1e-5), head


def test_int8_stays_near_fp32(graph: Path, tokenizer: SentenceTokenizer) -> None:
    whole = read_all(SENTENCES, tokenizer, graph_forward(graph / "fp32.onnx"))
    small = read_all(SENTENCES, tokenizer, graph_forward(graph / "int8.onnx"))
    for one, other in zip(whole, small, strict=True):
        assert np.allclose(one.heads["stance"], other.heads["stance"], atol=0.1)


def test_a_mention_takes_the_mean_of_its_tokens_and_a_cut_one_the_first() -> None:
    stance = np.array([[9.0, 9.0, 9.0], [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], dtype=np.float32)
    reading = Reading([(0, 0), (0, 3), (4, 8)], {"stance": stance})
    assert reading.mention((0, 8)).tolist() == [2.0, 2.0, 2.0]
    assert reading.mention((50, 53)).tolist() == [9.0, 9.0, 9.0]


def test_no_sentences_give_no_readings(network: Network, tokenizer: SentenceTokenizer) -> None:
    assert read_all([], tokenizer, network_forward(network)) == []
