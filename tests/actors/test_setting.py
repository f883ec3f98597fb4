import pytest

from slantwise.actors.roles import ROLES
from slantwise.actors.setting import of_a_state, only_state


def last(pairs, linked, marked):
    return pairs(marked, linked(marked))[-1]


def test_the_army_is_that_of_the_one_state(linked, pairs):
    marked = "Turkish ties grew. The army left."
    assert last(pairs, linked, marked) == ("The army", "turkiye/army", "definite")


def test_with_two_states_the_army_is_nobodys(linked, pairs):
    marked = "Turkish and Syrian ties grew. The army left."
    assert last(pairs, linked, marked) == ("army", "group:army", "group")


@pytest.mark.parametrize(("phrase", "single"), [("army", True), ("police", False)])
def test_a_state_has_one_army_and_many_police(phrase, single):
    assert of_a_state(ROLES[phrase]) is single


def test_an_article_without_states_is_about_none(draft):
    assert only_state(draft("Residents left.")) is None
