from datetime import datetime, timedelta

import numpy as np

from slantwise.events import EventArticle, EventSettings
from slantwise.events.copies import find_copies
from slantwise.events.reading import read_all

MORNING = datetime(2026, 3, 2, 8)
WIRE = [f"wire{number}" for number in range(400)]


def article(id_, words, *, hours=0, event="", published=True):
    moment = MORNING + timedelta(hours=hours) if published else None
    return EventArticle(id_, "Courier", f"Title of {id_}", " ".join(words), moment, event)


def firsts(articles, **settings):
    """Id of the first article with the same text, by id."""
    chosen = EventSettings(**settings)
    readings = read_all(articles, chosen)
    first = find_copies(readings, chosen)
    return {reading.id: readings[first[n]].id for n, reading in enumerate(readings)}


def test_a_copy_under_another_headline_with_a_paragraph_cut():
    # 360 of 400 words stay: the shorter text is all inside the longer, at 0.9 of its length
    assert firsts([article("a", WIRE), article("b", WIRE[:360], hours=2)]) == {"a": "a", "b": "a"}


def test_a_cut_in_the_middle():
    cut = WIRE[:150] + WIRE[200:]
    assert firsts([article("a", WIRE), article("b", cut, hours=1)])["b"] == "a"


def test_the_earliest_is_the_first_even_where_it_is_the_shorter():
    found = firsts([article("long", WIRE, hours=3), article("short", WIRE[:300])])
    assert found == {"short": "short", "long": "short"}


def test_a_rewritten_text_is_no_copy():
    own = [f"own{number}" for number in range(200)]
    # half of the words are new: 0.5 of the sequences are shared, 0.8 are needed
    assert firsts([article("a", WIRE), article("b", WIRE[:200] + own, hours=1)])["b"] == "b"


def test_a_long_piece_that_takes_a_short_one_in_is_no_copy():
    more = [f"more{number}" for number in range(600)]
    # all of 400 words stand in 1,000: the lengths are 0.4 to 1, 0.5 is needed
    assert firsts([article("a", WIRE), article("b", WIRE + more, hours=1)])["b"] == "b"


def test_copies_do_not_chain():
    middle, last = WIRE[50:], WIRE[100:] + [f"new{n}" for n in range(50)]
    # b is all of a but 50 words; c shares 300 of its 350 words with b (0.86) and with a
    found = firsts([article("a", WIRE), article("b", middle, hours=1), article("c", last, hours=2)])
    assert found == {"a": "a", "b": "a", "c": "a"}
    # without a, c is a copy of b itself
    assert firsts([article("b", middle), article("c", last, hours=1)])["c"] == "b"


def test_days_apart_is_no_copy_unless_one_is_undated():
    late = article("b", WIRE, hours=24 * 5)
    assert firsts([article("a", WIRE), late])["b"] == "b"
    assert firsts([article("a", WIRE), late], window_days=5)["b"] == "a"
    assert firsts([article("a", WIRE), article("b", WIRE, published=False)])["b"] == "a"


def test_two_given_events_never_share_a_text():
    given = [article("a", WIRE, event="one"), article("b", WIRE, hours=1, event="two")]
    assert firsts(given) == {"a": "a", "b": "b"}


def test_a_copy_without_event_takes_the_event_of_its_first():
    given = [
        article("a", WIRE),
        article("b", WIRE, hours=1, event="one"),
        article("c", WIRE, hours=2, event="two"),
    ]
    # a and b are one text, so a is now of event one, and c of event two cannot join
    assert firsts(given) == {"a": "a", "b": "a", "c": "c"}
    assert firsts(given, extend_given=False) == {"a": "a", "b": "b", "c": "c"}


def test_very_short_texts_are_never_copies():
    brief = ["storm", "warning", "for", "the", "coast", "tonight"]
    assert firsts([article("a", brief), article("b", brief, hours=1)])["b"] == "b"


def test_empty_input_and_empty_texts():
    assert find_copies((), EventSettings()).tolist() == []
    assert firsts([article("a", []), article("b", [])]) == {"a": "a", "b": "b"}


def test_input_order_changes_nothing():
    articles = [article("a", WIRE), article("b", WIRE[:350], hours=1), article("c", WIRE, hours=2)]
    assert firsts(articles) == firsts(articles[::-1])


def test_blocks_of_rows_change_nothing(monkeypatch):
    given = [article(f"{n:02}", WIRE[n % 3 * 100 :], hours=n) for n in range(12)]
    chosen = EventSettings()
    readings = read_all(given, chosen)
    whole = find_copies(readings, chosen)
    monkeypatch.setattr("slantwise.events.copies._ROWS", 5)
    assert np.array_equal(find_copies(readings, chosen), whole)
