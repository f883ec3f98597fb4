from slantwise.actors import Identity, IdentityTable
from slantwise.encode.names import FIRST_NAME, TITLE
from slantwise.records import ActorKind
from slantwise.train.names import names_of

NORTH = Identity(
    "north",
    "Northland",
    ActorKind.STATE,
    demonyms=("Northish", "Northlanders"),
    metonyms=("Porto",),
    ambiguous=("Porto",),
)
SENATE = Identity(
    "senate",
    "Northland Senate",
    ActorKind.GOVERNMENT,
    aliases=("Senate",),
    ambiguous=("Senate", "Porto"),
)
TABLE = IdentityTable(
    [
        NORTH,
        SENATE,
        Identity("faithful", "Believers", ActorKind.PEOPLE, demonyms=("Believer",)),
        Identity("reds", "Red Party", ActorKind.PARTY, aliases=("the Reds",), demonyms=("Red",)),
        Identity("ann-lund", "Ann Lund", ActorKind.PERSON, aliases=("al-Lund", "so-called Lund")),
    ]
)


def test_names_have_the_classes_of_their_actors():
    names = names_of(TABLE)
    expected = {
        "Northland": "place",
        "Porto": "place",  # the state's capital first, whatever else it is
        "Northish": "people",
        "Northlanders": "group",
        "Believers": "group",
        "Believer": "people",
        "Red Party": "group",
        "Reds": "group",
        "Red": "people",
        "Ann Lund": "person",
        "al-Lund": "person",
        "Northland Senate": "group",
        "Islam": "faith",
        "Senator": TITLE,
        "Mary": FIRST_NAME,
    }
    assert {name: names.get(name) for name in expected} == expected


def test_what_many_states_have_and_lower_case_phrases_stay():
    names = names_of(TABLE)
    assert "Senate" not in names
    assert "so-called Lund" not in names
