import pytest

from slantwise.actors.candidates import candidates
from slantwise.actors.evidence import Evidence
from slantwise.actors.identity import Identity
from slantwise.actors.page import lay_out
from slantwise.actors.table import IdentityTable
from slantwise.records import ActorKind


@pytest.fixture
def best(found, table):
    def run(marked: str, *ids: str) -> str | None:
        evidence = Evidence(table, found(marked).sightings)
        chosen = evidence.best(table.identities[key] for key in ids)
        return chosen.id if chosen else None

    return run


def test_a_body_is_supported_by_its_state(best):
    assert best("India and Indian voters", "us-congress", "inc") == "inc"


def test_a_place_is_not_supported_by_its_parent(best):
    assert best("The United States voted", "georgia", "georgia-us") is None
    assert best("Tbilisi voted", "georgia", "georgia-us") == "georgia"


def test_a_rival_met_more_than_a_third_as_often_leaves_it_open(best):
    # 3 of India to 1 of the United States is enough; 3 to 2 is not.
    assert best("India, India, India, US", "us-congress", "inc") == "inc"
    assert best("India, India, India, US, US", "us-congress", "inc") is None


def test_nothing_speaks_for_nobody(best):
    assert best("", "inc") is None
    assert best("India") is None


def test_why_counts(found, table):
    evidence = Evidence(table, found("Hakan Fidan and Ankara").sightings)
    assert "2 other mention(s) of Türkiye" in evidence.why(table.identities["turkiye"])
    assert evidence.why(table.identities["syria"]) == ""


def test_states_on_one_side_do_not_speak_for_one_another(encode):
    # Georgia is named by nothing but its ambiguous name: three of Mali are none of Georgia.
    side = Identity("in", "Those in office", ActorKind.GROUP)
    mali = Identity("mali", "Mali", ActorKind.STATE, parent="in")
    georgia = Identity("georgia", "Georgia", ActorKind.STATE, ambiguous=("Georgia",), parent="in")
    table = IdentityTable([side, mali, georgia])
    article = lay_out(encode("Mali, Mali and Mali met Georgia"))
    seen = candidates(article, table.matches(article.folded, article.on), ()).sightings
    evidence = Evidence(table, seen)
    assert [evidence.score(entry) for entry in (mali, georgia)] == [3, 0]
    assert evidence.why(georgia) == ""
