import pytest

from slantwise.coding import Metric, alpha

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section D: four observers,
# twelve units, missing values.
FOUR = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""


def units(table):
    rows = [line.split() for line in table.strip().splitlines()]
    numbers = [[None if cell == "." else float(ord(cell)) for cell in row] for row in rows]
    return [list(unit) for unit in zip(*numbers, strict=True)]


@pytest.mark.parametrize(("metric", "expected"), [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815)])
def test_four_observers_with_missing_values(metric, expected):
    found = alpha(units(FOUR), metric, n_resamples=0)
    assert found.value == pytest.approx(expected, abs=0.0005)
    # the last unit has one value and is left out; 40 values can be paired
    assert (found.n_units, found.n_codings) == (11, 40)


def test_two_observers_two_values():
    # same paper, section A: 10 units, o = 10, 4, 4, 2 of 20; 1 - 19 · 4 / (14 · 6) = 0.095
    found = alpha(units("0 1 0 0 0 0 0 0 1 0\n1 1 1 0 0 1 0 0 0 0"), n_resamples=0)
    assert found.value == pytest.approx(1 - 19 * 4 / (14 * 6))


def test_two_observers_many_values():
    # same paper, section B: 12 units, alpha = 0.692
    table = "a a b b d c c c e d d a\nb a b b b c c c e d d d"
    assert alpha(units(table), n_resamples=0).value == pytest.approx(0.692, abs=0.0005)


def test_ordinal_by_hand():
    # values 1, 2 and 1, 3 and 2, 2: n = 2, 3, 1. Middles of ranks: 1, 3.5, 5.5. Squares: 1-2 6.25,
    # 1-3 20.25, 2-3 4. Observed, both ways: 2 (6.25 + 20.25) = 53. Expected: 2 (2·3·6.25 +
    # 2·1·20.25 + 3·1·4) = 180; 1 - 5 · 53 / 180
    found = alpha([[1, 2], [1, 3], [2, 2]], Metric.ORDINAL, n_resamples=0)
    assert found.value == pytest.approx(1 - 5 * 53 / 180)


def test_the_order_of_values_and_their_spacing_say_nothing():
    first = alpha([[1, 2], [1, 3], [2, 2]], Metric.ORDINAL, n_resamples=50)
    second = alpha([[2, 1], [30, 1], [2, 2]], Metric.ORDINAL, n_resamples=50)
    assert first == second


@pytest.mark.parametrize("codings", [[], [[1]], [[None, 1]], [[1, 1], [1, 1]]])
def test_without_pairs_or_variation_agreement_is_not_defined(codings):
    found = alpha(codings)
    assert (found.value, found.low, found.high) == (None, None, None)


def test_perfect_agreement_is_one():
    found = alpha([[1, 1], [2, 2], [1, 1, 1]])
    assert (found.value, found.low, found.high) == (1, 1, 1)


def test_the_interval_holds_the_value_and_is_the_same_again():
    codings = units(FOUR)
    found = alpha(codings, n_resamples=500)
    assert found.low < found.value < found.high
    assert found == alpha(codings, n_resamples=500)
    assert found != alpha(codings, n_resamples=500, seed=1)
