from dataclasses import replace

from slantwise.report.excerpts import listed
from slantwise.report.numbering import number
from slantwise.report.views.events import event_list


def _events(run, comparison=None):
    shown = comparison or run.comparison
    return event_list(shown, [listed(article) for article in run.articles], number(shown))


def test_each_event_counts_each_outlets_own_findings(run) -> None:
    view = _events(run).shared[1]
    # Record: its one loaded word stands in a quotation. Formula: seven, one a scare quotation.
    # Bell: eight, one in a quotation.
    assert [figure.text for _, figure in view.outlets] == ["0", "6", "7"]
    assert view.outlets[1][1].query.code() == "f o1 v0 e1 n6"
    assert view.outlets[0][1].query is None
    assert view.when == "4 April 2026"
    assert view.notes == ("event matched by text and date",)


def test_wire_copies_are_told_and_not_counted(run) -> None:
    view = _events(run).shared[5]
    assert [figure.text for _, figure in view.outlets] == ["0", "0", "7"]
    assert view.notes[-1] == "1 wire copy, counted once"


def test_events_of_one_outlet_stand_apart(run) -> None:
    first = run.comparison.events[0]
    alone = replace(first, articles=first.articles[:1])
    comparison = replace(run.comparison, events=(alone, *run.comparison.events[1:]))
    made = _events(run, comparison)
    assert [view.number for view in made.single] == [0]
    assert len(made.shared) == 5


def test_no_events_give_an_empty_list(run) -> None:
    made = _events(run, replace(run.comparison, events=()))
    assert (made.shared, made.single) == ((), ())
