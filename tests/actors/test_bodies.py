import pytest

from slantwise.actors.bodies import Bodies, body_kind, no_body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("daily post", "media"), ("farmers party", "party"), ("ministry of health", "ministry"),
        ("acme corp.", "company"), ("friends of the sea", "organisation"), ("", "organisation"),
    ],
)  # fmt: skip
def test_body_kind(name, kind):
    assert body_kind(name).value == kind


def test_the_beginning_of_a_longer_name_is_that_body(draft):
    made = draft("Harbour Workers Union met. Harbour Workers left. Harbours closed.")
    bodies = Bodies(made)
    for first, end in ((0, 3), (5, 7), (9, 10)):
        bodies.name(made.page.span(first, end))
    assert [(n.actor, n.how) for n in made.namings] == [
        ("unlisted:harbour-workers-union", "unlisted"),
        ("unlisted:harbour-workers-union", "alias"),
        ("unlisted:harbours", "unlisted"),
    ]


def test_the_end_of_a_papers_name_is_that_paper(draft):
    made = draft("Harbour Post wrote. The Post added.")
    bodies = Bodies(made)
    bodies.name(made.page.span(0, 2))
    bodies.name(made.page.span(5, 6))
    assert {n.actor for n in made.namings} == {"unlisted:harbour-post"}


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[ORG T4]", "a code"), ("[ORG Tiyas Air Base]", "a place"),
        ("[ORG senate]", "not written"),
        ("[ORG Press Secretary]", "words of a title"), ("[ORG LLC]", "end of a company's name"),
        ("[ORG Acme]", ""),
    ],
)  # fmt: skip
def test_no_body(draft, encode, marked, reason):
    entity = encode(marked).entities[0]
    assert reason in no_body(draft(marked), entity)
    assert bool(no_body(draft(marked), entity)) is bool(reason)
