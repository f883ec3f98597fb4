"""Scored items of each task: logits beside gold, gathered from readings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.train.calibrate import first_half
from slantwise.train.examples import ClassSpan, Example, Extent
from slantwise.train.features import tokens_of
from slantwise.train.reading import Reading
from slantwise.train.scores import Floats, Ints, SpanCounts, merged, sigmoid

WORD = re.compile(r"\w+(?:['’-]\w+)*")
# Marked tokens this few characters apart make one span: a blank or a hyphen lies between words.
SPAN_GAP = 2


@dataclass(frozen=True, slots=True)
class Items:
    """Items of one task.

    Attributes:
        logits: [n] for a yes-or-no task, [n, classes] where classes exclude one another.
        gold: [n], the class, or 0 and 1.
        chosen: [n], whether the item lies in the half that choices are made on.
    """

    logits: Floats
    gold: Ints
    chosen: Ints

    def half(self, *, chosen: bool) -> "Items":
        """The items of one half."""
        rows = self.chosen.astype(bool) == chosen
        return Items(self.logits[rows], self.gold[rows], self.chosen[rows])


Rows = Iterable[tuple[Floats | float, int, bool]]


def collect(rows: Rows) -> Items:
    """Items from (logits, gold, chosen) rows."""
    listed = list(rows)
    return Items(
        np.array([logits for logits, _, _ in listed], dtype=np.float64),
        np.array([gold for _, gold, _ in listed], dtype=np.int64),
        np.array([chosen for _, _, chosen in listed], dtype=np.int64),
    )


def stance_items(examples: Sequence[Example], readings: Sequence[Reading]) -> Items:
    """One item a mention."""
    return collect(
        (reading.mention(mention.extent), mention.stance, first_half(example.text))
        for example, reading in zip(examples, readings, strict=True)
        for mention in example.mentions
    )


def directed_items(examples: Sequence[Example], readings: Sequence[Reading]) -> Items:
    """One item an ordered pair of mentions."""
    return collect(
        (reading.pair(pair.holder, pair.target), pair.stance, first_half(example.text))
        for example, reading in zip(examples, readings, strict=True)
        for pair in example.pairs
    )


def bias_items(examples: Sequence[Example], readings: Sequence[Reading]) -> Items:
    """One item a sentence that has a label."""
    return collect(
        (float(reading.heads["bias"]), int(example.biased), first_half(example.text))
        for example, reading in zip(examples, readings, strict=True)
        if example.biased is not None
    )


def loaded_words(examples: Sequence[Example], readings: Sequence[Reading]) -> Items:
    """One item a word; a word's logit is the highest of its tokens."""
    return collect(
        row
        for example, reading in zip(examples, readings, strict=True)
        if example.loaded is not None
        for row in words_of(example, example.loaded, reading)
    )


def words_of(example: Example, loaded: Sequence[Extent], reading: Reading) -> Rows:
    """The items of one sentence's words."""
    chosen = first_half(example.text)
    for match in WORD.finditer(example.text):
        tokens = list(tokens_of(match.span(), reading.offsets))
        if tokens:
            gold = any(low < match.end() and match.start() < high for low, high in loaded)
            yield float(reading.heads["loaded"][tokens].max()), int(gold), chosen


def loaded_tokens(examples: Sequence[Example], readings: Sequence[Reading]) -> Items:
    """One item a token of the encoder, [CLS] and [SEP] left out: rare words weigh as several."""
    return collect(
        (
            float(reading.heads["loaded"][token]),
            int(any(low < end and start < high for low, high in example.loaded)),
            first_half(example.text),
        )
        for example, reading in zip(examples, readings, strict=True)
        if example.loaded is not None
        for token, (start, end) in enumerate(reading.offsets)
        if start < end
    )


def token_items(
    examples: Sequence[Example], readings: Sequence[Reading], head: str, column: int
) -> Items:
    """One item a token, [CLS] and [SEP] left out, for one class of a multi-label head."""
    fields = {"kind": "kinds", "technique": "techniques", "attributed": "attributed"}
    return collect(
        row
        for example, reading in zip(examples, readings, strict=True)
        for row in tokens_with_class(
            getattr(example, fields[head]) or (),
            reading,
            (head, column),
            chosen=first_half(example.text),
        )
    )


def tokens_with_class(
    spans: Sequence[ClassSpan], reading: Reading, task: tuple[str, int], *, chosen: bool
) -> Rows:
    """The items of one sentence's tokens."""
    head, column = task
    marked = {
        token
        for span in spans
        if span.column == column
        for token in tokens_of(span.extent, reading.offsets)
    }
    for token, (start, end) in enumerate(reading.offsets):
        if start < end:
            yield float(reading.heads[head][token, column]), int(token in marked), chosen


def technique_spans(
    examples: Sequence[Example], readings: Sequence[Reading], column: int, cut: tuple[float, float]
) -> SpanCounts:
    """Sums of the partial-match F1 for one technique; `cut` is temperature and threshold.

    Sentence by sentence: a span over two sentences counts as two on both sides.
    """
    temperature, threshold = cut
    counts = SpanCounts()
    for example, reading in zip(examples, readings, strict=True):
        probabilities = sigmoid(reading.heads["technique"][:, column] / temperature)
        found = [
            extent
            for extent, p in zip(reading.offsets, probabilities, strict=True)
            if p >= threshold and extent[0] < extent[1]
        ]
        gold = [span.extent for span in example.techniques or () if span.column == column]
        counts = counts.add(merged(gold), merged(found, SPAN_GAP))
    return counts
