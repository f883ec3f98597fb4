"""The `encode` stage: sentences to head outputs, words and entities."""

from slantwise.encode.articles import Segmented, encode
from slantwise.encode.encoder import Encoder, OnnxEncoder
from slantwise.encode.lemmas import Lemmatizer
from slantwise.encode.model import Head, Model, open_model
from slantwise.encode.words import WordReader

__all__ = [
    "Encoder",
    "Head",
    "Lemmatizer",
    "Model",
    "OnnxEncoder",
    "Segmented",
    "WordReader",
    "encode",
    "open_model",
]
