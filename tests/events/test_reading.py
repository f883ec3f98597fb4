from datetime import UTC, datetime, timedelta, timezone

import pytest

from slantwise.events import EventArticle, EventSettings
from slantwise.events.reading import UNDATED, days_of, read_all

EAST = timezone(timedelta(hours=3))


def article(id_, outlet="Courier", published=None):
    return EventArticle(id_, outlet, "Title", "Some text.", published)


def test_earliest_first_then_outlet_then_id_and_undated_last():
    noon = datetime(2026, 3, 2, 12)
    given = [
        article("e"),
        article("d", "Lantern", noon),
        article("c", "Courier", noon),
        article("b", "Courier", noon),
        article("a", "Lantern", noon - timedelta(hours=1)),
    ]
    assert [reading.id for reading in read_all(given, EventSettings())] == list("abcde")


def test_a_time_with_zone_counts_in_utc():
    # 01:00 at UTC+3 is 22:00 of the day before
    given = [
        article("naive", published=datetime(2026, 3, 1, 23)),
        article("east", published=datetime(2026, 3, 2, 1, tzinfo=EAST)),
    ]
    readings = read_all(given, EventSettings())
    assert [reading.id for reading in readings] == ["east", "naive"]
    assert readings[0].moment == datetime(2026, 3, 1, 22, tzinfo=UTC)
    assert days_of(readings).tolist() == [datetime(2026, 3, 1).toordinal()] * 2


def test_an_article_without_date_has_no_day():
    assert days_of(read_all([article("a")], EventSettings())).tolist() == [UNDATED]


def test_only_the_lead_counts_toward_the_event():
    long = EventArticle("a", "Courier", "", "barge " * 3 + "silt " * 5)
    (reading,) = read_all([long], EventSettings(lead_words=3))
    assert reading.counts.tolist() == [3.0]


def test_one_id_twice_is_refused():
    with pytest.raises(ValueError, match="'a'"):
        read_all([article("a"), article("a", "Lantern")], EventSettings())
