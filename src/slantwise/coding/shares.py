"""Shares estimated from a stratified sample, with intervals that hold for few and for extreme ones.

Interval: Clopper and Pearson (1934) with the effective sample size of Korn and Graubard (1998),
n* = p (1 - p) / v, where v is the design variance of p; where p is 0 or 1, v tells nothing and
n* is Kish's (Σw)² / Σw².
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Share:
    """A weighted share.

    Attributes:
        value: the share, 0..1.
        low: lower end of its 95 % interval.
        high: upper end.
        n: units in the denominator, unweighted.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """How the units of an estimate were drawn.

    Attributes:
        stratum: array [unit], number of its stratum.
        weight: array [unit], 1 / inclusion probability, the same inside a stratum; 1 or more.
    """

    stratum: Ints
    weight: Floats


def share(parts: Floats, wholes: Floats, design: Design) -> Share | None:
    """Weighted sum of `parts` over weighted sum of `wholes`; None where the latter is 0.

    Args:
        parts: array [unit], 0 up to `wholes`.
        wholes: array [unit], 0 or more.
        design: of all units drawn, those with a whole of 0 included.

    All units are in the sample, so the interval is Clopper and Pearson's only where it must be.

    >>> design = Design(np.zeros(4, np.int64), np.full(4, 10.0))
    >>> found = share(np.array([1.0, 1, 1, 0]), np.ones(4), design)
    >>> found.value, found.n, 0 < found.low < 0.75 < found.high < 1
    (0.75, 4, True)
    """
    w = design.weight
    whole = float((w * wholes).sum())
    if whole <= 0:
        return None
    value = min(1.0, max(0.0, float((w * parts).sum()) / whole))
    n = int((wholes > 0).sum())
    variance = _variance((parts - value * wholes) / whole, design)
    spread = value * (1 - value)
    used = w * wholes
    kish = float(used.sum() ** 2 / (used**2).sum())
    n_effective = min(float(n), spread / variance) if spread > 0 and variance > 0 else kish
    return Share(value, *_clopper_pearson(value, n_effective), n)


def _variance(parts: Floats, design: Design) -> float:
    """Variance of the weighted sum of `parts` under stratified sampling without replacement.

    A stratum with one unit is taken as if its part were all deviation.
    """
    total = 0.0
    for number in np.unique(design.stratum).tolist():
        inside = design.stratum == number
        n, weight = int(inside.sum()), float(design.weight[inside][0])
        left_out = max(0.0, 1 - 1 / weight)
        squares = float(parts[inside].var(ddof=1)) if n > 1 else float(parts[inside][0] ** 2)
        total += left_out * n * weight**2 * squares
    return total


def _clopper_pearson(value: float, n: float) -> tuple[float, float]:
    from scipy.special import betaincinv

    hits = value * n
    low = float(betaincinv(hits, n - hits + 1, 0.025)) if value > 0 else 0.0
    high = float(betaincinv(hits + 1, n - hits, 0.975)) if value < 1 else 1.0
    return min(low, value), max(high, value)
