"""Differences between two outlets that share no events: articles against articles.

Such a difference may come from what the outlets cover. The interval takes each outlet's own
bootstrap error (Welch); p deals the articles to the two outlets at random.
"""

import numpy as np

from slantwise.comparison.counts import Floats
from slantwise.comparison.draws import labels
from slantwise.comparison.intervals import critical, standard_errors
from slantwise.comparison.matched import Differences, Spreads
from slantwise.comparison.totals import Totals

_SLACK = 1e-9
"""Relative slack under which two differences count as equal."""


def difference(a: Totals, b: Totals, *, n_resamples: int, seed: int) -> Differences:
    """Arrays [1, measure] of the difference of two outlets, each with at least two articles.

    The effect size is Cohen's d: the difference over the pooled standard deviation of what each
    article adds to its outlet's ratio; NaN where nothing varies.
    """
    found = spread(a, b, n_resamples=n_resamples, seed=seed)
    return Differences(
        a=found.a,
        b=found.b,
        reach=found.reach,
        effect=_effect(a, b)[None],
        p=_label_p(a, b, n_draws=n_resamples, seed=seed)[None],
    )


def spread(a: Totals, b: Totals, *, n_resamples: int, seed: int) -> Spreads:
    """`difference` without effect and p."""
    first = standard_errors(a, n_resamples=n_resamples, seed=seed)
    second = standard_errors(b, n_resamples=n_resamples, seed=seed)
    reach = [
        critical(_degrees(e, f, len(a), len(b))) * np.hypot(e, f)
        for e, f in zip(first.tolist(), second.tolist(), strict=True)
    ]
    return Spreads(a.ratios[None], b.ratios[None], np.array(reach)[None])


def _degrees(first: float, second: float, n_first: int, n_second: int) -> float:
    """Welch–Satterthwaite degrees of freedom."""
    below = first**4 / (n_first - 1) + second**4 / (n_second - 1)
    return (first**2 + second**2) ** 2 / below if below else float(n_first + n_second - 2)


def _effect(a: Totals, b: Totals) -> Floats:
    squares = (_parts(a) ** 2).sum(axis=0) + (_parts(b) ** 2).sum(axis=0)
    pooled = np.sqrt(squares / (len(a) + len(b) - 2))
    varies = pooled > 0
    return np.where(varies, (a.ratios - b.ratios) / np.where(varies, pooled, 1.0), np.nan)


def _parts(totals: Totals) -> Floats:
    """Array [article, measure]: what each article adds to the ratio, around 0."""
    residuals = totals.numerators - totals.ratios * totals.denominators[:, None]
    parts: Floats = residuals / totals.denominators.mean()
    return parts


def _label_p(a: Totals, b: Totals, *, n_draws: int, seed: int) -> Floats:
    """Array [measure]: (1 + deals at least as far apart as the data) / (1 + deals)."""
    numerators = np.concatenate([a.numerators, b.numerators])
    denominators = np.concatenate([a.denominators, b.denominators])
    observed = np.abs(a.ratios - b.ratios)
    reached = observed * (1 - _SLACK)
    hits = np.zeros(len(observed))
    for dealt in labels(len(a), len(b), n_draws, seed=seed):
        first, second = dealt.astype(np.float64), (~dealt).astype(np.float64)
        apart = first @ numerators / (first @ denominators)[:, None]
        apart -= second @ numerators / (second @ denominators)[:, None]
        hits += (np.abs(apart) >= reached).sum(axis=0)
    return (1 + hits) / (1 + n_draws)
