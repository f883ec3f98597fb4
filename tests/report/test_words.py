from datetime import date

import pytest

from slantwise.records.comparison import Interval
from slantwise.report.words import as_text, days, decimal, listed, plural, probability, spread


def test_a_number_that_rounds_to_zero_has_no_sign() -> None:
    assert decimal(-0.004) == "0.00"
    assert decimal(0.004, signed=True) == "0.00"


def test_large_numbers_are_set_apart_by_thousands() -> None:
    assert decimal(-1234.56, digits=1) == "−1,234.6"
    assert plural(1234, "word") == "1,234 words"


def test_an_end_that_is_not_zero_is_never_shown_as_zero() -> None:
    # 0.004 needs three digits; 0 itself needs none.
    assert spread(Interval(0.4, 0.004, 0.8)) == "0.004 to 0.800"
    assert spread(Interval(0.4, 0.0, 0.8)) == "0.00 to 0.80"
    assert spread(Interval(0.0, -1e-9, 0.0)) == "0.0000 to 0.0000"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2026, 3, 4), None, "4 March 2026"),
        (None, date(2026, 3, 4), "4 March 2026"),
        (date(2026, 3, 4), date(2026, 3, 4), "4 March 2026"),
        (date(2026, 3, 4), date(2026, 4, 1), "4 March to 1 April 2026"),
    ],
)
def test_days_are_told_once(first: date | None, last: date | None, words: str) -> None:
    assert days(first, last) == words


def test_lists_of_none_one_and_many() -> None:
    assert as_text(listed([])) == ""
    assert as_text(listed(["a"])) == "a"
    assert as_text(listed(["a", "b"])) == "a and b"
    assert as_text(listed(list("abcdef"), limit=3)) == "a, b, c and 3 more"


def test_a_missing_probability_is_said() -> None:
    assert probability("q", None) == "q not computed"
