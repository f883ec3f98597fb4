"""Groups of articles by average linkage, piece by piece of the graph of similar pairs.

Average linkage asks how alike two groups are on the whole, so a run of look-alike articles of
one outlet, each like the next, does not chain distinct events together; pairs beyond the window
of days count as 0 in that mean.
"""

from collections.abc import Iterator

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components

from slantwise.events.reading import Ints
from slantwise.events.similarity import Pairs, Similarity

MAX_PIECE = 1500
"""Articles linked at once. A larger piece is first cut at its weakest pairs, so that work and
memory stay proportional to the number of articles."""

_STEP = 1.15
"""Factor by which the cut rises until every piece is small enough."""


def group(rows: Ints, pairs: Pairs, similarity: Similarity) -> list[Ints]:
    """Groups of rows that report one event, each a sorted array [member], in order of first row.

    Every row is in one group; no rows give none. Two rows of one group are joined by a chain of
    pairs at or above the threshold, so each connected piece can be linked by itself: average
    linkage never joins two pieces.

    Args:
        rows: sorted positions of the articles to group.
        pairs: similar pairs among them.
        similarity: how alike any two are.
    """
    groups = [
        members
        for piece, n_pairs in _pieces(rows, pairs, similarity.settings.threshold)
        for members in _linked(piece, n_pairs, similarity)
    ]
    return sorted(groups, key=lambda members: int(members[0]))


def _pieces(members: Ints, pairs: Pairs, cut: float) -> Iterator[tuple[Ints, int]]:
    """Connected pieces of the graph, each sorted, and how many pairs stand in each.

    Larger ones are cut again at a higher similarity.
    """
    for piece, inner in _connected(members, pairs):
        if len(piece) <= MAX_PIECE:
            yield piece, len(inner[0])
        else:
            raised = cut * _STEP
            kept = inner[2] >= raised
            yield from _pieces(piece, (inner[0][kept], inner[1][kept], inner[2][kept]), raised)


def _connected(members: Ints, pairs: Pairs) -> Iterator[tuple[Ints, Pairs]]:
    """Each connected piece with the pairs inside it."""
    rows, columns = np.searchsorted(members, pairs[0]), np.searchsorted(members, pairs[1])
    graph = sparse.coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(members),) * 2)
    n_pieces, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(n_pieces + 1))
    pair_labels = labels[rows]
    pair_order = np.argsort(pair_labels, kind="stable")
    pair_bounds = np.searchsorted(pair_labels[pair_order], np.arange(n_pieces + 1))
    for number in range(n_pieces):
        inner = pair_order[pair_bounds[number] : pair_bounds[number + 1]]
        yield (
            members[order[bounds[number] : bounds[number + 1]]],
            (pairs[0][inner], pairs[1][inner], pairs[2][inner]),
        )


def _linked(piece: Ints, n_pairs: int, similarity: Similarity) -> list[Ints]:
    """Groups inside one piece, in which so many pairs are alike."""
    if n_pairs == len(piece) * (len(piece) - 1) // 2:
        return [piece]  # all of them reach the threshold, and so does every mean
    alike = similarity.between(piece, piece)[np.triu_indices(len(piece), 1)]
    tree = linkage(1 - np.clip(alike, 0, 1), "average")
    numbers = fcluster(tree, 1 - similarity.settings.threshold, "distance")
    return [piece[numbers == number] for number in np.unique(numbers)]
