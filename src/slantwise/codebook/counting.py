"""Findings of a codebook counted by outlet and voice, from a finished run.

Takes the run and the comparison that says which articles count; rates and intervals are made as
those of slantwise's own kinds are.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from slantwise.codebook.classifier import Classifier
from slantwise.codebook.keeping import read_kept
from slantwise.comparison.intervals import NONE_SEEN, rate_interval, standard_errors
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, add_up
from slantwise.records import Voice
from slantwise.records.codebook_counts import CodebookCounts, CodebookEntry, CodeRate
from slantwise.records.comparison import Comparison, Verdict
from slantwise.run import RunFolder

_PER = 1000
_VOICES = tuple(Voice)
_COLUMNS = [
    "article.id",
    "words",
    *(f"codes.list.element.{name}" for name in ("kind", "voice", "confidence")),
]


def count_codes(
    run: RunFolder, comparison: Comparison, settings: ComparisonSettings | None = None
) -> CodebookCounts | None:
    """The codebook of a run with its rates; None where it was made without one.

    Raises:
        RunError: the kept codebook or a part is damaged.
    """
    kept = read_kept(run)
    if kept is None:
        return None
    settings = settings or ComparisonSettings()
    entries = tuple(_entry(kind, kept["classifiers"]) for kind in kept["kinds"])
    table = _Table(comparison, [entry.id for entry in entries])
    for path in run.parts():
        table.add(path, settings.min_confidence)
    return CodebookCounts(
        name=kept["name"],
        digest=kept["digest"],
        replace=kept["replace"],
        kinds=entries,
        rates=tuple(table.rates(settings)),
    )


def _entry(kind: Mapping[str, Any], classifiers: Mapping[str, Any]) -> CodebookEntry:
    learnt = classifiers.get(kind["id"])
    return CodebookEntry(
        id=kind["id"],
        name=kind["name"],
        definition=kind["definition"],
        examples=tuple(kind["examples"]),
        n_terms=len(kind["terms"]),
        n_patterns=len(kind["patterns"]),
        checked=Classifier.from_dict(learnt).checked.in_words if learnt else "",
    )


class _Table:
    """Counts of every article that counts: findings by kind and voice, words by voice."""

    def __init__(self, comparison: Comparison, kinds: list[str]) -> None:
        copies = {copy for event in comparison.events for text in event.wire for copy in text[1:]}
        self.kinds = {kind: number for number, kind in enumerate(kinds)}
        self.by_event = comparison.unit == "event"
        placed = [
            (article, outlet, number)
            for number, event in enumerate(comparison.events)
            for outlet, article in event.articles
            if article not in copies
        ]
        self.row = {article: row for row, (article, _, _) in enumerate(placed)}
        self.outlet = np.array([outlet for _, outlet, _ in placed], dtype=np.str_)
        self.event = np.array([event for _, _, event in placed], np.int64)
        self.words = np.zeros((len(placed), len(_VOICES)), np.int64)
        self.found = np.zeros((len(placed), len(_VOICES), len(kinds)), np.int32)
        self.classified = np.zeros_like(self.found)
        self.outlets = [row.outlet for row in comparison.outlets]

    def add(self, path: Path, min_confidence: float | None) -> None:
        """Count one part."""
        import pyarrow.parquet as pq

        for batch in pq.ParquetFile(path).iter_batches(batch_size=256, columns=_COLUMNS):
            for item in batch.to_pylist():
                row = self.row.get(item["article"]["id"]) if item["article"] else None
                if row is None:
                    continue
                self.words[row] = [item["words"][voice.value] for voice in _VOICES]
                for code in item["codes"] or ():
                    if min_confidence is None or code["confidence"] >= min_confidence:
                        voice = _VOICES.index(Voice(code["voice"]))
                        kind = self.kinds[code["kind"]]
                        self.found[row, voice, kind] += 1
                        # Terms and patterns are certain (records.codes.Code.confidence).
                        self.classified[row, voice, kind] += code["confidence"] < 1.0

    def rates(self, settings: ComparisonSettings) -> Iterator[CodeRate]:
        """One row a kind × outlet × voice."""
        for outlet in self.outlets:
            for voice in _VOICES:
                yield from self._of_voice(outlet, voice, settings)

    def _of_voice(
        self, outlet: str, voice: Voice, settings: ComparisonSettings
    ) -> Iterator[CodeRate]:
        ours, number = np.flatnonzero(self.outlet == outlet), _VOICES.index(voice)
        found, words = self.found[ours, number, :], self.words[ours, number]
        units = self.event[ours] if self.by_event else np.arange(len(ours), dtype=np.int64)
        totals = add_up(units, _PER * found.astype(np.float64), words.astype(np.float64))
        enough = len(totals) >= settings.minimum_units
        errors = _errors(totals, settings) if enough else np.zeros(len(self.kinds))
        for kind, column in self.kinds.items():
            rate = float(totals.ratios[column]) if enough else 0.0
            none_seen = _PER * NONE_SEEN / max(1, int(words.sum()))
            yield CodeRate(
                outlet=outlet,
                kind=kind,
                voice=voice,
                n_findings=int(found[:, column].sum()),
                n_classified=int(self.classified[ours, number, column].sum()),
                n_words=int(words.sum()),
                n_articles=int((found[:, column] > 0).sum()),
                per_1k_words=rate_interval(
                    rate, float(errors[column]), n_units=len(totals), none_seen=none_seen
                )
                if enough
                else None,
                n_units=len(totals),
                verdict=Verdict.COMPARED if enough else Verdict.TOO_FEW,
            )


def _errors(totals: Totals, settings: ComparisonSettings) -> np.ndarray:
    return standard_errors(totals, n_resamples=settings.n_resamples, seed=settings.seed)
