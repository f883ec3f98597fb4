"""Differences between two outlets on the units both report: interval, effect size and p.

For each shared unit i, the part it plays in the difference of the two ratios is

    z_i = (x_i - r u_i) / mean(u)  -  (y_i - r v_i) / mean(v)

with numerators x, y, denominators u, v, and r the ratio of both outlets together. The mean of z
is the difference itself. Where the outlets do not differ, z is as likely to be negative as
positive: flipping its signs gives the distribution that p is read from. Unlike swapping the two
outlets' articles, this holds where one outlet writes longer than the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.comparison.counts import Floats
from slantwise.comparison.draws import all_flips, bootstrap_weights, sign_flips
from slantwise.comparison.intervals import critical, deviation, small_sample
from slantwise.comparison.totals import Totals

REFINE = 50
"""Factor for the number of flips where the first look is too coarse."""

FEW_HITS = 10
"""Flips at least as far out as the data below which p is looked at again with more flips."""

_SLACK = 1e-9
"""Relative slack under which two sums count as equal: the data's own pattern is among the flips."""


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """Differences of several pairs on the same number of units.

    Attributes:
        a: array [pair, measure], ratio of the first outlet.
        b: array [pair, measure], ratio of the second.
        reach: array [pair, measure], half-width of the 95 % interval of a - b.
        effect: array [pair, measure], mean of z over its standard deviation; NaN where z does
            not vary.
        p: array [pair, measure], two-sided.
    """

    a: Floats
    b: Floats
    reach: Floats
    effect: Floats
    p: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Spreads:
    """Differences of several pairs with their doubt, without p.

    Attributes:
        a: array [pair, measure], ratio of the first outlet.
        b: array [pair, measure], ratio of the second.
        reach: array [pair, measure], half-width of the 95 % interval of a - b.
    """

    a: Floats
    b: Floats
    reach: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Stack:
    """Totals of several pairs on equally many units.

    `x` and `y` are numerators [unit, pair, measure] of the first and the second outlet, `u` and
    `v` their denominators [unit, pair].
    """

    x: Floats
    u: Floats
    y: Floats
    v: Floats


def differences(
    pairs: Sequence[tuple[Totals, Totals]], *, n_resamples: int, seed: int
) -> Differences:
    """Differences of pairs of totals, each on its shared units, at least two and all equally many.

    Args:
        pairs: totals of the first and the second outlet, as `totals.shared` gives them.
        n_resamples: bootstrap resamples and sign flips.
        seed: of the draws.
    """
    stack = _stacked(pairs)
    n_units = len(pairs[0][0])
    found = _spreads(stack, pairs, n_resamples=n_resamples, seed=seed)
    a, b = found.a, found.b
    z = contributions(stack.x, stack.u, stack.y, stack.v)
    spread = z.std(axis=0, ddof=1)
    varies = spread > _SLACK * np.abs(z).max(axis=0)
    return Differences(
        a=a,
        b=b,
        reach=found.reach,
        effect=np.where(varies, (a - b) / np.where(varies, spread, 1.0), np.nan),
        p=flip_p(z.reshape(n_units, -1), n_flips=n_resamples, seed=seed).reshape(a.shape),
    )


def spreads(pairs: Sequence[tuple[Totals, Totals]], *, n_resamples: int, seed: int) -> Spreads:
    """`differences` without effect and p, at a third of the work."""
    return _spreads(_stacked(pairs), pairs, n_resamples=n_resamples, seed=seed)


def _stacked(pairs: Sequence[tuple[Totals, Totals]]) -> _Stack:
    return _Stack(
        x=np.stack([a.numerators for a, _ in pairs], axis=1),
        u=np.stack([a.denominators for a, _ in pairs], axis=1),
        y=np.stack([b.numerators for _, b in pairs], axis=1),
        v=np.stack([b.denominators for _, b in pairs], axis=1),
    )


