from datetime import UTC, datetime, timedelta, timezone

import pytest

from slantwise.ingest.date_forms import numeric, unmistakable

PLUS_1, PLUS_2, MINUS_4 = (timezone(timedelta(hours=hours)) for hours in (1, 2, -4))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017-06-15", datetime(2017, 6, 15)),
        ("20170615", datetime(2017, 6, 15)),
        ("2017-07-17 17:03:00", datetime(2017, 7, 17, 17, 3)),
        ("2017-07-17T17:03:00Z", datetime(2017, 7, 17, 17, 3, tzinfo=UTC)),
        ("2024-04-27T15:56:35+01:00", datetime(2024, 4, 27, 15, 56, 35, tzinfo=PLUS_1)),
        ("2024-04-27T15:56:35+0100", datetime(2024, 4, 27, 15, 56, 35, tzinfo=PLUS_1)),
        ("20210305143000", datetime(2021, 3, 5, 14, 30)),
        ("20210305T143000Z", datetime(2021, 3, 5, 14, 30, tzinfo=UTC)),
        # 1,620,000,000 s / 86,400 = 18,750 days after 1970-01-01 = 2021-05-03
        ("1620000000", datetime(2021, 5, 3, tzinfo=UTC)),
        ("1620000000000", datetime(2021, 5, 3, tzinfo=UTC)),
        ("Saturday, April 12, 2025", datetime(2025, 4, 12)),
        ("July 2, 2019 Tuesday 11:21 AM GMT", datetime(2019, 7, 2, 11, 21, tzinfo=UTC)),
        ("Apr. 12, 2025, 3:30 p.m. EDT", datetime(2025, 4, 12, 15, 30, tzinfo=MINUS_4)),
        ("12 April 2025 at 12:05 am", datetime(2025, 4, 12, 0, 5)),
        ("12th of May, 2020", datetime(2020, 5, 12)),
        ("Sept. 3, 2020", datetime(2020, 9, 3)),
        ("2017/6/15", datetime(2017, 6, 15)),
        ("Sat, 12 Apr 2025 10:00:00 +0200", datetime(2025, 4, 12, 10, tzinfo=PLUS_2)),
    ],
)  # fmt: skip
def test_forms_that_mean_one_day_only(text: str, date: datetime) -> None:
    found = unmistakable(text)
    assert found == date
    assert found is not None
    assert found.utcoffset() == date.utcoffset()


@pytest.mark.parametrize(
    "text", ["", "April 2025", "2025", "June 31, 2020", "12:30", "13:00 pm, 4 May 2020", "The 12"]
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert unmistakable(text) is None


def test_a_zone_that_names_no_one_offset_gives_none() -> None:
    found = unmistakable("May 3, 2020 10:15 IST")
    assert found == datetime(2020, 5, 3, 10, 15)


def test_numbers_are_read_both_ways() -> None:
    assert numeric("04/05/2021") == (datetime(2021, 4, 5), datetime(2021, 5, 4))
    assert numeric("15.06.69") == (None, datetime(1969, 6, 15))
    assert numeric("6/15/68 10:30") == (datetime(2068, 6, 15, 10, 30), None)
    assert numeric("31/31/2020") == (None, None)
    assert numeric("4/5") is None
