import pytest


@pytest.mark.parametrize(
    ("marked", "parent"),
    [
        ("Turkish Foreign Minister [PERSON Zeki Demir] met", "turkiye"),
        ("Türkiye’s foreign minister, [PERSON Zeki Demir], met", None),
        ("Türkiye’s Foreign Minister [PERSON Zeki Demir] met", "turkiye"),
        ("Hamas leader [PERSON Zeki Demir] met", "hamas"),
        ("[PERSON Zeki Demir], the Turkish foreign minister, met", "turkiye"),
        ("[PERSON Zeki Demir], president of Syria, met", "syria"),
        ("former Turkish Foreign Minister [PERSON Zeki Demir] met", None),
        ("Turkish singer [PERSON Zeki Demir] met", None),
        ("Mr. [PERSON Zeki Demir] met", None),
    ],
)
def test_parents_by_title(linked, marked, parent):
    (person,) = [a for a in linked(marked).actors if a.id == "unlisted:zeki-demir"]
    assert person.parent == parent


def test_a_demonym_in_a_title_is_no_mention_of_the_state(linked, pairs):
    marked = "Turkish Foreign Minister [PERSON Hakan Fidan] met"
    assert pairs(marked, linked(marked)) == [("Hakan Fidan", "hakan-fidan", "name")]
    marked = "Türkiye’s Foreign Minister [PERSON Hakan Fidan] met"
    assert [a for _, a, _ in pairs(marked, linked(marked))] == ["turkiye", "hakan-fidan"]


def test_the_join_is_logged(linked):
    decisions = linked("Turkish envoy [PERSON Zeki Demir] met").decisions
    assert ("Turkish envoy Zeki Demir", "unlisted:zeki-demir", True) in [
        (d.surface, d.actor, d.merged) for d in decisions
    ]
