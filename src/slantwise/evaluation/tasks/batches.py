"""Head outputs for the texts of many items: one forward pass a distinct text of a batch."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from slantwise.evaluation.analyser import Analyser
from slantwise.records import SentenceOutputs

Item = TypeVar("Item")

Cut = tuple[str, int]
"""Text of a sentence, and where it starts in the text it was cut from."""

_ITEMS_AT_ONCE = 256
_SENTENCES_AT_ONCE = 512
"""Read ahead for full batches; bounds memory and does not change an answer."""


def encoded(
    items: Iterable[Item], text_of: Callable[[Item], str], analyser: Analyser
) -> Iterator[tuple[Item, SentenceOutputs]]:
    """Each item with the outputs of its text, read whole, in order."""
    source = iter(items)
    while batch := list(islice(source, _ITEMS_AT_ONCE)):
        texts = list(dict.fromkeys(text_of(item) for item in batch))
        outputs = dict(zip(texts, analyser.encoder.encode(texts), strict=True))
        for item in batch:
            yield item, outputs[text_of(item)]


def encoded_sentences(
    items: Iterable[Item], sentences_of: Callable[[Item], list[Cut]], analyser: Analyser
) -> Iterator[tuple[Item, list[SentenceOutputs]]]:
    """Each item with the outputs of its sentences, in order.

    Args:
        items: in the order in which they come back.
        sentences_of: text of each sentence of an item, and where it starts in the item's text.
        analyser: holds the encoder.
    """
    batch: list[tuple[Item, list[Cut]]] = []
    waiting = 0
    for item in items:
        batch.append((item, sentences_of(item)))
        waiting += len(batch[-1][1])
        if waiting >= _SENTENCES_AT_ONCE:
            yield from _encode(batch, analyser)
            batch, waiting = [], 0
    yield from _encode(batch, analyser)


def _encode(
    batch: list[tuple[Item, list[Cut]]], analyser: Analyser
) -> Iterator[tuple[Item, list[SentenceOutputs]]]:
    cuts = [cut for _, sentences in batch for cut in sentences]
    found = analyser.encoder.encode([text for text, _ in cuts], [start for _, start in cuts])
    outputs = iter(found)
    for item, sentences in batch:
        yield item, list(islice(outputs, len(sentences)))
