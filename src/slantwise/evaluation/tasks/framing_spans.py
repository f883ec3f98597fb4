"""Task `framing-spans`: which stretches of the text are loaded?

The answers are the analyser's findings, in every voice. Beside them stand two heads of the
encoder by themselves, each at its own threshold: `loaded` (words an expert would call loaded) and
`technique` (any propaganda technique).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldPassage
from slantwise.evaluation.metrics import (
    Metric,
    f1,
    harmonic,
    merged,
    partial_match,
    ratio,
    word_counts,
)
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.batches import Cut, encoded_sentences
from slantwise.evaluation.tasks.labels_of_spans import label_counts, label_metrics, unmet
from slantwise.evaluation.texts import in_gold, sentences_of, to_article
from slantwise.records import SentenceOutputs, Span

_ANY_TECHNIQUE = "any"
# Marked tokens less than this many characters apart make one span: a blank, a hyphen or a
# comma and a blank lie between words of one phrase.
_TOKEN_GAP = 3

Marked = dict[str, list[Span]]
"""Spans by the prefix of their figures' names: findings "", heads "loaded_", "technique_"."""


def score(items: Iterable[GoldPassage], analyser: Analyser) -> Scored:
    """Figures by words and by spans, of findings and of both heads.

    Kinds, actors and voices are scored on findings that hit a gold span which names them.
    """
    with_heads = (
        (item, _from_heads(outputs, analyser))
        for item, outputs in encoded_sentences(items, _sentences, analyser)
    )
    places: dict[str, list[list[float]]] = {}
    labels = []
    for (item, marked), analysed in read_beside(
        with_heads, lambda pair: to_article(pair[0].id, pair[0].text), analyser
    ):
        findings = [in_gold(finding.span, analysed) for finding in analysed.findings]
        for prefix, found in ({"": findings} | marked).items():
            places.setdefault(prefix, []).append(place_counts(item, found))
        labels.append(label_counts(item, analysed))
    metrics = {
        f"{prefix}{name}": metric
        for prefix, rows in places.items()
        for name, metric in place_metrics(rows).items()
    }
    return Scored(
        metrics=metrics | label_metrics(labels),
        n_units=len(labels),
        answered=len(labels),
        notes=unmet(labels),
    )


def place_counts(item: GoldPassage, found: Sequence[Span]) -> list[float]:
    """Of one text: words in both, in gold, in found; the four sums of the partial match."""
    gold = [one.span for one in item.spans]
    words, match = word_counts(item.text, gold, found), partial_match(gold, found)
    return [
        words.both,
        words.gold,
        words.found,
        match.precision,
        match.n_found,
        match.recall,
        match.n_gold,
    ]


def place_metrics(rows: Sequence[Sequence[float]]) -> dict[str, Metric]:
    """Figures of rows of `place_counts`, by name."""
    both, gold, found, precision, n_found, recall, n_gold = np.array(rows, dtype=np.float64).T
    span_precision, span_recall = ratio(precision, n_found), ratio(recall, n_gold)
    return {
        "token_precision": ratio(both, found),
        "token_recall": ratio(both, gold),
        "token_f1": f1(both, gold, found),
        "span_precision": span_precision,
        "span_recall": span_recall,
        "span_f1": harmonic(span_precision, span_recall),
    }


def _from_heads(outputs: Sequence[SentenceOutputs], analyser: Analyser) -> Marked:
    model = analyser.encoder.model
    loaded = model.heads["loaded"].threshold
    marked = {
        "loaded_": [s for one in outputs for s in token_spans(one.tokens, one.loaded >= loaded)]
    }
    if "technique" not in model.heads:
        return marked
    column, technique = model.techniques.index(_ANY_TECHNIQUE), model.heads["technique"].threshold
    return marked | {
        "technique_": [
            span
            for one in outputs
            for span in token_spans(one.tokens, one.technique[:, column] >= technique)
        ],
    }


def token_spans(tokens: np.ndarray, marked: np.ndarray) -> list[Span]:
    """Spans of the marked tokens ([token, 2] and [token]), joined where they stand side by side."""
    return merged((Span(int(a), int(b)) for a, b in tokens[marked]), gap=_TOKEN_GAP)


def _sentences(item: GoldPassage) -> list[Cut]:
    return [(s.span.of(item.text), s.span.start) for s in sentences_of(item.id, item.text)]
