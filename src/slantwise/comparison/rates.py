"""Findings per 1,000 words of a voice, by outlet and kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from slantwise.comparison.counts import KINDS, VOICES, Floats, Ints, RunCounts
from slantwise.comparison.intervals import NONE_SEEN, rate_interval, standard_errors_of
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records import Kind, Voice
from slantwise.records.comparison import RateRow, Verdict

PER = 1000
"""Words that a rate is given for."""

MEASURES: tuple[Kind | None, ...] = (None, *KINDS)
"""Columns of a rate's totals: all kinds together, then each main kind."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Which findings and words a rate takes.

    Attributes:
        findings: array [article, voice, kind], at one threshold.
        voices: voices taken together.
    """

    findings: Ints
    voices: tuple[Voice, ...]


def rate_totals(counts: RunCounts, units: Units, *, outlet: int, counted: Counted) -> Totals:
    """Findings by `MEASURES`, times `PER`, over words, by unit."""
    numbers = [VOICES.index(voice) for voice in counted.voices]
    chosen = np.flatnonzero(units.counted & (counts.outlet == outlet))
    by_kind = counted.findings[chosen][:, numbers, :].sum(axis=1)
    found = np.concatenate([by_kind.sum(axis=1, keepdims=True), by_kind], axis=1)
    words = counts.words[chosen][:, numbers].sum(axis=1).astype(np.float64)
    return add_up(units.unit[chosen], PER * found.astype(np.float64), words)


def rate_rows(counts: RunCounts, units: Units, settings: ComparisonSettings) -> Iterator[RateRow]:
    """One row an outlet × voice × measure, in the order of outlets, voices and `MEASURES`."""
    keys = [(outlet, voice) for outlet in range(len(counts.outlets)) for voice in VOICES]
    totals = [
        rate_totals(counts, units, outlet=outlet, counted=Counted(counts.findings, (voice,)))
        for outlet, voice in keys
    ]
    enough = [each for each in totals if len(each) >= settings.minimum_units]
    errors = iter(standard_errors_of(enough, n_resamples=settings.n_resamples, seed=settings.seed))
    for (outlet, voice), each in zip(keys, totals, strict=True):
        error = next(errors) if len(each) >= settings.minimum_units else None
        yield from _rows(counts, units, (outlet, voice), each, error)


def _rows(
    counts: RunCounts,
    units: Units,
    key: tuple[int, Voice],
    totals: Totals,
    errors: Floats | None,
) -> Iterator[RateRow]:
    (outlet, voice), number = key, VOICES.index(key[1])
    ours = units.counted & (counts.outlet == outlet)
    words = int(counts.words[ours, number].sum())
    row = partial(
        RateRow,
        outlet=counts.outlets[outlet],
        voice=voice,
        n_words=words,
        n_articles=int((counts.words[ours, number] > 0).sum()),
        n_units=len(totals),
        verdict=Verdict.TOO_FEW if errors is None else Verdict.COMPARED,
    )
    found = counts.findings[ours, number, :].sum(axis=0)
    for column, kind in enumerate(MEASURES):
        n_findings = int(found.sum() if kind is None else found[column - 1])
        interval = (
            None
            if errors is None
            else rate_interval(
                float(totals.ratios[column]),
                float(errors[column]),
                n_units=len(totals),
                none_seen=PER * NONE_SEEN / max(words, 1),
            )
        )
        yield row(kind=kind, n_findings=n_findings, per_1k_words=interval)
