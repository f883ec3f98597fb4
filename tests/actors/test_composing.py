from datetime import datetime

import pytest


@pytest.mark.parametrize(
    ("marked", "words", "actor"),
    [
        ("the Turkish army left", "Turkish army", "turkiye/army"),
        ("the Turkish military left", "Turkish military", "turkiye/army"),
        ("Israeli troops left", "Israeli troops", "idf"),
        ("the Turkish Defense Ministry said", "Turkish Defense Ministry",
         "turkiye/defense-ministry"),
        ("Turkish Defense Ministry sources said", "Turkish Defense Ministry",
         "turkiye/defense-ministry"),
        ("a senior Israeli official said", "Israeli official", "israel/officials"),
        ("Israeli representatives said", "Israeli representatives", "israel/officials"),
        ("the Syrian interim government said", "Syrian interim government", "syria/government"),
        ("Syria’s new authorities said", "Syria’s new authorities", "syria/government"),
        ("the government of Syria said", "government of Syria", "syria/government"),
        ("White House officials said", "White House officials", "united-states/officials"),
        ("the people of Lebanon said", "people of Lebanon", "lebanon/people"),
        ("the Turkish foreign minister said", "Turkish foreign minister",
         "turkiye/foreign-minister"),
    ],
)  # fmt: skip
def test_institutions(linked, pairs, marked, words, actor):
    assert pairs(marked, linked(marked)) == [(words, actor, "composed")]


def test_their_actors_roll_up(linked):
    actors = {a.id: a for a in linked("Turkish police left").actors}
    police = actors["turkiye/police"]
    assert (police.name, police.kind.value, police.parent) == (
        "Turkish police",
        "agency",
        "turkiye",
    )
    assert actors["turkiye"].aliases_seen == ()


@pytest.mark.parametrize(
    "marked",
    [
        "Turkish military bases stay",
        "Turkish-backed forces left",
        "Turkish ties grew",
        "former Turkish president said",
        "a Turkish president said",
    ],
)
def test_a_bare_demonym_stays_one_of_the_state(linked, pairs, marked):
    named = [(a, how) for _, a, how in pairs(marked, linked(marked)) if how != "group"]
    assert named == [("turkiye", "demonym")]


def test_a_row_shares_its_noun(linked, pairs):
    marked = "both the Turkish and Israeli armies left"
    assert pairs(marked, linked(marked)) == [
        ("Turkish", "turkiye/army", "composed"), ("Israeli armies", "idf", "composed"),
    ]  # fmt: skip
    marked = "Turkish, Israeli delegations met"
    assert [a for _, a, _ in pairs(marked, linked(marked))] == [
        "turkiye/officials", "israel/officials",
    ]  # fmt: skip


def test_an_office_goes_to_who_holds_it(linked, pairs):
    marked = "the Turkish foreign minister said"
    held = linked(marked, published=datetime(2025, 4, 12))
    assert pairs(marked, held)[0][1] == "hakan-fidan"
    before = linked(marked, published=datetime(2020, 4, 12))
    assert pairs(marked, before)[0][1] == "turkiye/foreign-minister"


def test_an_office_goes_to_who_is_met_with_it(linked, pairs):
    marked = "Turkish Foreign Minister [PERSON Zeki Demir] met. The Turkish foreign minister left."
    linking = linked(marked, published=datetime(2025, 4, 12))
    assert {a for _, a, _ in pairs(marked, linking)} == {"unlisted:zeki-demir"}


def test_a_government_by_its_head(linked, pairs):
    marked = "[PERSON Donald Trump] left. The Trump administration spoke. Trump’s government left."
    assert [(w, a) for w, a, how in pairs(marked, linked(marked)) if how == "composed"] == [
        ("Trump administration", "united-states/trump-government"),
        ("government", "united-states/trump-government"),
    ]


def test_the_forces_of_a_heads_government_are_the_states(linked, pairs):
    marked = (
        "[PERSON Donald Trump] left. It trained the battered armed forces of Trump’s government."
    )
    assert ("armed forces", "united-states/army", "composed") in pairs(marked, linked(marked))


def test_what_another_runs_keeps_both(linked, pairs):
    marked = "Lebanon’s Hamas-run health ministry said"
    assert [a for _, a, _ in pairs(marked, linked(marked))] == [
        "lebanon", "hamas", "lebanon/health-ministry",
    ]  # fmt: skip
