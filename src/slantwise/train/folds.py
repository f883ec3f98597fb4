"""Folds for cross-validation: near-duplicate sentences share a fold, and so do named groups."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from slantwise.errors import SettingsError
from slantwise.train.overlap import SHARE, shingles

Link = tuple[int, int]


class FoldsBy(StrEnum):
    """What folds are made of.

    `RANDOM` deals single sentences; `OUTLET` and `TOPIC` keep all sentences of an outlet or topic
    in one fold, so that each is read by a model that has seen none of its kind.
    """

    RANDOM = "random"
    OUTLET = "outlet"
    TOPIC = "topic"


def folds(
    texts: Sequence[str], n_folds: int, seed: int, *, together: Sequence[str] | None = None
) -> list[int]:
    """The fold, 0 to n-1, of each text; groups of near-duplicates stay together.

    Groups are dealt in random order, the largest first, each to the fold that is smallest so far.

    Args:
        texts: in the order of the folds that come back; none give none.
        n_folds: number of folds.
        seed: of the order.
        together: the name of each text's group (outlet, topic); texts of one name share a fold,
            and groups that share a near-duplicate are joined.

    Raises:
        SettingsError: there are fewer groups than folds.
    """
    groups = linked(len(texts), [*duplicate_links(texts), *name_links(together or ())])
    if 0 < len(groups) < n_folds:
        raise SettingsError(
            f"{n_folds} folds of {len(texts)} sentences: only {len(groups)} groups stay apart; "
            "ask for fewer folds"
        )
    random.Random(seed).shuffle(groups)  # noqa: S311 - order, not secrets
    sizes = [0] * n_folds
    fold_of = [0] * len(texts)
    for group in sorted(groups, key=len, reverse=True):
        smallest = sizes.index(min(sizes))
        sizes[smallest] += len(group)
        for row in group:
            fold_of[row] = smallest
    return fold_of


def duplicate_links(texts: Sequence[str]) -> Iterator[Link]:
    """Pairs of texts of which one holds half of the shorter one's five-word runs."""
    runs = [shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, own in enumerate(runs):
        shared = Counter(other for run in own for other in holders[run])
        for other, n_shared in shared.items():
            if n_shared >= SHARE * min(len(own), len(runs[other])):
                yield other, row
        for run in own:
            holders[run].append(row)


def name_links(names: Sequence[str]) -> Iterator[Link]:
    """Each row with the first of its name.

    >>> list(name_links(["north", "south", "north"]))
    [(0, 0), (1, 1), (0, 2)]
    """
    first: dict[str, int] = {}
    for row, name in enumerate(names):
        yield first.setdefault(name, row), row


def linked(n_rows: int, links: Iterable[Link]) -> list[list[int]]:
    """Groups of rows that links join, directly or by way of others, in order of first row.

    >>> linked(4, [(0, 2), (2, 3)])
    [[0, 2, 3], [1]]
    """
    group_of = list(range(n_rows))

    def root(row: int) -> int:
        while group_of[row] != row:
            row = group_of[row]
        return row

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        group_of[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for row in range(n_rows):
        groups[root(row)].append(row)
    return list(groups.values())
