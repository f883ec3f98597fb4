import pytest

from slantwise.actors.acronyms import long_forms
from slantwise.actors.page import lay_out


@pytest.mark.parametrize(
    ("marked", "forms"),
    [
        ("Harbour Eye Daily (HED) wrote", {"HED": "Harbour Eye Daily"}),
        ("the League of Small Ports (LSP) met", {"LSP": "League of Small Ports"}),
        ("the [ORG Democratic Union] (PYD) met", {"PYD": "Democratic Union"}),
        ("a reader (AB) wrote", {}),
        ("Ann Lund (R) met", {}),
        ("(AB) met", {}),
        ("Harbour Eye. (HE) met", {}),
        ("", {}),
    ],
)
def test_long_forms(encode, marked, forms):
    encoded = encode(marked)
    page = lay_out(encoded)
    found = long_forms(page, encoded.entities)
    assert {key: span.of(page.text) for key, span in found.items()} == forms


def test_ten_thousand_brackets_take_no_time(encode):
    page = lay_out(encode("(" * 10_000 + "(AB) " * 1_000))
    assert long_forms(page, ()) == {}


def test_the_acronym_is_the_actor_of_its_long_form(linked, pairs):
    marked = "HED wrote. Harbour Eye Daily (HED) met Israel. HED left, hed too."
    assert [(w, a) for w, a, how in pairs(marked, linked(marked)) if how == "acronym"] == [
        ("HED", "unlisted:harbour-eye-daily")
    ] * 3  # fmt: skip


def test_an_explained_acronym_is_not_the_listed_one(linked, pairs):
    marked = "The Widows Help Office (WHO) met. WHO spoke."
    assert {a for _, a, _ in pairs(marked, linked(marked))} == {"unlisted:widows-help-office"}
