import pytest

from slantwise.actors.group_nouns import noun_kind, singular
from slantwise.records import ActorKind


@pytest.mark.parametrize(
    ("noun", "plural", "kind"),
    [
        ("residents", True, ActorKind.GROUP),
        ("bloggers", True, ActorKind.GROUP),  # not listed: known by its ending
        ("fishermen", True, ActorKind.GROUP),
        ("crowd", False, ActorKind.GROUP),
        ("crowds", True, ActorKind.GROUP),
        ("teacher", False, ActorKind.ROLE),
        ("union", False, ActorKind.ORGANISATION),
        ("charities", True, ActorKind.ORGANISATION),
        ("company", False, ActorKind.COMPANY),
        ("newspapers", True, ActorKind.MEDIA),
        ("police", False, ActorKind.AGENCY),
        ("numbers", True, None),
        ("borders", True, None),
        ("report", False, None),
        ("", False, None),
    ],
)
def test_people_and_bodies_are_told_from_things(noun, plural, kind):
    assert noun_kind(noun, plural=plural) is kind


@pytest.mark.parametrize(
    ("plural", "one"),
    [("wives", "wife"), ("women", "woman"), ("bosses", "boss"), ("press", "press")],
)
def test_plurals_have_their_singular(plural, one):
    assert singular(plural) == one
