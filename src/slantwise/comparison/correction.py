"""Correction for comparing many things at once."""

import numpy as np

from slantwise.comparison.counts import Floats


def benjamini_hochberg(p: Floats) -> Floats:
    """Array [test] of q: the smallest false discovery rate at which a test would stand.

    Benjamini and Hochberg (1995). Empty for no tests.

    Sorted p of 0.01, 0.02 and 0.9 give 0.01·3/1, 0.02·3/2 and 0.9·3/3.

    >>> benjamini_hochberg(np.array([0.9, 0.01, 0.02])).round(3).tolist()
    [0.9, 0.03, 0.03]
    """
    n = len(p)
    order = np.argsort(p)
    raised = p[order] * n / np.arange(1, n + 1)
    q = np.empty(n)
    q[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return q
