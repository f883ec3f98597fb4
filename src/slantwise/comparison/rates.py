"""Findings per 1,000 words of a voice, by outlet and kind."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from slantwise.comparison.counts import KINDS, VOICES, RunCounts
from slantwise.comparison.intervals import NONE_SEEN, rate_interval, standard_errors
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records import Kind, Voice
from slantwise.records.comparison import RateRow, Verdict

PER = 1000
"""Words that a rate is given for."""

MEASURES: tuple[Kind | None, ...] = (None, *KINDS)
"""Columns of a rate's totals: all kinds together, then each main kind."""


def rate_totals(counts: RunCounts, units: Units, *, outlet: int, voice: Voice) -> Totals:
    """Findings by `MEASURES`, times `PER`, over words, by unit."""
    number = VOICES.index(voice)
    chosen = np.flatnonzero(units.counted & (counts.outlet == outlet))
    by_kind = counts.findings[chosen, number, :]
    found = np.concatenate([by_kind.sum(axis=1, keepdims=True), by_kind], axis=1)
    words = counts.words[chosen, number].astype(np.float64)
    return add_up(units.unit[chosen], PER * found.astype(np.float64), words)


def rate_rows(counts: RunCounts, units: Units, settings: ComparisonSettings) -> Iterator[RateRow]:
    """One row an outlet × voice × measure, in the order of outlets, voices and `MEASURES`."""
    for outlet in range(len(counts.outlets)):
        for voice in VOICES:
            yield from _rows(counts, units, settings, outlet=outlet, voice=voice)


def _rows(
    counts: RunCounts, units: Units, settings: ComparisonSettings, *, outlet: int, voice: Voice
) -> Iterator[RateRow]:
    totals = rate_totals(counts, units, outlet=outlet, voice=voice)
    number = VOICES.index(voice)
    ours = units.counted & (counts.outlet == outlet)
    words = int(counts.words[ours, number].sum())
    enough = len(totals) >= settings.minimum_units
    row = partial(
        RateRow,
        outlet=counts.outlets[outlet],
        voice=voice,
        n_words=words,
        n_articles=int((counts.words[ours, number] > 0).sum()),
        n_units=len(totals),
        verdict=Verdict.COMPARED if enough else Verdict.TOO_FEW,
    )
    errors = (
        standard_errors(totals, n_resamples=settings.n_resamples, seed=settings.seed)
        if enough
        else np.zeros(len(MEASURES))
    )
    found = counts.findings[ours, number, :].sum(axis=0)
    for column, kind in enumerate(MEASURES):
        n_findings = int(found.sum() if kind is None else found[column - 1])
        interval = (
            rate_interval(
                float(totals.ratios[column]),
                float(errors[column]),
                n_units=len(totals),
                none_seen=PER * NONE_SEEN / max(words, 1),
            )
            if enough
            else None
        )
        yield row(kind=kind, n_findings=n_findings, per_1k_words=interval)
