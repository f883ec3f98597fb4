from datetime import UTC, datetime, timedelta, timezone

from slantwise.records import bounds, days_apart

DAY = datetime(2024, 5, 2)


def test_a_time_with_zone_is_one_instant_or_one_minute() -> None:
    moment = datetime(2024, 5, 2, 20, 53, tzinfo=timezone(timedelta(hours=-4)))
    first = datetime(2024, 5, 3, 0, 53, tzinfo=UTC)
    assert bounds(moment, "second") == (first, first)
    assert bounds(moment, "minute") == (first, first + timedelta(minutes=1))


def test_a_day_without_zone_is_fifty_hours_long() -> None:
    # 24 hours of the day, 14 before it in the east, 12 behind it in the west.
    first, end = bounds(DAY, "day")
    assert end - first == timedelta(hours=50)
    assert bounds(DAY) == (first, end)


def test_days_apart_are_the_least_there_can_be() -> None:
    def day(number: int) -> tuple[datetime, datetime]:
        return bounds(datetime(2024, 5, number, tzinfo=UTC), "second")

    assert days_apart(day(2), day(5)) == days_apart(day(5), day(2)) == 3
    assert days_apart(day(2), day(2)) == 0
    assert days_apart(bounds(DAY, "day"), bounds(datetime(2024, 5, 3), "day")) == 0


def test_the_ends_of_the_calendar_hold() -> None:
    assert bounds(datetime.min, "day")[0] <= bounds(datetime.min, "day")[1]
    assert bounds(datetime.max, "day")[0] <= bounds(datetime.max, "day")[1]
    edge = datetime.min.replace(tzinfo=timezone(timedelta(hours=5)))
    assert days_apart(bounds(edge, "second"), bounds(edge, "second")) == 0
