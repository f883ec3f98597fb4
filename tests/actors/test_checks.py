from datetime import date

import pytest

from slantwise.actors.checks import check
from slantwise.actors.identity import Identity
from slantwise.errors import SettingsError
from slantwise.records import ActorKind


def entry(key: str, **more) -> Identity:
    more = {"name": key.upper(), "path": "t.yaml", "line": 7, **more}
    return Identity(id=key, kind=ActorKind.STATE, **more)


def test_entries_come_sorted_by_id():
    assert [e.id for e in check([entry("b"), entry("a")])] == ["a", "b"]
    assert check([]) == ()


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([entry("a"), entry("a")], "the id stands already in t.yaml, line 7"),
        ([entry("a", parent="z")], "its parent 'z' is no entry"),
        ([entry("a", parent="a")], "a → a"),
        (
            [entry("a", parent="b"), entry("b", parent="c"), entry("c", parent="b")],
            "circle: b → c → b",
        ),
        ([entry("a", aliases=("Tór",)), entry("b", demonyms=("tor",))], "'tor' is also claimed"),
        (
            [entry("a", aliases=("Tor",), ambiguous=("Tor",)), entry("b", aliases=("Tor",))],
            "'b': the name 'tor' is also claimed by 'a'",
        ),
    ],
)
def test_entries_that_do_not_fit_are_refused(entries, reason):
    with pytest.raises(SettingsError, match=r"t\.yaml, line 7") as error:
        check(entries)
    assert reason in str(error.value)


def test_a_shared_name_is_allowed_where_both_call_it_ambiguous():
    shared = {"aliases": ("Tor",), "ambiguous": ("Tor",)}
    assert len(check([entry("a", **shared), entry("b", **shared)])) == 2


def test_a_shared_name_is_allowed_in_different_days():
    old = entry("a", aliases=("Tor",), valid_to=date(2019, 12, 31))
    new = entry("b", aliases=("Tor",), valid_from=date(2020, 1, 1))
    assert len(check([old, new])) == 2


def test_an_acronym_and_a_word_are_two_names():
    assert len(check([entry("a", acronyms=("WHO",)), entry("b", aliases=("Who",))])) == 2
