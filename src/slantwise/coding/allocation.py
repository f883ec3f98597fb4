"""How many units each stratum gives."""

import numpy as np

from slantwise.coding.frame import BANDS, Floats, Frame, Ints

_LEAST_DOUBT = 0.05
"""The model is taken to err at least so often in any band, however sure it says it is."""


def allocate(frame: Frame, n_units: int, *, minimum: int) -> Ints:
    """Array [outlet × band] of units to draw from each stratum; never more than it holds.

    Outlets get equal numbers, for a difference of two outlets is known no better than the worse
    known of them. Inside an outlet, bands get numbers in proportion to size times the standard
    deviation of the error to be expected there, √(p(1 - p)), with p the model's mean
    probability (Neyman 1934, with the anticipated variance of Särndal, Swensson and Wretman 1992,
    section 12.2), and at least `minimum`, so that no stratum's error rests on a guess.
    """
    n_bands = len(BANDS[frame.task])
    n_strata = len(frame.outlets) * n_bands
    sizes = np.bincount(frame.stratum, minlength=n_strata).reshape(-1, n_bands)
    sums = np.bincount(frame.stratum, weights=frame.probability, minlength=n_strata)
    means = sums.reshape(-1, n_bands) / np.maximum(sizes, 1)
    p = np.clip(means, _LEAST_DOUBT, 1 - _LEAST_DOUBT)
    weights = sizes * np.sqrt(p * (1 - p))
    of_outlets = shared_out(n_units, sizes.sum(axis=1), np.ones(len(sizes)))
    drawn = np.zeros_like(sizes)
    for outlet, total in enumerate(of_outlets.tolist()):
        least = np.minimum(minimum, sizes[outlet])
        left = max(0, total - int(least.sum()))
        drawn[outlet] = least + shared_out(left, sizes[outlet] - least, weights[outlet])
    return drawn.reshape(-1).astype(np.int64)


def shared_out(total: int, limits: Ints, weights: Floats) -> Ints:
    """Array of whole numbers in proportion to `weights`, none above its limit.

    They sum to `total`, or to the sum of the limits where that is less; what one cannot take
    goes to the others. Largest remainders are rounded up, the first of equals first.

    The first can take 1, so the other two share 5.

    >>> shared_out(6, np.array([1, 9, 9]), np.array([1.0, 1.0, 1.0])).tolist()
    [1, 3, 2]
    """
    given = np.zeros(len(limits), np.int64)
    left = min(total, int(limits.sum()))
    open_ = limits > 0
    while left and open_.any():
        pull = np.where(open_, np.maximum(weights, 1e-12), 0.0)
        wanted = left * pull / pull.sum()
        full = open_ & (wanted >= limits)
        if not full.any():
            whole = np.floor(wanted).astype(np.int64)
            order = np.argsort(whole - wanted, kind="stable")
            whole[order[: left - int(whole.sum())]] += 1
            shared: Ints = given + whole
            return shared
        given[full] = limits[full]
        left -= int(limits[full].sum())
        open_ &= ~full
    return given
