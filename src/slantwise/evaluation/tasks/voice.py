"""Task `voice`: which words does the text give as somebody else's, and whose?

The answers are the analyser's direct and reported attributions; scare quotations attribute to
nobody and are left out.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldAttribution, GoldVoices
from slantwise.evaluation.metrics import Metric, f1, ratio, word_counts
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.texts import in_gold, to_article
from slantwise.records import AnalysedArticle, Attribution, Span, Voice, covered


def score(items: Iterable[GoldVoices], analyser: Analyser) -> Scored:
    """Word figures of "inside attributed content", and the share of sources that overlap."""
    rows = [
        counts(item, _attributed(analysed))
        for item, analysed in read_beside(items, lambda i: to_article(i.id, i.text), analyser)
    ]
    both, gold, found, right, sources = np.array(rows, dtype=np.float64).reshape(-1, 5).T
    metrics: dict[str, Metric] = {
        "content_f1": f1(both, gold, found),
        "content_precision": ratio(both, found),
        "content_recall": ratio(both, gold),
        "source_overlap": ratio(right, sources),
    }
    return Scored(metrics=metrics, n_units=len(rows), answered=len(rows))


def counts(item: GoldVoices, found: Sequence[GoldAttribution]) -> tuple[int, int, int, int, int]:
    """Of one text: words in both contents, in gold's, in those found; right sources, sources.

    A source counts where gold names one and some content found overlaps gold's; it is right
    where the source of the content found that agrees best with gold's overlaps gold's source.
    """
    words = word_counts(
        item.text,
        [span for one in item.attributions for span in one.content],
        [span for one in found for span in one.content],
    )
    right = sources = 0
    for gold in item.attributions:
        best = max(found, key=lambda one: agreement(gold.content, one.content), default=None)
        if not gold.source or best is None or not agreement(gold.content, best.content):
            continue
        sources += 1
        right += any(one.overlaps(other) for one in gold.source for other in best.source)
    return words.both, words.gold, words.found, right, sources


def agreement(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters that both cover over those that either covers, 0..1; 0 where both are empty.

    >>> agreement([Span(0, 10)], [Span(5, 15)])
    0.3333333333333333
    """
    either = covered([*one, *other])
    return (covered(one) + covered(other) - either) / either if either else 0.0


def _attributed(analysed: AnalysedArticle) -> list[GoldAttribution]:
    """Direct and reported attributions, their spans counting in the gold text."""
    return [
        GoldAttribution(
            content=tuple(in_gold(span, analysed) for span in attribution.content),
            source=_source(attribution, analysed),
        )
        for attribution in analysed.attributions
        if attribution.voice in (Voice.DIRECT, Voice.REPORTED)
    ]


def _source(attribution: Attribution, analysed: AnalysedArticle) -> tuple[Span, ...]:
    return () if attribution.source is None else (in_gold(attribution.source, analysed),)
