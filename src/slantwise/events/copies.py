"""Wire copies: articles that are one text, under other headlines or with a paragraph cut.

Two texts are one where most five-word sequences of the shorter stand in the longer and their
lengths are alike; containment, unlike overlap, survives a cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from slantwise.events.reading import UNDATED, Ints, Reading, days_of
from slantwise.events.settings import EventSettings

MIN_HASHES = 5
"""Sampled sequences below which a text (of about 25 words) is too short to be called a copy."""

MAX_HOLDERS = 2000
"""A sequence that more articles hold is boilerplate and shows nothing."""

_ROWS = 2048
"""Articles compared at a time; bounds memory, never changes a result."""


@dataclass(frozen=True, slots=True, eq=False)
class _Texts:
    """Bodies as sets of sequences.

    Attributes:
        holds: matrix [reading, sequence] of ones, for sequences that several readings hold.
        sizes: array [reading], sampled sequences of each.
        days: array [reading].
        settings: when two texts are one.
    """

    holds: sparse.csr_matrix
    sizes: Ints
    days: Ints
    settings: EventSettings


def find_copies(readings: Sequence[Reading], settings: EventSettings) -> Ints:
    """Array [reading]: the position of the first article with the same text; its own where none.

    An article is compared with first articles only, never with copies, so copies do not chain.
    Where it matches several, the one that shares most counts, then the earliest. Articles that
    the data put into different events are never copies of one another.

    Args:
        readings: in the order of `reading.read_all`.
        settings: when two texts are one.
    """
    first = np.arange(len(readings), dtype=np.int64)
    given = [reading.event for reading in readings]
    texts = _Texts(
        _shared_sequences(readings),
        np.array([len(reading.sketch) for reading in readings], np.int64),
        days_of(readings),
        settings,
    )
    for start in range(0, len(readings), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(readings)))
        earlier = np.flatnonzero(first[:start] == np.arange(start))
        for later, choices in _choices(texts, rows, np.concatenate([earlier, rows])):
            for choice in choices:
                if first[choice] == choice and _may_be_one(given[choice], given[later], settings):
                    first[later] = choice
                    given[choice] = given[choice] or given[later]
                    break
    return first


def _may_be_one(event: str, other: str, settings: EventSettings) -> bool:
    return event == other or (settings.extend_given and not (event and other))


def _choices(texts: _Texts, rows: Ints, columns: Ints) -> Iterator[tuple[int, list[int]]]:
    """Each row that is one text with an earlier column, and those columns, the best first."""
    common = (texts.holds[rows] @ texts.holds[columns].T).tocoo()
    later, earlier = rows[common.row], columns[common.col]
    sizes, days, settings = texts.sizes, texts.days, texts.settings
    shorter = np.minimum(sizes[earlier], sizes[later])
    longer = np.maximum(sizes[earlier], sizes[later])
    containment = common.data / np.maximum(shorter, 1)
    undated = (days[later] == UNDATED) | (days[earlier] == UNDATED)
    near = np.abs(days[later] - days[earlier]) <= settings.window_days
    kept = (
        (earlier < later)
        & (shorter >= MIN_HASHES)
        & (containment >= settings.copy_containment)
        & (shorter >= settings.copy_length_ratio * longer)
        & (near | undated)
    )
    later, earlier, containment = later[kept], earlier[kept], containment[kept]
    order = np.lexsort((earlier, -containment, later))
    later, earlier = later[order], earlier[order]
    for group in np.split(np.arange(len(later)), np.flatnonzero(np.diff(later)) + 1):
        if len(group):
            yield int(later[group[0]]), earlier[group].tolist()


def _shared_sequences(readings: Sequence[Reading]) -> sparse.csr_matrix:
    """Matrix [reading, sequence] of ones, for sequences that two articles or more hold."""
    sizes = [len(reading.sketch) for reading in readings]
    hashes = np.concatenate([np.empty(0, np.uint64), *(r.sketch for r in readings)])
    rows = np.repeat(np.arange(len(readings), dtype=np.int32), sizes)
    _, columns, holders = np.unique(hashes, return_inverse=True, return_counts=True)
    shared = (holders >= 2) & (holders <= MAX_HOLDERS)
    kept = shared[columns]
    numbers = np.cumsum(shared) - 1
    return sparse.csr_matrix(
        (np.ones(int(kept.sum()), np.int32), (rows[kept], numbers[columns[kept]])),
        shape=(len(readings), int(shared.sum())),
    )
