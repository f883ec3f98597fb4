from dataclasses import replace

import numpy as np
import pytest

from slantwise.comparison.counts import ABSTAINED, FAILED
from slantwise.comparison.reading import read_counts
from slantwise.errors import RunError
from slantwise.records import ActorKind, Kind, Voice


def test_findings_below_the_confidence_asked_for_are_left_out(invent, write_run):
    found = [(Voice.OUTLET, Kind.LABEL, sure) for sure in (0.5, 0.7, 0.9)]
    run = write_run([invent.article("a", "Courier", found=found)])
    assert read_counts(run, min_confidence=0.7).findings.sum() == 2


def test_stances_in_every_state_and_parents_beside_members(invent, write_run):
    judged = [
        ("army<varenia", Voice.OUTLET, -0.5),
        ("dockers", Voice.DIRECT, 0.4),
        ("union", Voice.OUTLET, 0.05),
        ("mayor", Voice.OUTLET, None),
    ]
    counts = read_counts(write_run([invent.article("a", "Courier", judged=judged)]))
    rows = counts.stances
    named = [counts.actors[number].id for number in rows.actor]
    assert named == ["army", "varenia", "dockers", "union", "mayor"]
    assert rows.state.tolist() == [0, 0, 2, ABSTAINED, FAILED]
    assert rows.voice.tolist() == [0, 0, 1, 0, 0]
    assert rows.score == pytest.approx([-0.5, -0.5, 0.4, 0.05, 0])
    assert rows.article.tolist() == [0] * 5


def test_actors_with_the_commonest_alias_first(invent, write_run):
    counts = read_counts(
        write_run(
            [
                invent.article("a", "Courier", judged=[("army<varenia", Voice.OUTLET, 0.5)]),
                invent.article("b", "Courier", judged=[("army<varenia", Voice.OUTLET, 0.5)]),
                invent.article("c", "Courier", judged=[("army", Voice.OUTLET, 0.5)]),
            ]
        )
    )
    army, varenia = counts.actors
    assert (army.id, army.name, army.kind, army.parent) == (
        "army",
        "Army",
        ActorKind.MINISTRY,
        "varenia",
    )
    # "army" is seen in all three articles, "army<varenia" in two
    assert army.aliases == ("army", "army<varenia")
    assert (varenia.id, varenia.kind, varenia.aliases) == ("varenia", ActorKind.STATE, ())


def test_articles_number_on_across_parts(invent, write_run):
    articles = [
        invent.article(f"{n}", "Courier", judged=[("army", Voice.OUTLET, n / 10)])
        for n in range(2, 9)
    ]
    counts = read_counts(write_run(articles))
    assert counts.stances.article.tolist() == list(range(7))
    assert counts.stances.score == pytest.approx(np.arange(2, 9) / 10)


def test_an_actor_that_no_article_lists_is_refused(invent, write_run):
    article = invent.article("a", "Courier", judged=[("army", Voice.OUTLET, 0.5)])
    run = write_run([replace(article, actors=())])
    with pytest.raises(RunError, match="'army'"):
        read_counts(run)
