from dataclasses import replace

from slantwise.report.numbering import number
from slantwise.report.views.overview import overview
from slantwise.report.words import as_text


def _overview(comparison, title=""):
    return overview(comparison, number(comparison), title=title)


def test_the_title_is_made_from_outlets_and_events(run) -> None:
    assert _overview(run.comparison).title == "How three outlets word the same six events"
    none = replace(run.comparison, events=())
    assert _overview(none).title == "How three outlets word the news"
    assert _overview(run.comparison, title="Mine").title == "Mine"


def test_what_was_compared_is_told_in_words_and_numbers(run) -> None:
    made = _overview(run.comparison)
    assert as_text(made.what).startswith("18 articles of The Harbour Record, =cmd|")
    assert made.when == "3 March to 8 August 2026"
    assert [figure.text for figure, _ in made.facts][:3] == ["18", "3", "6"]
    assert made.facts[-1][0].text == "2"


def test_undated_events_leave_the_days_out(run) -> None:
    events = tuple(replace(event, first=None, last=None) for event in run.comparison.events)
    assert _overview(replace(run.comparison, events=events)).when == ""


def test_an_outlet_without_a_voice_counts_zero(run) -> None:
    bare = replace(run.comparison.outlets[0], words={}, findings={})
    outlets = (bare, *run.comparison.outlets[1:])
    made = _overview(replace(run.comparison, outlets=outlets))
    assert [figure.text for figure in made.outlets[0].words] == ["0"] * 4
    assert all(figure.query is None for figure in made.outlets[0].findings)