def _spreads(
    stack: _Stack, pairs: Sequence[tuple[Totals, Totals]], *, n_resamples: int, seed: int
) -> Spreads:
    a = np.stack([first.ratios for first, _ in pairs])
    b = np.stack([second.ratios for _, second in pairs])
    error = _errors(stack, a - b, n_resamples=n_resamples, seed=seed)
    return Spreads(a, b, critical(len(stack.u) - 1) * error)


def contributions(x: Floats, u: Floats, y: Floats, v: Floats) -> Floats:
    """Array [unit, pair, measure] of z; its mean over units is the difference of the ratios.

    Args:
        x: array [unit, pair, measure], numerators of the first outlet.
        u: array [unit, pair], its denominators.
        y: numerators of the second outlet.
        v: its denominators.

    Two units with 1 and 3 findings in 100 words each, against none: z is 0.01 and 0.03 less
    what the common rate of 4 in 400 words takes from both sides alike.

    >>> x, y = np.array([[[1.0]], [[3.0]]]), np.zeros((2, 1, 1))
    >>> u = v = np.full((2, 1), 100.0)
    >>> contributions(x, u, y, v).ravel().tolist()
    [0.01, 0.03]
    """
    common = (x.sum(axis=0) + y.sum(axis=0)) / (u.sum(axis=0) + v.sum(axis=0))[:, None]
    first = (x - common * u[:, :, None]) / u.mean(axis=0)[:, None]
    second = (y - common * v[:, :, None]) / v.mean(axis=0)[:, None]
    parts: Floats = first - second
    return parts


def flip_p(z: Floats, *, n_flips: int, seed: int) -> Floats:
    """Array [column]: two-sided p of a mean of 0, by flipping signs.

    Exact where all patterns of signs are at most `n_flips`; else (1 + flips at least as far
    out) / (1 + flips), with `REFINE` times as many flips where fewer than `FEW_HITS` were.

    Args:
        z: array [unit, column].
        n_flips: flips of the first look.
        seed: of the flips.

    Four of equal sign: of 16 patterns, all plus and all minus reach as far.

    >>> flip_p(np.array([[1.0], [2.0], [3.0], [4.0]]), n_flips=200, seed=0).tolist()
    [0.125]
    """
    hits, p = _flipped(z, n_flips, seed)
    if not all_flips(len(z), n_flips):
        coarse = np.flatnonzero(hits < FEW_HITS)
        if len(coarse):
            p[coarse] = _flipped(z[:, coarse], n_flips * REFINE, seed)[1]
    return p


def _flipped(z: Floats, n_flips: int, seed: int) -> tuple[Floats, Floats]:
    """Arrays [column]: flips that reach as far as the data, and p."""
    reached = np.abs(z.sum(axis=0)) - _SLACK * np.abs(z).sum(axis=0)
    hits = np.zeros(z.shape[1])
    for signs in sign_flips(len(z), n_flips, seed=seed):
        hits += (np.abs(signs @ z) >= reached).sum(axis=0)
    if all_flips(len(z), n_flips):
        return hits, hits / 2 ** len(z)
    return hits, (1 + hits) / (1 + n_flips)


def _errors(stack: _Stack, observed: Floats, *, n_resamples: int, seed: int) -> Floats:
    """Array [pair, measure]: standard error of the difference, by bootstrap over units."""
    n_units = len(stack.u)
    first, second = np.zeros_like(observed), np.zeros_like(observed)
    for weights in bootstrap_weights(n_units, n_resamples, seed=seed):
        drawn = _resampled(weights, stack.x, stack.u)
        drawn -= _resampled(weights, stack.y, stack.v)
        drawn -= observed
        first += drawn.sum(axis=0)
        second += np.einsum("rpm,rpm->pm", drawn, drawn)
    return deviation(first, second, n_resamples) * small_sample(n_units)


def _resampled(weights: Floats, numerators: Floats, denominators: Floats) -> Floats:
    """Array [resample, pair, measure] of ratios."""
    sums = weights @ numerators.reshape(len(numerators), -1)
    below = weights @ denominators
    ratios: Floats = sums.reshape(len(weights), *numerators.shape[1:])
    ratios /= below[:, :, None]
    return ratios
