"""Comparing two groupings of the same articles by the pairs they put together."""

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray


def pair_counts(gold: Sequence[Hashable], found: Sequence[Hashable]) -> NDArray[np.float64]:
    """Array [gold group, 3]: pairs together in both, in gold, and in the answer.

    `gold` and `found` name the group of each article. A pair of the answer whose articles are
    of two gold groups counts half in each, so that the rows sum to all pairs and a gold group
    can be resampled as one unit. Rows are in order of first appearance.

    >>> pair_counts(["a", "a", "b"], [1, 1, 1]).tolist()
    [[1.0, 1.0, 2.0], [0.0, 0.0, 1.0]]
    """
    cells = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    rows = {name: [0.0, _pairs(size), 0.0] for name, size in in_gold.items()}
    for (name, group), size in cells.items():
        across = size * (in_found[group] - size)
        rows[name][0] += _pairs(size)
        rows[name][2] += _pairs(size) + across / 2
    return np.array(list(rows.values()), dtype=np.float64).reshape(-1, 3)


def _pairs(size: int) -> float:
    return size * (size - 1) / 2
