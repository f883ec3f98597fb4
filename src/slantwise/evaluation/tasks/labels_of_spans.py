"""Kinds, actors and voices of findings, where a finding hits a gold span that names them.

Part of task `framing-spans`: whether a span was found at all is counted there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.evaluation.items import GoldPassage, GoldSpan
from slantwise.evaluation.metrics import Metric, f1, mean_f1, ratio
from slantwise.evaluation.names import meant
from slantwise.evaluation.texts import in_gold
from slantwise.records import AnalysedArticle, Finding, Kind, Span


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """Counts of one text, over its gold spans that a finding hits.

    Attributes:
        kinds: pairs of gold kind and main kind found, where gold names a kind.
        actors: spans of which gold names an actor.
        right_actors: those of them whose finding falls on such an actor.
        unmet_actors: those of them whose actors the analyser met nowhere in the text.
        voices: spans whose voice gold names.
        right_voices: those of them whose finding has that voice.
    """

    kinds: tuple[tuple[Kind, Kind], ...]
    actors: int
    right_actors: int
    unmet_actors: int
    voices: int
    right_voices: int


def label_counts(item: GoldPassage, analysed: AnalysedArticle) -> LabelCounts:
    """The counts of one text.

    The finding that hits a gold span is the one that shares most characters with it, the first
    of equals.
    """
    findings = [(in_gold(finding.span, analysed), finding) for finding in analysed.findings]
    hits = [(one, hit) for one in item.spans if (hit := _hit(one, findings)) is not None]
    actors = [
        ({actor for name in one.actors for actor in meant([name], analysed)}, hit)
        for one, hit in hits
        if one.actors
    ]
    voices = [(one, hit) for one, hit in hits if one.voice]
    return LabelCounts(
        kinds=tuple((one.kind, hit.kinds[0]) for one, hit in hits if one.kind),
        actors=len(actors),
        right_actors=sum(not ids.isdisjoint(hit.actors) for ids, hit in actors),
        unmet_actors=sum(not ids for ids, _ in actors),
        voices=len(voices),
        right_voices=sum(one.voice is hit.voice for one, hit in voices),
    )


def label_metrics(rows: Sequence[LabelCounts]) -> dict[str, Metric]:
    """Figures by name; those of kinds that occur, and none defined where gold names no labels."""
    met = {kind for row in rows for pair in row.kinds for kind in pair}
    by_kind = {kind: _kind_f1(rows, kind) for kind in Kind if kind in met}
    return {
        "kind_macro_f1": mean_f1(by_kind.values()),
        "actor_accuracy": ratio([r.right_actors for r in rows], [r.actors for r in rows]),
        "voice_accuracy": ratio([r.right_voices for r in rows], [r.voices for r in rows]),
    } | {f"kind_f1_{kind.value}": metric for kind, metric in by_kind.items()}


def unmet(rows: Sequence[LabelCounts]) -> tuple[str, ...]:
    """A note on gold actors that are no actors to the analyser; none where there are none."""
    actors, missing = sum(row.actors for row in rows), sum(row.unmet_actors for row in rows)
    if not missing:
        return ()
    return (f"{missing} of {actors} actors of loaded spans were not met as actors in the text",)


def _kind_f1(rows: Sequence[LabelCounts], kind: Kind) -> Metric:
    counts = [
        (
            sum(gold is kind and found is kind for gold, found in row.kinds),
            sum(gold is kind for gold, _ in row.kinds),
            sum(found is kind for _, found in row.kinds),
        )
        for row in rows
    ]
    both, gold, found = np.array(counts, dtype=np.float64).reshape(-1, 3).T
    return f1(both, gold, found)


def _hit(one: GoldSpan, findings: Sequence[tuple[Span, Finding]]) -> Finding | None:
    best = max(findings, key=lambda pair: _common(one.span, pair[0]), default=None)
    return best[1] if best and _common(one.span, best[0]) else None


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
