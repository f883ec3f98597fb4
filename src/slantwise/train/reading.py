"""Head outputs for examples, from the trained network or from an exported graph alike.

What figures, temperatures and thresholds are computed from.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from slantwise.encode.session import open_session
from slantwise.encode.tokens import Offsets, SentenceTokenizer, Tokens
from slantwise.train.batches import padded_ids
from slantwise.train.examples import Example, Extent
from slantwise.train.features import tokens_of
from slantwise.train.labels import HEADS
from slantwise.train.network import Network
from slantwise.train.shipped import BUCKETS

Array = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Forward = Callable[[Ids, Ids], dict[str, Array]]
"""From ids and mask [batch, tokens] to the outputs by head."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Outputs for one sentence, padding cut off.

    Attributes:
        offsets: characters of each token; empty for [CLS] and [SEP].
        heads: outputs by head; [tokens, …] but for "bias", which is [].
    """

    offsets: Offsets
    heads: dict[str, Array]

    def mention(self, extent: Extent) -> Array:
        """Stance logits [3] of a mention; those of [CLS] where the cut dropped it."""
        tokens = list(tokens_of(extent, self.offsets)) or [0]
        logits: Array = self.heads["stance"][tokens].mean(0)
        return logits

    def pair(self, holder: Extent, target: Extent) -> Array:
        """Directed-stance logits [3] of a pair of mentions."""
        of_holder = list(tokens_of(holder, self.offsets)) or [0]
        of_target = list(tokens_of(target, self.offsets)) or [0]
        product = self.heads["holder"][of_holder].mean(0) * self.heads["target"][of_target].mean(0)
        logits: Array = product.sum(-1)
        return logits


def network_forward(network: Network, *, rounded: bool = False) -> Forward:
    """Outputs of the network on the device where it lies, in fp32.

    With `rounded` the network runs in bfloat16 wherever torch deems that safe.
    """
    device = next(network.eval().parameters()).device

    def forward(ids: Ids, mask: Ids) -> dict[str, Array]:
        autocast = torch.autocast(device.type, dtype=torch.bfloat16, enabled=rounded)
        with torch.no_grad(), autocast:
            outputs = network(torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device))
        return {h: o.float().cpu().numpy() for h, o in zip(HEADS, outputs, strict=True)}

    return forward


def graph_forward(path: Path, n_threads: int = 2) -> Forward:
    """Outputs of the ONNX graph at `path`."""
    session = open_session(path, threads=n_threads)
    names = [output.name for output in session.get_outputs()]

    def forward(ids: Ids, mask: Ids) -> dict[str, Array]:
        feed = {"input_ids": ids, "attention_mask": mask}
        return dict(zip(names, session.run(names, feed), strict=True))

    return forward


def read_all(
    examples: Sequence[Example],
    tokenizer: SentenceTokenizer,
    forward: Forward,
    *,
    batch_size: int = 32,
) -> list[Reading]:
    """A reading of each example, in order."""
    encodings = tokenizer.encode_batch([example.text for example in examples])
    readings: dict[int, Reading] = {}
    for rows in bucketed(encodings, batch_size):
        ids, mask = padded([encodings[row] for row in rows])
        outputs = forward(ids, mask)
        for place, row in enumerate(rows):
            n_tokens = len(encodings[row].ids)
            heads = {
                head: output[place] if output.ndim == 1 else output[place, :n_tokens].copy()
                for head, output in outputs.items()
            }
            readings[row] = Reading(encodings[row].offsets, heads)
    return [readings[row] for row in range(len(examples))]


def bucketed(encodings: Sequence[Tokens], batch_size: int) -> Iterator[list[int]]:
    """Rows of each batch; all sentences of a batch share a bucket."""
    by_width: dict[int, list[int]] = {}
    for row, encoding in enumerate(encodings):
        by_width.setdefault(bucket(len(encoding.ids)), []).append(row)
    for _, rows in sorted(by_width.items()):
        for start in range(0, len(rows), batch_size):
            yield rows[start : start + batch_size]


def bucket(n_tokens: int) -> int:
    """The smallest width of `BUCKETS` that holds `n_tokens`.

    >>> bucket(17), bucket(16)
    (20, 16)
    """
    return next((width for width in BUCKETS if width >= n_tokens), n_tokens)


def padded(encodings: Sequence[Tokens]) -> tuple[Ids, Ids]:
    """Ids and mask [batch, tokens], padded to the bucket of the longest."""
    width = bucket(max(len(encoding.ids) for encoding in encodings))
    ids = padded_ids([encoding.ids for encoding in encodings], width)
    mask = padded_ids([[1] * len(encoding.ids) for encoding in encodings], width)
    return ids, mask
