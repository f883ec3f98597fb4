"""Percentile bootstrap: how far a figure would move with another draw of lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from slantwise.evaluation.metrics.ratios import value_of
from slantwise.evaluation.metrics.weights import Metric, Weights

_CELLS_AT_ONCE = 2_000_000
"""Weights held at one time (16 MB): bounds memory for large files, never changes a figure."""


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How intervals are made.

    Attributes:
        resamples: number of draws.
        level: share of the draws that lie in the interval, 0..1.
        seed: of the draws; the same seed and units give the same intervals.
    """

    resamples: int = 1000
    level: float = 0.95
    seed: int = 20

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "bootstrap_resamples": str(self.resamples),
            "bootstrap_level": str(self.level),
            "bootstrap_seed": str(self.seed),
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its interval.

    Attributes:
        value: over all units, each once.
        low: lower end of the interval.
        high: upper end of the interval.
    """

    value: float
    low: float
    high: float


def figures(
    metrics: Mapping[str, Metric], n_units: int, settings: Bootstrap | None = None
) -> dict[str, Figure]:
    """Value and interval of each metric that is defined, in the order given.

    Units are drawn with replacement, as many as there are, the same draws for all metrics; the
    interval runs between percentiles of the draws (Efron and Tibshirani 1993, chapter 13).
    Draws in which a metric is not defined are passed over. A metric that is not defined over
    the units themselves is left out; without units all are.
    """
    chosen = settings or Bootstrap()
    values = {name: value_of(metric, n_units) for name, metric in metrics.items() if n_units}
    defined = {name: value for name, value in values.items() if not np.isnan(value)}
    drawn: dict[str, list[np.ndarray]] = {name: [] for name in defined}
    for weights in _draws(n_units, chosen) if defined else ():
        for name, parts in drawn.items():
            parts.append(metrics[name](weights))
    tail = 100 * (1 - chosen.level) / 2
    found = {}
    for name, value in defined.items():
        low, high = np.nanpercentile(np.concatenate(drawn[name]), [tail, 100 - tail])
        found[name] = Figure(value, float(low), float(high))
    return found


def _draws(n_units: int, settings: Bootstrap) -> Iterator[Weights]:
    generator = np.random.default_rng(settings.seed)
    chances = np.full(n_units, 1 / n_units)
    step, left = max(1, _CELLS_AT_ONCE // n_units), settings.resamples
    while left > 0:
        drawn = generator.multinomial(n_units, chances, size=min(step, left))
        yield drawn.astype(np.float64)
        left -= step
