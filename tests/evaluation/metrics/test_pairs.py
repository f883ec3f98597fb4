"""Pairs put together by two groupings."""

import numpy as np

from slantwise.evaluation.metrics import pair_counts


def test_pairs_by_hand() -> None:
    gold = ["a", "a", "a", "b", "b", "c"]
    found = [1, 1, 2, 2, 2, 3]
    # Gold pairs: a 3, b 1, c 0. Found groups: {a,a}, {a,b,b}, {c}: 1 + 3 + 0 pairs, of which
    # a-a and b-b are right and two a-b pairs are not: each counts half for a and half for b.
    assert pair_counts(gold, found).tolist() == [[1, 3, 2], [1, 1, 2], [0, 0, 0]]


def test_rows_sum_to_all_pairs_found() -> None:
    generator = np.random.default_rng(2)
    gold, found = generator.integers(0, 6, 50).tolist(), generator.integers(0, 9, 50).tolist()
    together = sum(found[i] == found[j] for i in range(50) for j in range(i))
    right = sum(found[i] == found[j] and gold[i] == gold[j] for i in range(50) for j in range(i))
    both, _, answered = pair_counts(gold, found).sum(axis=0)
    assert (both, answered) == (right, together)


def test_no_articles() -> None:
    assert pair_counts([], []).shape == (0, 3)
