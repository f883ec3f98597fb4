import numpy as np
import pytest

from slantwise.events import EventSettings, grouping
from slantwise.events.grouping import group
from slantwise.events.similarity import Similarity


class Table(Similarity):
    """Similarities as given."""

    __slots__ = ("table",)

    def __init__(self, table, threshold=0.2):
        object.__setattr__(self, "table", np.array(table, float))
        object.__setattr__(self, "settings", EventSettings(threshold=threshold))

    def between(self, rows, columns):
        return self.table[np.ix_(rows, columns)]

    def pairs(self):
        rows, columns = np.triu_indices(len(self.table), 1)
        found = self.table[rows, columns]
        kept = found >= self.settings.threshold
        return rows[kept], columns[kept], found[kept]


def groups(table, rows=None, threshold=0.2):
    similarity = Table(table, threshold)
    chosen = np.arange(len(similarity.table)) if rows is None else np.array(rows)
    return [members.tolist() for members in group(chosen, similarity.pairs(), similarity)]


def test_nothing_to_group():
    assert group(np.arange(0), Table(np.zeros((0, 0))).pairs(), Table(np.zeros((0, 0)))) == []


def test_alone_and_together():
    assert groups([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]) == [[0, 1], [2]]


def test_the_mean_decides_not_the_nearest():
    # 0-1 join at 0.6; with 2 the mean is (0.3 + 0) / 2 = 0.15, below 0.2
    assert groups([[1, 0.6, 0.3], [0.6, 1, 0], [0.3, 0, 1]]) == [[0, 1], [2]]
    # (0.3 + 0.12) / 2 = 0.21, above
    assert groups([[1, 0.6, 0.3], [0.6, 1, 0.12], [0.3, 0.12, 1]]) == [[0, 1, 2]]


def test_a_chain_does_not_become_one_event():
    n = 10
    chain = np.eye(n) + 0.5 * (np.eye(n, k=1) + np.eye(n, k=-1))
    assert max(map(len, groups(chain))) <= 3


def test_groups_come_by_their_first_row():
    table = np.eye(4)
    table[0, 3] = table[3, 0] = table[1, 2] = table[2, 1] = 0.9
    assert groups(table) == [[0, 3], [1, 2]]


def test_a_piece_too_large_is_cut_at_its_weakest_pairs(monkeypatch):
    monkeypatch.setattr(grouping, "MAX_PIECE", 4)
    table = np.full((6, 6), 0.25)
    table[:3, :3] = table[3:, 3:] = 0.8
    np.fill_diagonal(table, 1)
    # as one piece, all six would join at 0.25; cut at 0.2·1.15² = 0.26 they are two
    assert groups(table) == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize("order", [[2, 0, 1], [1, 2, 0]])
def test_the_order_of_pairs_changes_nothing(order):
    similarity = Table([[1, 0.6, 0.3], [0.6, 1, 0.3], [0.3, 0.3, 1]])
    pairs = tuple(part[order] for part in similarity.pairs())
    assert [m.tolist() for m in group(np.arange(3), pairs, similarity)] == [[0, 1, 2]]
