import numpy as np
import pytest

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.checks import outcome
from slantwise.comparison.gaps import gap_rows
from slantwise.comparison.pairs import Field
from slantwise.comparison.series import Series, Subject
from slantwise.comparison.totals import Totals
from slantwise.records.comparison import Interval, Measure, Outcome, Variant

RATE = Subject(Measure.RATE)
SHARE = Subject(Measure.LOADED, actor="army")


def totals(numerators):
    column = np.array(numerators, float)[:, None]
    return Totals(np.arange(len(column)), column, np.full(len(column), 100.0))


HIGH, LOW = totals([6, 7, 8, 7, 6, 8]), totals([1, 2, 1, 2, 1, 2])


def row_of(variants, subject=RATE, base=(HIGH, LOW)):
    series = Series((subject,), base, variants)
    (row,) = gap_rows(Field(("Courier", "Lantern"), (series,), True), ComparisonSettings())
    return row


def test_holds_turns_fades_and_too_few():
    row = row_of(
        {
            Variant.QUOTATIONS: (HIGH, LOW),
            Variant.WIRE: (LOW, HIGH),
            Variant.LAXER: (totals([9, 1, 1, 2, 1, 2]), LOW),
            Variant.STRICTER: (totals([6, 7]), totals([1, 2])),
        }
    )
    outcomes = [Outcome.HOLDS, Outcome.TURNS, Outcome.FADES, Outcome.TOO_FEW]
    assert [check.outcome for check in row.checks] == outcomes
    assert [check.variant for check in row.checks] == list(Variant)
    # 42 against 9 in 600; what changes nothing gives the same interval to the last digit
    assert row.checks[0].difference.value == pytest.approx(33 / 600)
    assert row.checks[0].difference == row.difference
    assert (row.checks[3].difference, row.checks[3].n_units) == (None, 2)


def test_only_variants_that_the_series_has_and_only_where_compared():
    assert row_of({}).checks == ()
    assert row_of({Variant.WIRE: (HIGH, LOW)}, base=(totals([1]), totals([2]))).checks == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((1, 3), (2, 4), Outcome.HOLDS),
        ((1, 3), (-4, -2), Outcome.TURNS),
        ((-3, -1), (-1, 0.5), Outcome.FADES),
        ((-1, 2), (1, 2), Outcome.CLEARS),
        ((-1, 2), (-2, 1), Outcome.UNCLEAR),
    ],
)
def test_outcomes(before, after, expected):
    first, second = (Interval(sum(ends) / 2, *ends) for ends in (before, after))
    assert outcome(first, second) is expected


def test_a_share_that_is_always_all_is_not_compared():
    # six events, all of the one, none outside: nothing varies
    row = row_of({}, SHARE, (totals([100] * 6), totals([100] * 6)))
    assert (row.n_informative, row.difference, row.p) == (0, None, None)
