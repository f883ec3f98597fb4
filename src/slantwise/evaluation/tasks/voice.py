"""Task `voice`: which words does the text give as somebody else's, and whose?

The answers are the analyser's attributions. Gold that names the voice of each attribution gets
more figures: direct quotations, speakers, scare quotations and chains of sources apart.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldAttribution, GoldVoices
from slantwise.evaluation.metrics import Metric, f1, ratio, word_counts
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.speakers import agreement, voice_counts, voice_metrics
from slantwise.evaluation.texts import headed_article, in_gold, to_article
from slantwise.records import AnalysedArticle, Article, Attribution, Span, Voice


def score(items: Iterable[GoldVoices], analyser: Analyser) -> Scored:
    """Word figures of "inside attributed content", and the share of sources that overlap.

    Where any attribution of the file names its voice, the figures of `voice_metrics` too; a
    line without attributions then stands for a text that is all the outlet's.
    """
    rows, voices, named = [], [], False
    for item, analysed in read_beside(items, _article, analyser):
        found = _attributed(analysed)
        rows.append(counts(item, found))
        voices.append(voice_counts(item, found))
        named = named or any(one.voice is not None for one in item.attributions)
    both, gold, seen, right, sources = np.array(rows, dtype=np.float64).reshape(-1, 5).T
    metrics: dict[str, Metric] = {
        "content_f1": f1(both, gold, seen),
        "content_precision": ratio(both, seen),
        "content_recall": ratio(both, gold),
        "source_overlap": ratio(right, sources),
    }
    if named:
        metrics |= voice_metrics(voices)
    return Scored(metrics=metrics, n_units=len(rows), answered=len(rows))


def counts(item: GoldVoices, found: Sequence[GoldAttribution]) -> tuple[int, int, int, int, int]:
    """Of one text: words in both contents, in gold's, in those found; right sources, sources.

    Scare quotations attribute to nobody and count nothing here. A source counts where gold
    names one and some content found overlaps gold's; it is right where the source of the
    content found that agrees best with gold's overlaps gold's source. Of a chain of sources over
    the same words the innermost is asked, since it is said to have uttered them.
    """
    given = [one for one in item.attributions if one.voice is not Voice.SCARE]
    found = [one for one in found if one.voice is not Voice.SCARE]
    words = word_counts(
        item.text,
        [span for one in given for span in one.content],
        [span for one in found for span in one.content],
    )
    right = sources = 0
    for gold in given:
        best = max(found, key=lambda one: _nearness(gold, one), default=None)
        if not gold.source or best is None or not agreement(gold.content, best.content):
            continue
        sources += 1
        right += any(one.overlaps(other) for one in gold.source for other in best.source)
    return words.both, words.gold, words.found, right, sources


def _nearness(gold: GoldAttribution, found: GoldAttribution) -> tuple[float, bool]:
    return agreement(gold.content, found.content), found.cited_by is not None


def _article(item: GoldVoices) -> Article:
    if item.headline is None:
        return to_article(item.id, item.text)
    return headed_article(item.id, item.text, item.headline)


def _attributed(analysed: AnalysedArticle) -> list[GoldAttribution]:
    """All attributions, their spans counting in the gold text."""
    return [
        GoldAttribution(
            content=tuple(in_gold(span, analysed) for span in attribution.content),
            source=_source(attribution, analysed),
            voice=attribution.voice,
            cited_by=attribution.cited_by,
        )
        for attribution in analysed.attributions
    ]


def _source(attribution: Attribution, analysed: AnalysedArticle) -> tuple[Span, ...]:
    return () if attribution.source is None else (in_gold(attribution.source, analysed),)
