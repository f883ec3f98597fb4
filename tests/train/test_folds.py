import pytest

from slantwise.errors import SettingsError
from slantwise.train.folds import duplicate_links, folds, linked


def test_near_duplicates_share_a_fold_and_folds_are_even() -> None:
    texts = [f"sentence number {n} stands on its own here" for n in range(8)]
    texts += ["the mayor lied to them all again", "The mayor lied to them all again!"]
    found = folds(texts, 3, seed=1)
    assert found[8] == found[9]
    assert sorted(found.count(k) for k in range(3)) == [3, 3, 4]


def test_the_same_seed_gives_the_same_folds() -> None:
    texts = [f"w{n} x{n} y{n}" for n in range(20)]
    assert folds(texts, 5, seed=3) == folds(texts, 5, seed=3)
    assert folds(texts, 5, seed=3) != folds(texts, 5, seed=4)


def test_links_are_carried_on() -> None:
    # Runs of five: the second shares 2 of 2 with the first, and 2 of 3 with the third.
    texts = ["a b c d e f g", "c d e f g h", "d e f g h i", "q"]
    assert linked(len(texts), duplicate_links(texts)) == [[0, 1, 2], [3]]


def test_no_texts_give_no_folds() -> None:
    assert folds([], 5, seed=1) == []


def test_groups_share_a_fold() -> None:
    # Four groups of 3, 2, 2 and 1: the largest goes first, so that two folds hold 4 each.
    names = ["a", "b", "a", "c", "a", "b", "c", "d"]
    texts = [f"w{n} x{n} y{n}" for n in range(8)]
    found = folds(texts, 2, seed=1, together=names)
    assert len({(name, fold) for name, fold in zip(names, found, strict=True)}) == 4
    assert sorted(found.count(k) for k in range(2)) == [4, 4]


def test_groups_that_share_a_near_duplicate_are_one() -> None:
    texts = ["a b c d e", "f g h", "A b c d e!", "i j k"]
    found = folds(texts, 2, seed=1, together=["x", "x", "y", "z"])
    # x and y are joined by their first texts: 3 rows, and z is left for the other fold.
    assert found[0] == found[1] == found[2] != found[3]


def test_fewer_groups_than_folds_are_refused() -> None:
    with pytest.raises(SettingsError, match="only 2 groups stay apart"):
        folds(["a", "b", "c"], 3, seed=1, together=["x", "y", "x"])
