from datetime import date

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.coverage import coverage_rows, mention_rows, mention_totals
from slantwise.comparison.overview import event_rows
from slantwise.comparison.reading import read_counts
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Voice

ARMY = [("army", Voice.DIRECT, 0.5)]


def prepared(write_run, articles, events):
    counts = read_counts(write_run(articles))
    held = [Event(f"e{n}", ids, True, ()) for n, ids in enumerate(events)]
    return counts, units_of(counts, held), event_rows(counts, held)


def test_events_left_out_are_those_of_others_in_the_outlets_dates(invent, write_run):
    articles = [
        invent.article("c1", "Courier", day="2026-03-01"),
        invent.article("c2", "Courier", day="2026-03-09"),
        invent.article("l1", "Lantern", day="2026-03-01"),
        invent.article("l2", "Lantern", day="2026-03-05"),
        invent.article("k2", "Klaxon", day="2026-03-05"),
        # after the last day of Courier, and without a day
        invent.article("l3", "Lantern", day="2026-03-20"),
        invent.article("l4", "Lantern", day=None),
    ]
    events = [("c1", "l1"), ("l2", "k2"), ("c2",), ("l3",), ("l4",)]
    counts, _, rows = prepared(write_run, articles, events)
    courier, klaxon, lantern = coverage_rows(counts, rows, n_listed=3)
    assert (courier.first, courier.last) == (date(2026, 3, 1), date(2026, 3, 9))
    # of the two events of others in its dates it reports one; one has no day
    assert (courier.n_reported, courier.n_events, courier.n_undated) == (1, 2, 1)
    assert courier.left_out == ("e1",)
    # Klaxon's only day is that of its own event
    assert (klaxon.n_reported, klaxon.n_events, klaxon.left_out) == (1, 1, ())
    # Lantern leaves out what Courier alone reports
    assert (lantern.n_reported, lantern.n_events, lantern.left_out) == (2, 3, ("e2",))


def test_an_outlet_without_dates_leaves_nothing_out_that_we_know_of(invent, write_run):
    articles = [
        invent.article("c1", "Courier", day=None),
        invent.article("l1", "Lantern"),
        invent.article("l2", "Lantern"),
    ]
    counts, _, rows = prepared(write_run, articles, [("c1", "l1"), ("l2",)])
    courier, _ = coverage_rows(counts, rows, n_listed=3)
    assert (courier.first, courier.n_events, courier.n_undated) == (None, 0, 2)


def test_mentions_are_of_events_on_which_another_outlet_mentions_the_actor(invent, write_run):
    articles = [
        invent.article("c1", "Courier", judged=ARMY),
        invent.article("l1", "Lantern"),
        invent.article("c2", "Courier", judged=ARMY),
        invent.article("l2", "Lantern", judged=ARMY),
        # nobody else reports this
        invent.article("c3", "Courier", judged=ARMY),
    ]
    counts, units, _ = prepared(write_run, articles, [("c1", "l1"), ("c2", "l2"), ("c3",)])
    courier, lantern = mention_rows(counts, units, [0], ComparisonSettings())
    # Lantern mentions the army on one of the two events on which Courier does
    assert (lantern.n_mentioned, lantern.n_events, lantern.share) == (1, 2, None)
    assert (courier.n_mentioned, courier.n_events) == (1, 1)
    totals = mention_totals(counts, units, [0])
    assert totals[0].denominators.tolist() == [1, 1, 1]
    assert totals[1].numerators.ravel().tolist() == [0, 1]
