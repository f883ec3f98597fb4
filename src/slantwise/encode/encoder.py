"""The encoder: one forward pass a sentence, the outputs of every head.

Takes sentences of many articles at once; gives `SentenceOutputs` in the order of the sentences.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from slantwise.encode.model import NAMES, Head, Model
from slantwise.encode.names import read_names
from slantwise.encode.rows import Integers, Row, make_batches, make_rows, pad
from slantwise.encode.session import open_session
from slantwise.encode.states import STATE, with_state
from slantwise.encode.tagging import ENTITY, TAG, TokenTagger
from slantwise.encode.tokens import open_tokenizer
from slantwise.records import Kind, SentenceOutputs, Stance

Array = NDArray[Any]
Floats = NDArray[np.float32]

_BATCH_TOKENS = 512
"""Tokens in one batch: fastest of 512 to 8192 on two AVX-512 cores; no result depends on it."""

_OF_SENTENCE = frozenset({"bias", STATE})
"""Outputs that stand once a sentence, not once a token."""
_FACTORS = frozenset({"stance", "holder", "target", "hit_from", "hit_on"})
"""Outputs that are only worth something when they have been averaged or multiplied."""

_WIDTHS: Mapping[str, tuple[int, ...]] = {
    "loaded": (),
    "kind": (len(Kind),),
    "technique": (0,),
    "stance": (len(Stance),),
    "holder": (len(Stance), 0),
    "target": (len(Stance), 0),
    "attributed": (3,),
}
"""Shape, after the tokens, of what stands for a head that the model was not taught."""


class Encoder(Protocol):
    """Anything that gives head outputs for sentences."""

    model: Model

    def encode(
        self, texts: Sequence[str], starts: Sequence[int] | None = None
    ) -> list[SentenceOutputs]:
        """Outputs of each sentence; token spans are moved on by its start."""
        ...

    def signed(self) -> dict[str, str]:
        """What of the way to the outputs can change them, by name; the model is not among it."""
        ...


class BatchedEncoder(ABC):
    """Sentences in padded batches, and the outputs of each; how a batch is run is left open."""

    def __init__(self, model: Model, batch_tokens: int) -> None:
        """Open the model's tokenizer; batches hold at most `batch_tokens` tokens."""
        self.model = model
        self.batch_tokens = batch_tokens
        names = read_names(model.folder / NAMES) if model.blind else None
        self._tokenizer = open_tokenizer(model.folder / "tokenizer.json", names=names)
        self._tagger = TokenTagger(model, self._tokenizer) if model.reads_words else None

    def encode(
        self, texts: Sequence[str], starts: Sequence[int] | None = None
    ) -> list[SentenceOutputs]:
        """Outputs of each sentence, in order; token spans are moved on by its start."""
        rows = make_rows(texts, self._tokenizer, self.model.buckets)
        parts: list[dict[str, Array]] = [{} for _ in rows]
        for positions in make_batches(rows, self.batch_tokens):
            self._run(rows, positions, parts)
        windows: list[list[int]] = [[] for _ in texts]
        for position, row in enumerate(rows):
            windows[row.sentence].append(position)
        return [
            _join([rows[i] for i in w], [parts[i] for i in w], starts[n] if starts else 0)
            for n, w in enumerate(windows)
        ]

    @abstractmethod
    def logits(self, ids: Integers, mask: Integers) -> dict[str, Floats]:
        """Every output by name, first axis batch, for ids and mask [batch, token].

        The rows of a batch have one of the model's padded lengths.
        """

    def _run(
        self, rows: Sequence[Row], positions: Sequence[int], parts: list[dict[str, Array]]
    ) -> None:
        ids, mask = pad([rows[position] for position in positions])
        logits = self.logits(ids, mask)
        outputs: dict[str, Array] = dict(_calibrate(logits, self.model.heads))
        if self._tagger is not None:
            outputs |= self._tagger.decide(ids, logits)
        for at, position in enumerate(positions):
            end = 1 + len(rows[position].offsets)
            parts[position] = {
                name: array[at] if name in _OF_SENTENCE else array[at, 1:end]
                for name, array in outputs.items()
            }


class OnnxEncoder(BatchedEncoder):
    """The shipped encoder, run by ONNX Runtime on the CPU."""

    def __init__(
        self,
        model: Model,
        *,
        threads: int = 0,
        batch_tokens: int = _BATCH_TOKENS,
        states: bool = False,
    ):
        """Open the model's graph; `threads` 0 lets the runtime take every core.

        With `states`, every sentence also gets the encoder's state; nothing else changes.

        Raises:
            ModelError: states are asked for and the graph has none.
        """
        super().__init__(model, batch_tokens)
        path = model.folder / "model.onnx"
        graph = with_state(path.read_bytes(), where=str(path)) if states else path
        self._session = open_session(graph, threads=threads)
        self._names = [output.name for output in self._session.get_outputs()]

    def logits(self, ids: Integers, mask: Integers) -> dict[str, Floats]:
        """Every output of the graph by name, first axis batch, for ids and mask [batch, token]."""
        values = self._session.run(self._names, {"input_ids": ids, "attention_mask": mask})
        return dict(zip(self._names, values, strict=True))

    def signed(self) -> dict[str, str]:
        """Nothing: this is the way on which a model is calibrated and measured."""
        return {}


def _calibrate(logits: Mapping[str, Any], heads: Mapping[str, Head]) -> dict[str, Floats]:
    """Probabilities for heads of independent labels; logits at temperature for the others."""
    outputs = {}
    for name, array in logits.items():
        scaled = array.astype(np.float32) / np.float32(heads.get(name, Head()).temperature)
        if name == STATE or name in _FACTORS:
            outputs[name] = scaled
        elif name not in (TAG, ENTITY):
            outputs[name] = 1 / (1 + np.exp(-scaled))
    return outputs


def _join(rows: Sequence[Row], parts: Sequence[Mapping[str, Array]], start: int) -> SentenceOutputs:
    """One sentence from its windows: tokens in order, bias that of its most biased window."""
    offsets = [offset for row in rows for offset in row.offsets]
    tokens = np.array(offsets, dtype=np.int64).reshape(-1, 2) + start
    arrays: dict[str, Array] = {
        name: parts[0][name] if len(parts) == 1 else np.concatenate([p[name] for p in parts])
        for name in parts[0]
        if name not in _OF_SENTENCE
    }
    for name in _WIDTHS.keys() - arrays.keys():
        arrays[name] = np.zeros((len(tokens), *_WIDTHS[name]), dtype=np.float32)
    states = [part[STATE] for part in parts if STATE in part]
    bias = max(float(part["bias"]) for part in parts)
    return SentenceOutputs(
        bias=bias,
        tokens=tokens,
        **arrays,
        state=np.mean(states, axis=0) if states else None,
    )
