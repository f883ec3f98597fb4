from datetime import date

import pytest

from slantwise.actors.checks import check, misfits
from slantwise.actors.identity import Identity
from slantwise.actors.reading import Reading
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


def reading(*entries: Identity, spoilt=(), whole=True) -> Reading:
    return Reading(entries, (), frozenset(spoilt), whole)


def test_all_misfits_are_told_by_line():
    found = misfits(
        reading(
            entry("e", line=5, aliases=("Tor",)),
            entry("a", line=1, parent="b"),
            entry("b", line=2, parent="a"),
            entry("c", line=3, parent="z"),
            entry("d", line=4, aliases=("Tor",)),
            entry("d", line=6),
            entry("f", line=7, parent="f"),
        )
    )
    assert [(fault.line, fault.message) for fault in found] == [
        (1, "'a': its parents go in a circle: a → b → a."),
        (3, "'c': its parent 'z' is no entry. Add one, or correct the id."),
        (
            4,
            "'d': the name 'tor' is also claimed by 'e' (t.yaml, line 5) in the same days. List "
            "it under 'ambiguous' in both, or take it out of one.",
        ),
        (6, "'d': the id stands already in t.yaml, line 4."),
        (7, "'f': its parents go in a circle: f → f."),
    ]
    with pytest.raises(SettingsError, match="4 more: slantwise actors check"):
        check([entry("a", line=1, parent="a"), *(entry(x, parent="z") for x in "bcde")])


def test_a_parent_that_may_stand_in_what_was_not_read_is_no_misfit():
    child = entry("a", parent="z")
    assert misfits(reading(child, spoilt=["z"])) == ()
    assert misfits(reading(child, whole=False)) == ()
    assert len(misfits(reading(child))) == 1


def test_the_entry_without_the_mark_is_told():
    marked = entry("a", line=1, aliases=("Tor",), ambiguous=("Tor",))
    plain = entry("b", line=2, aliases=("Tor",))
    assert [fault.line for fault in misfits(reading(marked, plain))] == [2]
    assert [fault.line for fault in misfits(reading(plain, marked))] == [2]


def test_the_name_of_a_person_holds_beside_the_dates():
    first = Identity("a", "Ann Lund", ActorKind.PERSON, valid_to=date(2001, 1, 1))
    second = Identity("b", "Ann Lund", ActorKind.PERSON, valid_from=date(2010, 1, 1))
    assert len(misfits(reading(first, second))) == 1


def test_many_bearers_of_one_name_take_time_with_their_number():
    # In pairs they would be 200 million comparisons and as many faults.
    crowd = [entry(f"e{n}", line=n + 1, aliases=("Tor",)) for n in range(20_000)]
    assert len(misfits(reading(*crowd))) == 19_999
