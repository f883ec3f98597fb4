"""Log-odds ratio with an informative Dirichlet prior, and its check by drawing events anew.

Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16 (2008) 372–403, equations
16, 20 and 22. Counts here are articles that hold a term, so that no long article carries one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LogOdds:
    """Differences of two groups of articles.

    Attributes:
        difference: array [term], log-odds in the first group less those in the second.
        z: array [term], the difference over its standard deviation.
    """

    difference: Floats
    z: Floats


def log_odds(first: Floats, second: Floats, prior: Floats) -> LogOdds:
    """Difference of log-odds of every term between two groups, with z-scores.

    Args:
        first: array [..., term] of counts in the first group.
        second: the same in the second.
        prior: array [term] of pseudo-counts, above 0.

    Returns:
        delta_w = ln((y1_w + a_w) / (n1 + a0 - y1_w - a_w)) - ln(the same of the second), its
        variance taken as 1 / (y1_w + a_w) + 1 / (y2_w + a_w). One term alone has no odds: its
        difference is 0.

    >>> odds = log_odds(np.array([3.0, 1.0]), np.array([1.0, 3.0]), np.array([1.0, 1.0]))
    >>> odds.difference.round(4).tolist(), odds.z.round(4).tolist()
    ([1.3863, -1.3863], [1.6008, -1.6008])
    """
    odds = []
    for counts in (first, second):
        raised = counts + prior
        rest = raised.sum(axis=-1, keepdims=True) - raised
        odds.append(np.log(raised) - np.log(np.where(rest > 0, rest, raised)))
    difference = odds[0] - odds[1]
    variance = 1 / (first + prior) + 1 / (second + prior)
    return LogOdds(difference, difference / np.sqrt(variance))


def informative_prior(counts: Floats, *, size: float) -> Floats:
    """Array [term] of pseudo-counts that sum to `size`, spread as the terms of all groups are."""
    total = counts.sum()
    shares = counts / total if total else np.full(len(counts), 1 / max(1, len(counts)))
    prior: Floats = np.maximum(size * shares, 1e-6)
    return prior


@dataclass(frozen=True, slots=True, eq=False)
class EventCounts:
    """Counts of some terms by event, for two groups.

    Attributes:
        terms: arrays [event, term], a group each.
        totals: arrays [event] of the counts of all terms, a group each.
    """

    terms: tuple[Floats, Floats]
    totals: tuple[Floats, Floats]


def event_intervals(
    counts: EventCounts, prior: Floats, *, prior_size: float, n_resamples: int, seed: int
) -> tuple[Floats, Floats]:
    """Ends of the 95 % percentile interval of the log-odds, arrays [term], events drawn anew.

    Args:
        counts: counts of the terms by event.
        prior: array [term] of pseudo-counts of these terms.
        prior_size: sum of the pseudo-counts of all terms.
        n_resamples: draws of as many events, with replacement.
        seed: of the draws.
    """
    n_events = len(counts.totals[0])
    generator = np.random.default_rng([seed, n_events, 3])
    drawn = generator.multinomial(n_events, np.full(n_events, 1 / n_events), n_resamples)
    sides = []
    for terms, totals in zip(counts.terms, counts.totals, strict=True):
        raised = drawn @ terms + prior
        rest = (drawn @ totals)[:, None] + prior_size - raised
        sides.append(np.log(raised) - np.log(np.maximum(rest, 1e-9)))
    low, high = np.percentile(sides[0] - sides[1], [2.5, 97.5], axis=0)
    return low, high
