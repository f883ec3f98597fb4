import pytest

from slantwise.actors.compound_nouns import compound_kind
from slantwise.records import ActorKind


@pytest.mark.parametrize(
    ("before", "noun", "kind"),
    [
        ("tax", "office", ActorKind.AGENCY),
        ("statistics", "office", ActorKind.AGENCY),
        ("city", "hall", ActorKind.GOVERNMENT),
        ("concert", "hall", None),
        ("youth", "wing", ActorKind.ORGANISATION),
        ("left", "wing", None),
        ("corner", "office", None),
        ("tax", "residents", None),
    ],
)
def test_a_body_is_known_by_what_it_is_for(before, noun, kind):
    assert compound_kind(noun, before) is kind
