import pytest

from slantwise.actors.roles import role_at


@pytest.mark.parametrize(
    ("phrase", "slug", "kind"),
    [
        ("armies", "army", "army"),
        ("armed forces", "army", "army"),
        ("security forces", "security-forces", "agency"),
        ("defence ministry", "defense-ministry", "ministry"),
        ("ministry of defense", "defense-ministry", "ministry"),
        ("ministry of foreign affairs", "foreign-ministry", "ministry"),
        ("foreign minister", "foreign-minister", "person"),
        ("department of health and human services", "health-human-services-ministry", "ministry"),
        ("foreign office", "foreign-ministry", "ministry"),
        ("prime minister", "prime-minister", "person"),
        ("representatives", "officials", "government"),
        ("supreme court", "supreme-court", "court"),
    ],
)
def test_whole_phrases(phrase, slug, kind):
    words = phrase.split()
    role, end = role_at(words, 0, len(words))
    assert (role.slug, role.kind.value, end) == (slug, kind, len(words))


@pytest.mark.parametrize("phrase", ["table", "foreign policy", "ministry", "of", "trade deal"])
def test_other_phrases_are_no_roles(phrase):
    words = phrase.split()
    assert role_at(words, 0, len(words)) is None


def test_the_phrase_may_not_pass_its_stop():
    assert role_at(["defense", "ministry"], 0, 1) is None
    assert role_at([], 0, 0) is None
