from datetime import datetime

import pytest

from slantwise.ingest.dates import DateReading, explicit_date, read_date


def test_a_day_that_could_be_a_month_is_ambiguous_until_a_setting_says() -> None:
    assert read_date("04/05/2021") == DateReading(None, "ambiguous-date")
    assert read_date("04.05.2021 10:30").failure == "ambiguous-date"
    assert read_date("04/05/2021", "day-first").value == datetime(2021, 5, 4)
    assert read_date("04/05/2021", "month-first").value == datetime(2021, 4, 5)


def test_a_day_over_twelve_or_the_same_as_the_month_is_plain() -> None:
    assert read_date("6/15/17").value == datetime(2017, 6, 15)
    assert read_date("15/6/17", "month-first").value == datetime(2017, 6, 15)
    assert read_date("04/04/2021").value == datetime(2021, 4, 4)


def test_an_ambiguous_date_inside_words_is_not_guessed_either() -> None:
    assert read_date("on 04/05/2021, or so").failure == "ambiguous-date"


@pytest.mark.parametrize("text", ["", "  ", "None", "nan", "NULL", "N/A"])
def test_no_date_is_no_failure(text: str) -> None:
    assert read_date(text) == DateReading(None)


@pytest.mark.parametrize("text", ["yesterday", "2017", "May 2017", "31/31/2020", "soon", "x" * 200])
def test_what_is_no_date_is_unreadable(text: str) -> None:
    assert read_date(text) == DateReading(None, "unreadable-date")


def test_other_languages_are_left_to_dateparser() -> None:
    assert read_date("29 décembre 2011").value == datetime(2011, 12, 29)


def test_a_label_may_stand_before_a_date() -> None:
    assert read_date("Published: 12 May 2020").value == datetime(2020, 5, 12)
    assert read_date("Last updated on May 12, 2020").value == datetime(2020, 5, 12)


def test_a_sentence_with_a_date_in_it_is_no_date() -> None:
    assert explicit_date("On May 12, 2020 the bridge was closed.") is None
    assert explicit_date("May 12, 2020 was a cold day") is None
    assert explicit_date("") is None


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("2 May 2024", "day"),
        ("2024-05-02", "day"),
        ("2024-05-02T00:00:00", "day"),  # how programs write a day
        ("2024-05-02T00:00:00Z", "second"),
        ("2024-05-02 17:03", "minute"),
        ("2 May 2024 Thursday 11:21 AM GMT", "minute"),
        ("2024-05-02T20:53:56+00:00", "second"),
        ("20240502205356", "second"),
        ("1714683236", "second"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_precision_is_what_is_written(written: str, precision: str) -> None:
    assert read_date(written).precision == precision
