"""Krippendorff's alpha: agreement of any number of coders, codings missing or not.

Own implementation after Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", and
Krippendorff (2019), "Content Analysis", chapter 12.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_CELLS = 2**22
"""Resampled coincidences worked on at a time, to bound memory."""


class Metric(StrEnum):
    """How far two values are apart."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement with its 95 % interval.

    Attributes:
        value: 1 for perfect agreement, 0 for that of chance, below 0 for less; None where all
            values are one, or no unit has two codings: agreement is then not defined.
        low: lower end; None where `value` is.
        high: upper end.
        n_units: units with at least two codings.
        n_codings: codings of those units.
    """

    value: float | None
    low: float | None
    high: float | None
    n_units: int
    n_codings: int


def alpha(
    codings: Sequence[Sequence[float | None]],
    metric: Metric = Metric.NOMINAL,
    *,
    n_resamples: int = 2000,
    seed: int = 20250412,
) -> Alpha:
    """Alpha of the values that each unit was given; None stands for a missing coding.

    alpha = 1 - D_o / D_e, with D_o the distance observed between values of one unit and D_e that
    between values paired by chance; a unit with m values weighs its pairs by 1 / (m - 1). Units
    with fewer than two values count nothing. The interval is the percentile bootstrap over units.

    Args:
        codings: one sequence a unit; the order of its values says nothing.
        metric: nominal (differs or not) or ordinal (ranks, from how often each value is used).
        n_resamples: bootstrap resamples; 0 for no interval.
        seed: of the draws.

    >>> round(alpha([[1, 1], [0, 1], [0, 0], [0, 0]], n_resamples=0).value, 3)
    0.533
    """
    values = [[value for value in unit if value is not None] for unit in codings]
    paired = [unit for unit in values if len(unit) > 1]
    categories = sorted({value for unit in paired for value in unit})
    shares = _coincidences(paired, categories)
    n_codings = sum(map(len, paired))
    value = float(_alphas(shares.sum(axis=0)[None], metric)[0]) if paired else np.nan
    if np.isnan(value):
        return Alpha(None, None, None, len(paired), n_codings)
    drawn = _resampled(shares, metric, n_resamples=n_resamples, seed=seed)
    low, high = np.nanquantile(drawn, (0.025, 0.975)) if n_resamples else (value, value)
    return Alpha(value, float(low), float(high), len(paired), n_codings)


def _coincidences(units: Sequence[Sequence[float]], categories: Sequence[float]) -> Floats:
    """Array [unit, value, value]: what each unit adds to the coincidence matrix."""
    place = {value: number for number, value in enumerate(categories)}
    counts = np.zeros((len(units), len(categories)))
    for number, unit in enumerate(units):
        for value in unit:
            counts[number, place[value]] += 1
    pairs = counts[:, :, None] * counts[:, None, :]
    diagonal = np.arange(len(categories))
    pairs[:, diagonal, diagonal] -= counts
    shares: Floats = pairs / np.maximum(counts.sum(axis=1) - 1, 1)[:, None, None]
    return shares


def _alphas(coincidences: Floats, metric: Metric) -> Floats:
    """Array [draw] of alpha from coincidence matrices [draw, value, value]; NaN where undefined."""
    totals = coincidences.sum(axis=2)
    n = totals.sum(axis=1)
    apart = _distances(totals, metric)
    observed = (coincidences * apart).sum(axis=(1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * apart).sum(axis=(1, 2))
    defined = expected > 0
    ratio = np.where(defined, (n - 1) * observed / np.where(defined, expected, 1.0), np.nan)
    alphas: Floats = 1 - ratio
    return alphas


def _distances(totals: Floats, metric: Metric) -> Floats:
    """Array [draw, value, value] of squared distances.

    Ordinal: the squared number of codings between the middles of two ranks, which is
    Krippendorff's (Σ n_g - (n_c + n_k) / 2)² with the sum from c to k.
    """
    n_values = totals.shape[1]
    if metric is Metric.NOMINAL:
        return np.broadcast_to(1.0 - np.eye(n_values), (len(totals), n_values, n_values))
    middles = np.cumsum(totals, axis=1) - totals / 2
    squares: Floats = (middles[:, :, None] - middles[:, None, :]) ** 2
    return squares


def _resampled(shares: Floats, metric: Metric, *, n_resamples: int, seed: int) -> Floats:
    """Array [draw] of alpha over units drawn with replacement."""
    n_units, n_values = len(shares), shares.shape[1]
    random = np.random.default_rng(seed)
    flat = shares.reshape(n_units, -1)
    drawn = [np.empty(0)]
    step = max(1, _CELLS // max(n_units, n_values**2))
    for start in range(0, n_resamples, step):
        rows = min(step, n_resamples - start)
        weights = random.multinomial(n_units, np.full(n_units, 1 / n_units), rows)
        drawn.append(_alphas((weights @ flat).reshape(rows, n_values, n_values), metric))
    return np.concatenate(drawn)
