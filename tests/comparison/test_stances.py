import pytest

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.reading import read_counts
from slantwise.comparison.stances import judgements_of, stance_cells, widest
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Voice
from slantwise.records.comparison import Verdict


def prepared(write_run, articles, wire=()):
    counts = read_counts(write_run(articles))
    events = [
        Event(article.id, (article.id,), True, ())
        for article in articles
        if not any(article.id in group for group in wire)
    ]
    events += [Event(group[0], group, True, (group,)) for group in wire]
    return counts, units_of(counts, events)


def cells(counts, units, **settings):
    order, _, _ = widest(counts, units)
    judgements = judgements_of(counts, units, order.tolist())
    found = stance_cells(judgements, order.tolist(), ComparisonSettings(**settings))
    return {(cell.outlet, cell.actor, cell.voice): cell for cell in found}


def test_a_cell_counts_articles_by_state(invent, write_run):
    scores = [-0.8, -0.4, 0.0, 0.4, 0.8, None]
    articles = [
        invent.article(f"{n}", "Courier", judged=[("army", Voice.OUTLET, score)])
        for n, score in enumerate(scores)
    ]
    cell = cells(*prepared(write_run, articles))["Courier", "army", Voice.OUTLET]
    assert (cell.against, cell.neutral, cell.favour, cell.abstained, cell.failed) == (2, 0, 2, 1, 1)
    assert cell.n_articles == 6
    # the mean over the five judged; s = 0.632, 0.632/√5 = 0.283, t of 4 degrees 2.776
    assert cell.mean.value == pytest.approx(0)
    assert cell.mean.high == pytest.approx(0.785, rel=0.05)
    assert cell.verdict is Verdict.COMPARED


def test_below_the_minimum_there_are_counts_but_no_mean(invent, write_run):
    articles = [
        invent.article(f"{n}", "Courier", judged=[("army", Voice.OUTLET, score)])
        for n, score in enumerate([0.5, 0.5, 0.5, 0.5, None])
    ]
    cell = cells(*prepared(write_run, articles))["Courier", "army", Voice.OUTLET]
    # five articles, four of them judged
    assert (cell.favour, cell.failed, cell.mean, cell.verdict) == (4, 1, None, Verdict.TOO_FEW)


def test_a_parent_counts_its_members_once_an_article(invent, write_run):
    judged = [("army<varenia", Voice.OUTLET, -0.5), ("senate<varenia", Voice.DIRECT, 0.5)]
    found = cells(*prepared(write_run, [invent.article("a", "Courier", judged=judged)]))
    assert found["Courier", "varenia", Voice.OUTLET].against == 1
    assert found["Courier", "varenia", Voice.DIRECT].favour == 1
    assert ("Courier", "army", Voice.DIRECT) not in found


def test_widest_first_and_wire_copies_left_out(invent, write_run):
    articles = [
        invent.article("a", "Courier", judged=[("army", Voice.OUTLET, 0.5)]),
        invent.article("b", "Lantern", judged=[("army", Voice.OUTLET, 0.5)]),
        invent.article("c", "Klaxon", judged=[("union", Voice.OUTLET, 0.5)]),
        invent.article("d", "Klaxon", judged=[("union", Voice.OUTLET, 0.5)]),
        invent.article("e", "Klaxon", judged=[("mayor", Voice.OUTLET, 0.5)]),
    ]
    counts, units = prepared(write_run, articles)
    order, n_articles, n_outlets = widest(counts, units)
    # army and union in two articles each, army in two outlets
    assert [counts.actors[number].id for number in order] == ["army", "union", "mayor"]
    assert n_articles[order].tolist() == [2, 2, 1]
    assert n_outlets[order].tolist() == [2, 1, 1]
    counts, units = prepared(write_run, articles, wire=[("a", "b")])
    _, n_articles, _ = widest(counts, units)
    assert n_articles[0] == 1


def test_a_common_noun_is_no_actor_beyond_its_article(invent, write_run):
    judged = [("group:residents", Voice.OUTLET, 0.5), ("army", Voice.OUTLET, 0.5)]
    articles = [invent.article(name, "Courier", judged=judged) for name in ("a", "b")]
    counts, units = prepared(write_run, articles)
    order, _, _ = widest(counts, units)
    assert [counts.actors[number].id for number in order] == ["army"]


def test_only_chosen_actors_are_judged(invent, write_run):
    judged = [("army", Voice.OUTLET, 0.5), ("union", Voice.OUTLET, 0.5)]
    counts, units = prepared(write_run, [invent.article("a", "Courier", judged=judged)])
    judgements = judgements_of(counts, units, [1])
    assert [key[1] for key in judgements.cells] == [1]
    assert list(stance_cells(judgements, [], ComparisonSettings())) == []
    assert judgements_of(counts, units, []).cells == {}


def test_no_judgements(write_run):
    counts, units = prepared(write_run, [])
    order, n_articles, n_outlets = widest(counts, units)
    assert order.tolist() == n_articles.tolist() == n_outlets.tolist() == []
    assert judgements_of(counts, units, []).cells == {}
