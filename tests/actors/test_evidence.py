import pytest

from slantwise.actors.evidence import Evidence


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
