"""Folds for cross-validation: near-duplicate sentences share a fold."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from slantwise.train.overlap import SHARE, shingles


def folds(texts: Sequence[str], n_folds: int, seed: int) -> list[int]:
    """The fold, 0 to n-1, of each text; groups of near-duplicates stay together.

    Groups are dealt in random order, each to the fold that is smallest so far.
    """
    groups = near_duplicates(texts)
    random.Random(seed).shuffle(groups)  # noqa: S311 - order, not secrets
    sizes = [0] * n_folds
    fold_of = [0] * len(texts)
    for group in sorted(groups, key=len, reverse=True):
        smallest = sizes.index(min(sizes))
        sizes[smallest] += len(group)
        for row in group:
            fold_of[row] = smallest
    return fold_of


def near_duplicates(texts: Sequence[str]) -> list[list[int]]:
    """Groups of texts linked by half of the shorter one's five-word runs, in order of first text.

    >>> near_duplicates(["a b c d e", "x y", "A b c d e!"])
    [[0, 2], [1]]
    """
    runs = [shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    group_of = list(range(len(texts)))

    def root(row: int) -> int:
        while group_of[row] != row:
            row = group_of[row]
        return row

    for row, own in enumerate(runs):
        shared = Counter(other for run in own for other in holders[run])
        for other, n_shared in shared.items():
            if n_shared >= SHARE * min(len(own), len(runs[other])):
                low, high = sorted((root(row), root(other)))
                group_of[high] = low
        for run in own:
            holders[run].append(row)
    groups: dict[int, list[int]] = defaultdict(list)
    for row in range(len(texts)):
        groups[root(row)].append(row)
    return list(groups.values())
