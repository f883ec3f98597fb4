import pytest

from slantwise.ingest.databases.written_dates import is_date, plain_date
from slantwise.ingest.dates import read_date


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("July 2, 2019 Tuesday 11:21 AM GMT", "2 July 2019, 11:21 AM GMT"),
        ("June 26, 2001 Tuesday,  Late Edition - Final", "26 June 2001"),
        ("May 2, 2002, Thursday,, FINAL EDITION", "2 May 2002"),
        ("June 26, 2009 Friday 15:25 EST", "26 June 2009, 15:25 EST"),
        ("January 11, 2010 Monday Edition 1; Scotland", "11 January 2010"),
        ("27. Februar 2012 Montag 9:50 PM GMT+1", "27 February 2012, 9:50 PM +01:00"),
        ("Montag 5. März 2012", "5 March 2012"),
        ("29 décembre 2011", "29 December 2011"),
        ("lundi 1er avril 2010", "1 April 2010"),
        ("12 de marzo de 2010", "12 March 2010"),
        ("2 aprile 2011", "2 April 2011"),
        ("29 декабря 2011", "29 December 2011"),
        ("2011 年 12 月 29 日", "29 December 2011"),
        ("Sept. 3, 2020", "3 September 2020"),
        ("2 March 2020 8:05 PM GMT-3:30", "2 March 2020, 8:05 PM -03:30"),
    ],
)
def test_each_form_becomes_one_that_is_read(written: str, plain: str) -> None:
    assert plain_date(written) == plain
    assert read_date(plain).value is not None
    assert is_date(written)


def test_zone_and_hour_survive() -> None:
    found = read_date(plain_date("27. Februar 2012 Montag 9:50 PM GMT+1")).value
    assert found is not None
    assert found.isoformat() == "2012-02-27T21:50:00+01:00"


def test_a_time_may_stand_apart() -> None:
    assert plain_date("29 décembre 2011", "15:32") == "29 December 2011, 15:32"


@pytest.mark.parametrize("text", ["", "March 2010", "Hills burn", "31/12/2011", "99 Klingon 2011"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert plain_date(text) == text
    assert not is_date(text)


def test_digits_of_an_edition_are_no_time() -> None:
    assert plain_date("May 2, 2002 Edition 12:3456") == "2 May 2002"
