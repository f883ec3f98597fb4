from slantwise.comparison.reading import read_counts
from slantwise.comparison.units import units_of
from slantwise.events import Event


def units(invent, write_run, outlets, events):
    articles = [invent.article(id_, outlet) for id_, outlet in outlets.items()]
    return units_of(read_counts(write_run(articles)), events)


def test_events_are_the_unit_where_two_outlets_share_one(invent, write_run):
    found = units(
        invent,
        write_run,
        {"a": "Courier", "b": "Lantern", "c": "Courier"},
        [Event("x", ("a", "b"), True, ()), Event("y", ("c",), False, ())],
    )
    assert found.name == "event"
    assert found.event.tolist() == found.unit.tolist() == [0, 0, 1]
    assert found.counted.all()


def test_articles_are_the_unit_where_none_is_shared(invent, write_run):
    found = units(
        invent,
        write_run,
        {"a": "Courier", "b": "Courier", "c": "Lantern"},
        [Event("x", ("a", "b"), True, ()), Event("y", ("c",), False, ())],
    )
    assert found.name == "article"
    assert found.unit.tolist() == [0, 1, 2]
    assert found.event.tolist() == [0, 0, 1]


def test_a_wire_copy_does_not_count_and_shares_nothing(invent, write_run):
    found = units(
        invent,
        write_run,
        {"a": "Courier", "b": "Lantern"},
        [Event("x", ("a", "b"), True, (("a", "b"),))],
    )
    assert found.counted.tolist() == [True, False]
    assert found.name == "article"


def test_no_articles(write_run):
    found = units_of(read_counts(write_run([])), [])
    assert found.name == "article"
    assert len(found.unit) == 0
