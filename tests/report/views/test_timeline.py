from dataclasses import replace
from datetime import date, datetime

import pytest

from slantwise.report.excerpts import listed
from slantwise.report.timeline_svg import timeline_svg
from slantwise.report.views.timeline import begin, timeline


def _dated(article, when: datetime | None):
    source = replace(article.article.article, published=when)
    return replace(article, article=replace(article.article, article=source))


def test_articles_are_counted_by_day_and_outlet(run) -> None:
    days = [datetime(2026, 3, 1), datetime(2026, 3, 1), None, datetime(2026, 3, 4)]
    articles = [_dated(a, d) for a, d in zip(run.articles[:4], days, strict=True)]
    shown = timeline(run.comparison, map(listed, articles))
    assert shown is not None
    assert shown.unit == "day"
    assert [step.first for step in shown.steps] == [date(2026, 3, 1), date(2026, 3, 4)]
    assert [sum(step.counts) for step in shown.steps] == [2, 1]
    assert shown.n_undated == 1
    assert "1 article has no date" in shown.note


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        (date(2026, 2, 1), "day"),  # 32 days
        (date(2026, 12, 31), "week"),  # 365 days, 52 weeks
        (date(2030, 1, 1), "month"),  # 1,462 days, 47 months
        (date(2040, 1, 1), "quarter"),  # 5,114 days, 56 quarters
        (date(2080, 1, 1), "year"),
    ],
)
def test_longer_times_are_told_in_longer_steps(run, last: date, unit: str) -> None:
    ends = (datetime(2026, 1, 1), datetime(last.year, last.month, last.day))
    articles = [_dated(a, d) for a, d in zip(run.articles[:2], ends, strict=True)]
    shown = timeline(run.comparison, map(listed, articles))
    assert shown is not None
    assert shown.unit == unit


def test_fewer_than_two_days_draw_nothing(run) -> None:
    assert timeline(run.comparison, [listed(_dated(run.articles[0], datetime(2026, 3, 1)))]) is None
    assert timeline(run.comparison, [listed(_dated(run.articles[0], None))]) is None


def test_steps_begin_where_calendars_say() -> None:
    assert begin(date(2026, 3, 1), "week") == date(2026, 2, 23)  # a Sunday; the Monday before
    assert begin(date(2026, 12, 31), "year") == date(2026, 1, 1)


def test_the_figure_escapes_names_and_draws_a_marker_a_step_and_outlet(run) -> None:
    shown = timeline(run.comparison, map(listed, run.articles))
    assert shown is not None
    figure = str(timeline_svg(replace(shown, outlets=("<b>Bell</b>", *shown.outlets[1:]))))
    assert "<b>" not in figure
    markers = sum(1 for step in shown.steps for n in step.counts if n)
    assert figure.count('class="pt') == markers + len(shown.outlets)
