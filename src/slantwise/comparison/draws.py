"""Draws of chance: bootstrap weights and sign flips, the same for the same seed and size.

A draw depends on the seed and on how many units it is for, on nothing else: a figure stays the
same whatever else is compared beside it, and measures with one number of units share one set of
weights.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from slantwise.comparison.counts import Floats

_CELLS = 2**21
"""Cells drawn at a time, to bound memory."""

_KEPT_CELLS = 2**22
"""Cells up to which the weights of one number of units are remembered (8 MiB)."""

Counts = NDArray[np.uint16]


def bootstrap_weights(n_units: int, n_resamples: int, *, seed: int) -> Iterator[Floats]:
    """Arrays [resample, unit] of how often each unit is drawn, `n_resamples` rows in all.

    Each row draws `n_units` units with replacement.
    """
    small = n_units * n_resamples <= _KEPT_CELLS
    drawn = _kept if small else _drawn
    for counts in drawn(n_units, n_resamples, seed):
        yield counts.astype(np.float64)


def _drawn(n_units: int, n_resamples: int, seed: int) -> Iterator[Counts]:
    generator = np.random.default_rng([seed, n_units, 0])
    for n_rows in _row_counts(n_units, n_resamples):
        drawn = generator.integers(0, n_units, (n_rows, n_units))
        drawn += np.arange(n_rows)[:, None] * n_units
        counts = np.bincount(drawn.ravel(), minlength=n_rows * n_units)
        yield counts.reshape(n_rows, n_units).astype(np.uint16)


@lru_cache(maxsize=32)
def _kept(n_units: int, n_resamples: int, seed: int) -> tuple[Counts, ...]:
    """The same, remembered: most outlets have numbers of units that others have too."""
    return tuple(_drawn(n_units, n_resamples, seed))


def sign_flips(n_units: int, n_flips: int, *, seed: int) -> Iterator[Floats]:
    """Arrays [flip, unit] of +1 and -1: every pattern once where there are at most `n_flips`.

    `all_flips` tells which of the two it is. Random rows are independent and fair.
    """
    if all_flips(n_units, n_flips):
        patterns = np.arange(2**n_units)[:, None] >> np.arange(n_units)
        yield (1 - 2 * (patterns & 1)).astype(np.float64)
        return
    generator = np.random.default_rng([seed, n_units, 1])
    n_bytes = -(-n_units // 32) * 4  # the generator deals whole words of four bytes
    for n_rows in _row_counts(n_units, n_flips):
        octets = np.frombuffer(generator.bytes(n_rows * n_bytes), np.uint8)
        bits = np.unpackbits(octets.reshape(n_rows, n_bytes), axis=1, count=n_units)
        yield 1 - 2 * bits.astype(np.float64)


def all_flips(n_units: int, n_flips: int) -> bool:
    """Whether `n_flips` are enough for every pattern of signs."""
    return n_units < 60 and 2**n_units <= n_flips


def labels(n_first: int, n_second: int, n_draws: int, *, seed: int) -> Iterator[NDArray[np.bool_]]:
    """Arrays [draw, article] of whether an article is dealt to the first outlet.

    Each row deals `n_first` of `n_first + n_second` articles at random.
    """
    generator = np.random.default_rng([seed, n_first, n_second, 2])
    n_articles = n_first + n_second
    for n_rows in _row_counts(n_articles, n_draws):
        order = generator.random((n_rows, n_articles)).argsort(axis=1)
        yield order < n_first


def _row_counts(n_columns: int, n_rows: int) -> Iterator[int]:
    step = max(1, _CELLS // max(1, n_columns))
    for start in range(0, n_rows, step):
        yield min(step, n_rows - start)
