from datetime import date

import pytest

from slantwise.actors import Identity, IdentityTable, explain, select
from slantwise.errors import SettingsError
from slantwise.records import ActorKind


def test_a_sure_name(table):
    (one,) = explain("Türkiye", table)
    assert (one.identity.id, one.how, one.top, one.sure) == ("turkiye", "name", "turkiye", True)


def test_a_shared_name_needs_context(table):
    found = explain("Georgia", table)
    assert {(c.identity.id, c.possible, c.sure) for c in found} == {
        ("georgia", True, False),
        ("georgia-us", True, False),
    }
    assert "shared with georgia-us" in found[0].reason


def test_an_acronym_in_small_letters_is_refused(table):
    (one,) = explain("who", table)
    assert (one.identity.id, one.possible) == ("who", False)
    assert "'WHO'" in one.reason


def test_a_body_is_refused_before_its_time():
    body = Identity("pact", "Lund Pact", ActorKind.INTERNATIONAL_BODY, valid_from=date(2001, 1, 1))
    heir = Identity("heir", "Lund Pact", ActorKind.ORGANISATION, valid_to=date(2000, 12, 31))
    found = explain("Lund Pact", IdentityTable([body, heir]), on=date(1999, 5, 1))
    assert [(c.identity.id, c.possible) for c in found] == [("heir", True), ("pact", False)]
    assert found[1].reason == "not on 1999-05-01: the entry holds from 2001-01-01 to now"


def test_a_surname_may_be_a_persons(table):
    (one,) = explain("Fidan", table)
    assert (one.identity.id, one.how, one.top, one.sure) == (
        "hakan-fidan", "surname", "turkiye", False,
    )  # fmt: skip


def test_the_leader_of_a_party_rolls_up_to_the_party():
    state = Identity("aland", "Aland", ActorKind.STATE)
    party = Identity("front", "Aland Front", ActorKind.PARTY, parent="aland")
    leader = Identity("ann-lund", "Ann Lund", ActorKind.PERSON, parent="front")
    table = IdentityTable([state, party, leader])
    assert [explain(name, table)[0].top for name in ("Ann Lund", "Aland Front")] == ["front"] * 2


def test_a_party_rolls_up_to_a_side_but_to_no_state():
    side = Identity("in", "Those in office", ActorKind.GROUP)
    party = Identity("front", "Aland Front", ActorKind.PARTY, parent="in")
    leader = Identity("ann-lund", "Ann Lund", ActorKind.PERSON, parent="front")
    table = IdentityTable([side, party, leader])
    assert [explain(name, table)[0].top for name in ("Ann Lund", "Aland Front")] == ["in"] * 2


def test_nobody_bears_an_unknown_name(table):
    assert explain("Zzyx", table) == ()


def test_entries_are_chosen_by_kind_and_parent(table):
    assert [e.id for e in select(table, kind=ActorKind.ARMY)] == ["idf"]
    assert {e.id for e in select(table, parent="turkiye")} == {"hakan-fidan"}
    assert select(table, kind=ActorKind.COURT) == ()
    with pytest.raises(SettingsError, match="no actor 'nobody'"):
        select(table, parent="nobody")
