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


def often(n: int) -> list[tuple[str, Voice, float]]:
    """The army mentioned `n` times in an article."""
    return [("army", Voice.DIRECT, 0.5)] * n


ANY = ComparisonSettings(min_naming_outlets=1)


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
    courier, lantern = mention_rows(counts, units, [0], ANY)
    # Lantern mentions the army on one of the two events on which Courier does
    assert (lantern.n_mentioned, lantern.n_events, lantern.share) == (1, 2, None)
    assert (courier.n_mentioned, courier.n_events) == (1, 1)
    totals = mention_totals(counts, units, [0], ANY)
    assert totals[0].denominators.tolist() == [1, 1, 1]
    assert totals[1].numerators.ravel().tolist() == [0, 1]


def test_an_actor_matters_to_an_event_that_several_outlets_or_several_mentions_tell_of(
    invent, write_run
):
    articles = [
        # e0: named once by Courier alone: to nobody's account
        invent.article("c0", "Courier", judged=often(1)),
        invent.article("k0", "Klaxon"),
        invent.article("l0", "Lantern"),
        # e1: named once by two
        invent.article("c1", "Courier", judged=often(1)),
        invent.article("k1", "Klaxon", judged=often(1)),
        invent.article("l1", "Lantern"),
        # e2: named three times by Courier
        invent.article("c2", "Courier", judged=often(3)),
        invent.article("k2", "Klaxon"),
        invent.article("l2", "Lantern", judged=often(1)),
    ]
    events = [("c0", "k0", "l0"), ("c1", "k1", "l1"), ("c2", "k2", "l2")]
    counts, units, _ = prepared(write_run, articles, events)
    rows = {row.outlet: row for row in mention_rows(counts, units, [0], ComparisonSettings())}
    # Without Courier, e1 has Klaxon's one mention and e2 Lantern's: it matters to no event.
    assert "Courier" not in rows
    # Without Klaxon, e1 has one outlet with one mention; e2 has two outlets.
    assert (rows["Klaxon"].n_mentioned, rows["Klaxon"].n_events) == (0, 1)
    # Without Lantern, e1 has two outlets, and e2 one with three mentions.
    assert (rows["Lantern"].n_mentioned, rows["Lantern"].n_events) == (1, 2)
    courier, klaxon, lantern = mention_totals(counts, units, [0], ComparisonSettings())
    assert courier.numerators.ravel().tolist() == [0, 1, 1]
    assert klaxon.numerators.ravel().tolist() == [0, 1, 0]
    assert lantern.numerators.ravel().tolist() == [0, 0, 1]


def test_where_no_event_is_shared_every_mention_counts(invent, write_run):
    articles = [
        invent.article("c1", "Courier", judged=often(1)),
        invent.article("l1", "Lantern"),
    ]
    counts, units, _ = prepared(write_run, articles, [("c1",), ("l1",)])
    courier, lantern = mention_totals(counts, units, [0], ComparisonSettings())
    assert (courier.numerators.tolist(), lantern.numerators.tolist()) == ([[1]], [[0]])
