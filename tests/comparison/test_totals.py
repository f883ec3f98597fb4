import numpy as np

from slantwise.comparison.totals import add_up, shared


def test_rows_of_one_unit_add_up_and_empty_units_are_left_out():
    totals = add_up(
        np.array([2, 5, 2, 9]),
        np.array([[1.0, 0.0], [2.0, 1.0], [3.0, 0.0], [4.0, 4.0]]),
        np.array([10.0, 20.0, 30.0, 0.0]),
    )
    assert totals.units.tolist() == [2, 5]
    assert totals.numerators.tolist() == [[4.0, 0.0], [2.0, 1.0]]
    assert totals.denominators.tolist() == [40.0, 20.0]
    # (4 + 2) / 60 and 1 / 60
    assert totals.ratios.tolist() == [0.1, 1 / 60]


def test_no_rows_give_no_units_and_no_ratio():
    totals = add_up(np.empty(0, np.int64), np.empty((0, 2)), np.empty(0))
    assert len(totals) == 0
    assert np.isnan(totals.ratios).all()


def test_shared_keeps_the_units_of_both():
    ones = np.ones(3)
    a = add_up(np.array([1, 2, 4]), np.array([[1.0], [2.0], [4.0]]), ones)
    b = add_up(np.array([2, 3, 4]), np.array([[20.0], [30.0], [40.0]]), ones)
    first, second = shared(a, b)
    assert first.units.tolist() == second.units.tolist() == [2, 4]
    assert first.numerators.ravel().tolist() == [2.0, 4.0]
    assert second.numerators.ravel().tolist() == [20.0, 40.0]
