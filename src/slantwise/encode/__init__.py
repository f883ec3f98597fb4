"""The `encode` stage: sentences to head outputs, words and entities."""

from slantwise.encode.articles import Segmented, encode
from slantwise.encode.encoder import Encoder, OnnxEncoder
from slantwise.encode.lemmas import Lemmatizer
from slantwise.encode.model import Head, Model, open_model
from slantwise.encode.torch_encoder import Device, Precision, TorchEncoder, open_encoder
from slantwise.encode.words import WordReader, check_words

__all__ = [
    "Device",
    "Encoder",
    "Head",
    "Lemmatizer",
    "Model",
    "OnnxEncoder",
    "Precision",
    "Segmented",
    "TorchEncoder",
    "WordReader",
    "check_words",
    "encode",
    "open_encoder",
    "open_model",
]
