import pytest

from slantwise.actors.sources import group_in, head_of


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("two western sources who spoke with Hamas", "two western sources"),
        ("a spokesman for the army, Zeki Demir", "a spokesman for the army"),
        ("officials in Syria", "officials"),
        ("in the end officials", "in the end officials"),
        ("he", "he"),
    ],
)
def test_head_of(draft, text, head):
    made = draft(text)
    found = head_of(made, range(len(made.page)))
    assert made.page.span(found.start, found.stop).of(text) == head


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("two western sources", ("sources", "western")),
        ("an official", ("officials", "")),
        ("some drivers", ("drivers", "")),
        ("some", ("some", "")),
        ("the reports", None),
        ("a wag", None),
    ],
)
def test_group_in(draft, text, group):
    made = draft(text)
    assert group_in(made, range(len(made.page))) == group
