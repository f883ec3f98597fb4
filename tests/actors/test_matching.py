from datetime import date

import pytest

from slantwise.actors.folding import fold
from slantwise.actors.identity import Identity
from slantwise.actors.table import IdentityTable
from slantwise.records import ActorKind


@pytest.fixture
def names(table):
    def run(text: str, on: date | None = None) -> list[tuple[str, list[str]]]:
        return [
            (match.span.of(text), [claim.identity.id for claim in match.claims])
            for match in table.matches(text, on)
        ]

    return run


def test_the_longest_name_is_taken(names):
    assert names("the Indian National Congress and Israel Defense Forces") == [
        ("Indian National Congress", ["inc"]), ("Israel Defense Forces", ["idf"]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Israelite", "Syriana", "antiIsrael", "Israel_1"])
def test_only_whole_words_match(names, text):
    assert names(text) == []


def test_hyphens_and_possessives_are_borders(names):
    assert names("anti-Israel, Turkish-Israeli, Türkiye’s") == [
        ("Israel", ["israel"]), ("Turkish", ["turkiye"]), ("Israeli", ["israel"]),
        ("Türkiye", ["turkiye"]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["turkish delight", "who said", "us and them", "a turk"])
def test_capitals_of_a_name_are_needed(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["TURKISH", "Turkiye", "TÜRKİYE", "Tu\u0308rkiye", "T\u200bürkiye"]
)
def test_other_writings_match(names, text):
    assert names(text) == [(text, ["turkiye"])]


def test_acronyms_match_as_listed(names):
    assert names("WHO, the U.S. and US forces") == [
        ("WHO", ["who"]), ("U.S.", ["united-states"]), ("US", ["united-states"]),
    ]  # fmt: skip


def test_the_article_of_a_name_is_left_out(names):
    assert names("The Guardian and the Guardian, no guardian, Guardian") == [
        ("Guardian", ["the-guardian"]), ("Guardian", ["the-guardian"]),
    ]  # fmt: skip


def test_a_shared_name_gives_all_its_claims(names):
    assert names("Congress") == [("Congress", ["inc", "us-congress"])]


def body(key: str, **more) -> Identity:
    return Identity(key, "Tor", ActorKind.COMPANY, **more)


def test_dates_choose_between_bearers_of_a_name():
    table = IdentityTable(
        [body("old", valid_to=date(2019, 12, 31)), body("new", valid_from=date(2020, 1, 1))]
    )
    found = {on: table.matches("Tor", on)[0].claims for on in (date(2019, 5, 1), date(2020, 5, 1))}
    assert [c[0].identity.id for c in found.values()] == ["old", "new"]
    assert len(table.matches("Tor")[0].claims) == 2


def test_a_name_means_its_last_bearer_after_the_end_and_nobody_before_the_beginning():
    table = IdentityTable([body("a", valid_from=date(2000, 1, 1), valid_to=date(2001, 1, 1))])
    assert [m.claims[0].identity.id for m in table.matches("Tor", date(2010, 1, 1))] == ["a"]
    assert table.matches("Tor", date(1990, 1, 1)) == ()


def test_a_person_keeps_the_name_before_and_after_the_office(table):
    assert table.lookup("Donald Trump", date(2012, 1, 1))[0].identity.id == "donald-trump"


def test_an_empty_table_and_an_empty_text(table):
    assert IdentityTable([]).matches("Israel") == ()
    assert table.matches("") == ()
    assert table.matches(fold("")) == ()
