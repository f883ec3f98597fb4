from slantwise.actors.cast import Draft
from slantwise.actors.identity import Identity
from slantwise.actors.page import lay_out
from slantwise.actors.roles import ROLES
from slantwise.actors.table import IdentityTable
from slantwise.records import ActorKind, Span


def test_mentions_do_not_overlap_and_can_be_taken_back(draft):
    made = draft("Israel and Syria")
    made.listed(made.table.identities["israel"])
    assert made.name(Span(0, 6), "israel", "name")
    assert not made.name(Span(3, 9), "israel", "name")
    assert not made.name(Span(2, 2), "israel", "name")
    assert made.at_word(0).actor == "israel" and made.at_word(1) is None
    made.unname(made.namings[0])
    assert made.free(Span(0, 16)) and made.namings == []


def test_composed_takes_the_tables_own_institution(draft):
    made = draft("x")
    for state in ("israel", "turkiye"):
        made.listed(made.table.identities[state])
    assert made.composed("israel", ROLES["troops"]) == "idf"
    assert made.composed("turkiye", ROLES["troops"]) == "turkiye/army"
    member = made.members["turkiye/army"]
    assert (member.name, member.kind, member.parent) == ("Turkish army", ActorKind.ARMY, "turkiye")


def test_top_follows_the_articles_parents_and_then_the_tables(draft):
    made = draft("x")
    person = made.unlisted("Zeki Aktürk", ActorKind.PERSON, parent="idf")
    made.listed(made.table.identities["idf"])
    assert person == "unlisted:zeki-akturk"
    assert made.top(person) == "israel"


def test_a_decision_is_kept_once(draft):
    made = draft("x")
    for reason in ("first", "second"):
        made.merge("Ankara", "turkiye", reason)
    made.refuse("Ankara", "turkiye", "third")
    assert [(d.merged, d.reason) for d in made.decisions] == [(True, "first"), (False, "third")]


def test_top_stops_below_a_side(encode):
    side = Identity("in", "Those in office", ActorKind.GROUP)
    mali = Identity("mali", "Mali", ActorKind.STATE, parent="in")
    made = Draft(lay_out(encode("x")), IdentityTable([side, mali]))
    person = made.unlisted("Ann Lund", ActorKind.PERSON, parent="mali")
    assert made.top(person) == "mali"  # before the article knows of the state
    made.listed(mali)
    assert made.top(person) == "mali"
