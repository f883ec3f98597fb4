from datetime import date

from slantwise.comparison.overview import actor_rows, event_rows, outlet_rows
from slantwise.comparison.reading import read_counts
from slantwise.comparison.stances import widest
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import ActorKind, Voice
from slantwise.records.comparison import ActorRow, EventRow

EVENTS = (
    Event("lone", ("d",), given=True, wire=()),
    Event("later", ("c", "b"), given=False, wire=()),
    Event("first", ("e", "a", "f"), given=True, wire=(("e", "a"),)),
    Event("undated", ("g",), given=False, wire=()),
)


def prepared(invent, write_run):
    articles = [
        invent.article("a", "Courier", found=2, judged=[("army<varenia", Voice.OUTLET, 0.5)]),
        invent.article("b", "Courier", day="2026-03-09", found=1, words=(50, 20, 0, 0)),
        invent.article("c", "Lantern", day="2026-03-08", found=4),
        invent.article("d", "Lantern", day="2026-03-01"),
        invent.article("e", "Lantern", day="2026-03-01", found=2),
        invent.article("f", "Lantern", day=None, judged=[("army<varenia", Voice.OUTLET, 0.5)]),
        invent.article("g", "Lantern", day=None),
    ]
    counts = read_counts(write_run(articles))
    return counts, units_of(counts, EVENTS)


def test_outlets_by_name_with_copies_listed_and_left_out(invent, write_run):
    courier, lantern = outlet_rows(*prepared(invent, write_run))
    assert (courier.outlet, courier.n_articles, courier.n_wire) == ("Courier", 2, 1)
    # article a is a copy of e: only b counts
    assert courier.words == {
        Voice.OUTLET: 50,
        Voice.DIRECT: 20,
        Voice.REPORTED: 0,
        Voice.SCARE: 0,
    }
    assert courier.findings[Voice.OUTLET] == 1
    # both events are shared with Lantern, the copy among them
    assert courier.n_events == 2
    assert (lantern.n_articles, lantern.n_wire, lantern.n_events) == (5, 0, 2)
    assert lantern.findings[Voice.OUTLET] == 6


def test_shared_events_first_then_by_date_undated_last(invent, write_run):
    counts, _ = prepared(invent, write_run)
    rows = event_rows(counts, EVENTS)
    assert [row.id for row in rows] == ["first", "later", "lone", "undated"]
    assert rows[0] == EventRow(
        id="first",
        title="Headline",
        first=date(2026, 3, 1),
        last=date(2026, 3, 2),
        articles=(("Courier", "a"), ("Lantern", "e"), ("Lantern", "f")),
        wire=(("e", "a"),),
        given=True,
    )
    assert (rows[3].first, rows[3].last) == (None, None)


def test_actors_with_their_counts(invent, write_run):
    counts, units = prepared(invent, write_run)
    order, n_articles, n_outlets = widest(counts, units)
    rows = actor_rows(counts, order, n_articles=n_articles, n_outlets=n_outlets)
    # article a is a copy, so only f mentions the army
    assert rows[0] == ActorRow(
        "army", "Army", ActorKind.MINISTRY, "varenia", 1, 1, ("army", "army<varenia")
    )
    assert (rows[1].id, rows[1].n_articles) == ("varenia", 1)


def test_no_articles(write_run):
    counts = read_counts(write_run([]))
    assert outlet_rows(counts, units_of(counts, [])) == ()
    assert event_rows(counts, []) == ()
