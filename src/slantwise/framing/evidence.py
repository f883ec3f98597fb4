"""Evidence of loaded framing in one article: from heads, from word lists, from form.

Each piece of evidence is a span with a kind, a weight and the words that say what decided it;
`findings` weighs them together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.framing.lexicon import Lexicon
from slantwise.records import (
    Attribution,
    Kind,
    Sentence,
    SentenceOutputs,
    Span,
    Stance,
    Voice,
    mean_row,
)
from slantwise.voice.decoding import runs

KINDS = tuple(Kind)
_MARKS = frozenset('"“”„«»‘')
_SCARE = KINDS.index(Kind.SCARE_QUOTES)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to hold a span for loaded.

    Attributes:
        span: where it stands in the article's text.
        sentence: index of the sentence.
        kind: the kind it speaks for.
        direction: toward the actor; None where the evidence does not say.
        weight: chance that a coder would mark the span, on this evidence alone, 0..1.
        source: what it is ("head", "term", "form"), for weighing.
        words: what decided, to be shown.
    """

    span: Span
    sentence: int
    kind: Kind
    direction: Stance | None
    weight: float
    source: str
    words: str


def from_terms(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Evidence]:
    """Evidence from word lists, in order of position."""
    found = []
    for sentence in sentences:
        for hit in lexicon.hits(sentence.span.of(text)):
            term = hit.term
            found.append(
                Evidence(
                    span=hit.span.shift(sentence.span.start),
                    sentence=sentence.index,
                    kind=term.kind,
                    direction=term.direction,
                    weight=term.weight,
                    source="term",
                    words=f"word list: {term.text!r}",
                )
            )
    return found


def from_scare_quotes(
    attributions: Iterable[Attribution], sentences: Sequence[Sentence]
) -> list[Evidence]:
    """One piece of evidence a scare quotation; the voice stage has already weighed its form."""
    found = []
    for attribution in attributions:
        if attribution.voice is not Voice.SCARE:
            continue
        for span in attribution.content:
            index = sentence_at(sentences, span.start)
            words = f"scare quotation: {attribution.evidence}"
            found.append(
                Evidence(span, index, Kind.SCARE_QUOTES, Stance.AGAINST, 0.8, "form", words)
            )
    return found


def from_heads(
    sentences: Sequence[Sentence], outputs: Sequence[SentenceOutputs], text: str, *, at_least: float
) -> list[Evidence]:
    """Spans whose tokens the heads hold for loaded with at least that probability.

    A token counts by the `loaded` head or by the likeliest kind, whichever is surer; the kind of
    the span is the one likeliest over its tokens, however unsure.
    """
    found: list[Evidence] = []
    for sentence, output in zip(sentences, outputs, strict=True):
        if len(output.tokens):
            found.extend(_head_spans(sentence, output, text, at_least))
    return found


def _head_spans(
    sentence: Sentence, output: SentenceOutputs, text: str, at_least: float
) -> Iterator[Evidence]:
    kinds = output.kind.copy()
    kinds[:, _SCARE] = 0.0  # a matter of form: the voice stage decides it
    sure = np.maximum(output.loaded, kinds.max(axis=1))
    tokens = output.tokens.tolist()
    sure[[text[start] in _MARKS for start, _ in tokens]] = 0.0  # voices end at marks
    for first, end in runs(sure >= at_least):
        span = whole_words(Span(tokens[first][0], tokens[end - 1][1]), sentence.span, text)
        mean = mean_row(kinds[first:end])
        kind = KINDS[int(mean.argmax())]
        weight = max(sure[first:end].tolist())
        yield Evidence(
            span=span,
            sentence=sentence.index,
            kind=kind,
            direction=None,
            weight=weight,
            source="head",
            words=f"model: loaded {weight:.2f}, likeliest kind {kind.value} {mean.max():.2f}",
        )


def whole_words(span: Span, within: Span, text: str) -> Span:
    """The span grown to the words it cuts, and trimmed of blanks and commas at its ends."""
    start, end = span.start, span.end
    while start > within.start and _joined(text, start):
        start -= 1
    while end < within.end and _joined(text, end):
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _joined(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return (before.isalnum() or before in "-") and (after.isalnum() or after in "-")


def sentence_at(sentences: Sequence[Sentence], position: int) -> int:
    """Index of the sentence that holds a position; the last one before it otherwise."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.start <= position:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)
