"""How alike two articles are: TF-IDF cosine, less a share for each day between them.

Only pairs within a window of days that share an informative word are ever compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from slantwise.events.reading import UNDATED, Floats, Ints, Reading, days_of
from slantwise.events.settings import EventSettings

MAX_POSTINGS = 500
"""A word that more articles of one stretch of days hold finds no candidates there: it weighs
little, and following it would compare everything with everything."""

PARTIAL = 0.3
"""Share of the threshold that the words below `MAX_POSTINGS` must reach by themselves."""

Pairs = tuple[Ints, Ints, NDArray[np.float64]]
"""Arrays [pair]: the earlier article's row, the later one's, and how alike they are."""

_ROWS = 1024
_PAIRS = 65536
"""Articles and pairs worked on at a time; they bound memory, never change a result."""


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """Articles as weighted words, and when they appeared.

    Attributes:
        weights: matrix [reading, word], rows of length 1 (or 0 where there is no word).
        days: array [reading], undated ones last.
        settings: thresholds and window.
    """

    weights: sparse.csr_matrix
    days: Ints
    settings: EventSettings

    def between(self, rows: Ints, columns: Ints) -> NDArray[np.float64]:
        """Array [row, column] of similarities, 0..1, comparable with `settings.threshold`."""
        both = self.weights[np.concatenate([rows, columns])]
        used, numbers = np.unique(both.indices, return_inverse=True)
        small = sparse.csr_matrix((both.data, numbers, both.indptr), (both.shape[0], len(used)))
        product = small[: len(rows)] @ small[len(rows) :].T
        cosine: NDArray[np.float64] = product.toarray().astype(np.float64)
        return cosine * self._factor(self.days[rows][:, None], self.days[columns][None, :])

    def pairs(self) -> Pairs:
        """Every candidate pair at or above the threshold."""
        found = [self._checked(*pairs) for pairs in self._candidates()]
        empty = np.empty(0, np.int64)
        return (
            np.concatenate([empty, *(earlier for earlier, _, _ in found)]),
            np.concatenate([empty, *(later for _, later, _ in found)]),
            np.concatenate([np.empty(0), *(similarity for _, _, similarity in found)]),
        )

    def _checked(self, earlier: Ints, later: Ints) -> Pairs:
        parts = []
        for start in range(0, len(earlier), _PAIRS):
            rows, columns = earlier[start : start + _PAIRS], later[start : start + _PAIRS]
            product = self.weights[rows].multiply(self.weights[columns])
            cosine = np.asarray(product.sum(axis=1), np.float64).ravel()
            parts.append(cosine * self._factor(self.days[rows], self.days[columns]))
        similarity = np.concatenate([np.empty(0), *parts])
        kept = similarity >= self.settings.threshold
        return earlier[kept], later[kept], similarity[kept]

    def _candidates(self) -> Iterator[tuple[Ints, Ints]]:
        """Pairs worth comparing, a block of later articles at a time."""
        n_dated = int((self.days != UNDATED).sum())
        for start in range(0, len(self.days), _ROWS):
            rows = np.arange(start, min(start + _ROWS, len(self.days)))
            for part in (rows[rows < n_dated], rows[rows >= n_dated]):
                if len(part):
                    yield self._candidates_of(part, self._first_in_reach(part))

    def _first_in_reach(self, rows: Ints) -> int:
        """Position of the first article near enough to the earliest of `rows`."""
        if self.days[rows[0]] == UNDATED:
            return 0
        dated = self.days[: rows[0] + 1]
        return int(np.searchsorted(dated, self.days[rows[0]] - self.settings.window_days))

    def _candidates_of(self, rows: Ints, start: int) -> tuple[Ints, Ints]:
        columns = np.arange(start, rows[-1] + 1)
        nearby = self.weights[columns]
        holders = np.bincount(nearby.indices, minlength=nearby.shape[1])
        telling = np.flatnonzero((holders >= 2) & (holders <= MAX_POSTINGS))
        partial = self.weights[rows][:, telling] @ nearby[:, telling].T
        enough = np.flatnonzero(partial.data >= PARTIAL * self.settings.threshold)
        later = rows[np.searchsorted(partial.indptr, enough, side="right") - 1]
        earlier = columns[partial.indices[enough]]
        before = earlier < later
        later, earlier = later[before], earlier[before]
        near = self._factor(self.days[earlier], self.days[later]) > 0
        return earlier[near], later[near]

    def _factor(self, days: Ints, others: Ints) -> NDArray[np.float64]:
        """What is left of a cosine after the days between; 0 beyond the window.

        With an undated article, the cosine is scaled so that one threshold serves both.
        """
        apart = np.abs(days - others)
        settings = self.settings
        near = np.where(apart <= settings.window_days, 1 - settings.day_decay * apart, 0.0)
        undated = (days == UNDATED) | (others == UNDATED)
        return np.where(undated, settings.threshold / settings.undated_threshold, near)


def weigh(readings: Sequence[Reading], settings: EventSettings) -> Similarity:
    """The articles as TF-IDF rows of length 1.

    A word that counts c times and stands in d of n articles weighs
    (1 + ln c) · (1 + ln((1 + n) / (1 + d))); c below 1 counts as 1.
    """
    sizes = [len(reading.terms) for reading in readings]
    checksums = np.concatenate([np.empty(0, np.uint32), *(r.terms for r in readings)])
    counts = np.concatenate([np.empty(0, np.float32), *(r.counts for r in readings)])
    known, columns, holders = np.unique(checksums, return_inverse=True, return_counts=True)
    rarity = 1 + np.log((1 + len(readings)) / (1 + holders))
    data = (1 + np.log(np.maximum(counts, 1))) * rarity[columns]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    matrix = sparse.csr_matrix((data, columns, starts), shape=(len(readings), len(known)))
    return Similarity(_unit_rows(matrix), days_of(readings), settings)


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    lengths = np.sqrt(np.maximum(squares, np.finfo(np.float64).tiny))
    scaled: Floats = (matrix.data / np.repeat(lengths, np.diff(matrix.indptr))).astype(np.float32)
    unit = sparse.csr_matrix((scaled, matrix.indices, matrix.indptr), shape=matrix.shape)
    unit.sort_indices()
    return unit
