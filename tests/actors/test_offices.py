from datetime import date

from slantwise.actors.identity import Identity
from slantwise.actors.offices import OfficeIndex
from slantwise.actors.roles import ROLES, role_at
from slantwise.records import ActorKind

MINISTER = role_at(["foreign", "minister"], 0, 2)[0]


def index(*entries: Identity) -> OfficeIndex:
    state = Identity("aland", "Aland", ActorKind.STATE, demonyms=("Alandic",))
    return OfficeIndex({e.id: e for e in (state, *entries)})


def army(key: str, name: str, **more) -> Identity:
    return Identity(key, name, ActorKind.ARMY, parent="aland", **more)


def test_bodies_are_known_by_their_names_with_the_state():
    offices = index(army("guard", "The Guard", aliases=("Alandic Armed Forces",)))
    assert offices.body("aland", ROLES["troops"], None).id == "guard"
    assert offices.body("aland", ROLES["navy"], None) is None
    assert offices.roles("guard") == {"army"}
    assert index(army("b", "Armed Forces of Aland")).body("aland", ROLES["army"], None).id == "b"


def test_two_bodies_of_one_role_are_nobody():
    offices = index(army("a", "Alandic Army"), army("b", "Aland's army"))
    assert offices.body("aland", ROLES["army"], None) is None


def test_a_party_named_forces_is_no_army():
    party = Identity("f", "Alandic Forces", ActorKind.PARTY, parent="aland")
    assert index(party).body("aland", ROLES["army"], None) is None


def test_an_office_belongs_to_its_holder_on_the_day():
    def person(key: str, start: int) -> Identity:
        return Identity(
            key, f"Person {key}", ActorKind.PERSON, titles=("Alandic Foreign Minister",),
            parent="aland", valid_from=date(start, 1, 1), valid_to=date(start, 12, 31),
        )  # fmt: skip

    offices = index(person("one", 2019), person("two", 2020))
    assert offices.holder("aland", MINISTER, date(2020, 6, 1)).id == "two"
    assert offices.holder("aland", MINISTER, date(2021, 6, 1)) is None
    assert offices.holder("aland", MINISTER, None) is None
    assert [i.id for i in offices.bearers(("two",))] == ["two"]


def holder(key: str, *titles: str, parent: str = "aland", **dates: date) -> Identity:
    return Identity(
        key, f"Person {key}", ActorKind.PERSON, titles=titles, parent=parent, **dates
    )  # fmt: skip


def test_who_came_last_holds_the_office():
    president = ROLES["president"]
    returned = holder("one", "Alandic President", valid_from=date(2017, 1, 1))
    between = holder("two", "President", valid_from=date(2021, 1, 1), valid_to=date(2024, 12, 31))
    offices = index(returned, between)
    days = {2016: None, 2019: "one", 2022: "two", 2025: "one"}
    for year, who in days.items():
        found = offices.holder("aland", president, date(year, 6, 1))
        assert (found.id if found else None) == who, year
        assert offices.held(returned, date(year, 6, 1)) == (
            {"president"} if who == "one" else set()
        )
    assert offices.held(returned, None) == {"president"}


def test_two_who_came_on_one_day_are_nobody():
    both = [holder(key, "President", valid_from=date(2020, 1, 1)) for key in ("one", "two")]
    assert index(*both).holder("aland", ROLES["president"], date(2020, 6, 1)) is None


def test_a_minister_is_the_states_though_listed_under_the_ministry():
    ministry = Identity("ministry", "Ministry of War", ActorKind.MINISTRY, parent="aland")
    minister = holder("one", "Alandic Foreign Minister", "President", parent="ministry")
    offices = index(ministry, minister)
    on = date(2020, 6, 1)
    assert offices.holder("aland", MINISTER, on).id == "one"
    # A title without an owner is an office of the parent, not of the state.
    assert offices.holder("aland", ROLES["president"], on) is None
