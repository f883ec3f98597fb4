"""A tiny encoder with its tokenizer, made in memory, and a recipe that trains it in seconds."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import save_file  # noqa: E402
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: E402
from transformers import BertConfig, BertModel  # noqa: E402

from slantwise.encode.tokens import SentenceTokenizer  # noqa: E402
from slantwise.train.network import Network, build_network  # noqa: E402

# Tiny networks lose more to waiting threads than they win.
torch.set_num_threads(1)

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] the a said that . , ann bob lied praised mayor regime is bad good "
    "[unused1] [unused2] [unused3] [unused4] [unused5]"
)


@pytest.fixture(scope="session")
def vocabulary() -> Tokenizer:
    """One token a known word; "[CLS] … [SEP]" around each sentence."""
    vocabulary = {word: number for number, word in enumerate(WORDS.split())}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer


@pytest.fixture(scope="session")
def tokenizer(vocabulary: Tokenizer) -> SentenceTokenizer:
    """Sentences as tokens of the tiny vocabulary, names seen."""
    return SentenceTokenizer(vocabulary)


@pytest.fixture(scope="session")
def encoder(tmp_path_factory: pytest.TempPathFactory, vocabulary: Tokenizer) -> Path:
    """A folder as a pretrained encoder is saved: config, weights, tokenizer."""
    folder = tmp_path_factory.mktemp("encoder")
    config = BertConfig(
        vocab_size=32,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    torch.manual_seed(0)
    model = BertModel(config, add_pooling_layer=False)
    config.architectures = ["BertModel"]
    config.save_pretrained(folder)
    save_file(model.state_dict(), folder / "model.safetensors", metadata={"format": "pt"})
    vocabulary.save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture
def network(encoder: Path) -> Network:
    """The tiny network, the same in every test."""
    torch.manual_seed(1)
    return build_network(encoder, hidden=8, rank=4, dropout=0.1)
