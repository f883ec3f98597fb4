"""Dev sets as a network or graph reads them, and the items of each head in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.examples import Example
from slantwise.train.items import (
    Items,
    bias_items,
    directed_items,
    loaded_words,
    stance_items,
    token_items,
)
from slantwise.train.labels import ANY_TECHNIQUE, ATTRIBUTED, KINDS, TECHNIQUES
from slantwise.train.reading import Forward, Reading, read_all
from slantwise.train.sources import DataFolders

DEV_SETS = (
    ("newsmtsc", "rw-dev"),
    ("newsmtsc", "mt-dev"),
    ("directed", "dev"),
    ("ptc", "dev"),
    ("polnear", "dev"),
    ("newssd", "dev"),
    ("framing", "dev"),
)
BIAS_SETS = ("newssd dev", "framing dev")
ANY = TECHNIQUES.index(ANY_TECHNIQUE)
CONTENT = ATTRIBUTED.index("content")


@dataclass(frozen=True, slots=True)
class DevSet:
    """A dev set with the model's outputs.

    Attributes:
        examples: its sentences.
        readings: outputs, one a sentence.
    """

    examples: tuple[Example, ...]
    readings: tuple[Reading, ...]


def read_dev(
    folders: DataFolders, tokenizer: SentenceTokenizer, forward: Forward
) -> dict[str, DevSet]:
    """Every dev set that is there and not empty, by "data split"."""
    found = {}
    for name, split in DEV_SETS:
        examples = folders.read(name, split)
        if examples:
            readings = read_all(examples, tokenizer, forward)
            found[f"{name} {split}"] = DevSet(tuple(examples), tuple(readings))
    return found


def joined(parts: Sequence[Items]) -> Items:
    """All items of several sets."""
    return Items(
        np.concatenate([part.logits for part in parts]),
        np.concatenate([part.gold for part in parts]),
        np.concatenate([part.chosen for part in parts]),
    )


def outputs_of_graph(dev: Mapping[str, DevSet]) -> frozenset[str]:
    """Names of the outputs that the readings hold; none where there is no dev set."""
    return frozenset(next((part.readings[0].heads for part in dev.values()), ()))


def taught(dev: Mapping[str, DevSet], name: str, output: str) -> DevSet | None:
    """The dev set of that name; None where it is not there or the graph has no such output."""
    part = dev.get(name)
    return part if part is not None and output in part.readings[0].heads else None


def directed_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Ordered pairs of DSE."""
    part = taught(dev, "directed dev", "holder")
    return None if part is None else directed_items(*both(part))


def technique_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Tokens of PTC, for any technique."""
    part = taught(dev, "ptc dev", "technique")
    return None if part is None else token_items(*both(part), "technique", ANY)


def content_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Tokens of PolNeAR, for attributed content."""
    part = taught(dev, "polnear dev", "attributed")
    return None if part is None else token_items(*both(part), "attributed", CONTENT)


def bias_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Sentences of NewsSD-ENG and of our own, for sentence bias."""
    parts = [part for name in BIAS_SETS if (part := taught(dev, name, "bias"))]
    return joined([bias_items(*both(part)) for part in parts]) if parts else None


def loaded_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Words of our own sentences, for loaded words."""
    part = taught(dev, "framing dev", "loaded")
    return None if part is None else loaded_words(*both(part))


def kind_of(dev: Mapping[str, DevSet]) -> Items | None:
    """Tokens of our own sentences, for kinds."""
    part = taught(dev, "framing dev", "kind")
    return None if part is None else kind_items(part)


def stance_of(dev: Mapping[str, DevSet]) -> Items:
    """Mentions of both NewsMTSC dev sets."""
    return joined([stance_items(*both(dev[f"newsmtsc {s}"])) for s in ("rw-dev", "mt-dev")])


def both(part: DevSet) -> tuple[tuple[Example, ...], tuple[Reading, ...]]:
    """Examples and readings, as the item functions take them."""
    return part.examples, part.readings


def kind_items(part: DevSet) -> Items:
    """Tokens of all thirteen kinds, one item a token and kind."""
    return joined([token_items(*both(part), "kind", column) for column in range(len(KINDS))])
