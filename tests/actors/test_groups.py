import time

import pytest

from slantwise.actors import link
from slantwise.records import ActorKind


def show(pairs, linked, marked):
    return [(w, a) for w, a, _ in pairs(marked, linked(marked))]


def test_one_head_noun_is_one_actor(linked, pairs):
    marked = "The teachers' union met. The union voted. Residents left. The residents spoke."
    assert show(pairs, linked, marked) == [
        ("teachers' union", "group:teachers-union"),
        ("union", "group:teachers-union"),
        ("Residents", "group:residents"),
        ("residents", "group:residents"),
    ]


def test_a_new_article_brings_in_somebody_new(linked, pairs):
    marked = "A teacher left. The teacher spoke. A teacher denied it."
    assert [a for _, a in show(pairs, linked, marked)] == [
        "group:teacher", "group:teacher", "group:teacher:2",
    ]  # fmt: skip


def test_a_group_of_a_state_is_its_own_and_never_rolled_up(linked, pairs):
    marked = "Turkish truckers left. The truckers spoke."
    linking = linked(marked)
    assert [a for _, a, _ in pairs(marked, linking)] == ["turkiye/truckers"] * 2
    (truckers,) = [actor for actor in linking.actors if actor.id == "turkiye/truckers"]
    assert (truckers.kind, truckers.parent) == (ActorKind.GROUP, None)


def test_two_that_fit_are_refused(linked):
    linking = linked("Turkish truckers met Israeli truckers. The truckers left.")
    assert [m.actor for m in linking.mentions] == ["turkiye/truckers", "israel/truckers"]
    assert [d.reason for d in linking.decisions if not d.merged] == [
        "may be Turkish truckers or Israeli truckers"
    ]


def test_an_unnamed_speaker_is_the_group(linked):
    linking = linked("Residents said so.", "Residents")
    assert [a.speaker for a in linking.attributions] == ["group:residents"]


@pytest.mark.parametrize(
    "unit", ["a teacher left ", "the residents ", "Turkish truckers met the truckers ", "the army "]
)
def test_time_grows_with_length(encode, table, unit):
    encoded = encode(unit * 4_000)
    start = time.perf_counter()
    link(encoded, (), table)
    # Some 0.5 s here; the bound catches quadratic time, not a slow machine.
    assert time.perf_counter() - start < 20
