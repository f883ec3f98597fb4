from slantwise.records import Voice
from slantwise.report import ReportSettings
from slantwise.report.excerpts import listed
from slantwise.report.numbering import number
from slantwise.report.views.page import page


def test_quoted_voices_stand_apart_from_the_outlets_own(run) -> None:
    settings = ReportSettings()
    made = page(
        run.comparison, [listed(a) for a in run.articles], number(run.comparison), settings=settings
    )
    assert (made.grid.voice, made.forest.voice) == (Voice.OUTLET, Voice.OUTLET)
    voices = [(grid.voice, rates.voice) for grid, rates in made.quoted]
    assert voices == [(Voice.DIRECT, Voice.DIRECT), (Voice.REPORTED, Voice.REPORTED)]


def test_settings_limit_what_is_shown(run) -> None:
    settings = ReportSettings(max_headlines=1, max_actors=2, max_gaps=3)
    made = page(
        run.comparison, [listed(a) for a in run.articles], number(run.comparison), settings=settings
    )
    assert len(made.headlines) == 1
    assert len(made.grid.actors) == 2
    assert max(len(table.lines) for table in made.gaps) == 3
