import pytest


def names(linked, pairs, marked):
    """Words → actor of the mentions of a marked text."""
    return {words: actor for words, actor, _ in pairs(marked, linked(marked))}


@pytest.mark.parametrize(
    ("marked", "name", "actor"),
    [
        # What the tagger saw in pieces, or not at all.
        ("Workers at [GPE Corwen] Motors left", "Corwen Motors", "unlisted:corwen-motors"),
        ("the Election Commission said", "Election Commission", "unlisted:election-commission"),
        ("the line to Radio [PERSON Orinoco] closed", "Radio Orinoco", "unlisted:radio-orinoco"),
        ("the line to Channel Rossa-Yug closed", "Channel Rossa-Yug", "unlisted:channel-rossa-yug"),
        ("the newspaper Global [ORG Dawn] wrote", "Global Dawn", "unlisted:global-dawn"),
        # A whole entity, a person and a longer name stay as they are.
        ("they told Colonel Thura Bank", "Thura Bank", "unlisted:thura-bank"),
        ("he met [PERSON Ann Bank] there", "Ann Bank", "unlisted:ann-bank"),
        ("the [ORG Bank of Ostra] said", "Bank of Ostra", "unlisted:bank-of-ostra"),
        # What the table knows for certain is the table's.
        ("the Turkish Army left", "Turkish Army", "turkiye/army"),
        # The table's name may be something else: here it is part of a longer one.
        ("they met Jordan Inc. there", "Jordan Inc", "unlisted:jordan-inc"),
        ("the Congress Tribune wrote", "Congress Tribune", "unlisted:congress-tribune"),
    ],
)
def test_names_of_bodies_show_by_their_capitals(linked, pairs, marked, name, actor):
    assert names(linked, pairs, marked)[name] == actor


@pytest.mark.parametrize(
    "marked",
    [
        "they met in Tillman Park",
        "the company Monday left",
        "Former Post workers left",
    ],
)
def test_capitals_alone_name_no_body(linked, pairs, marked):
    assert not [a for a in names(linked, pairs, marked).values() if a.startswith("unlisted:")]


def test_a_headline_in_capitals_names_nobody(linked, pairs):
    marked = "Fire At Corwen Motors\n\nNobody was hurt."
    named = pairs(marked, linked(marked, title=True))
    assert [actor for _, actor, _ in named if actor.startswith("unlisted:")] == []


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("the newspaper Global [ORG Dawn] wrote", "media"),
        ("the company Global [ORG Dawn] left", "company"),
        ("the line to Radio [PERSON Orinoco] closed", "media"),
        ("the office of the Ostra Front closed", "organisation"),
    ],
)
def test_the_noun_before_a_name_tells_its_kind(linked, marked, kind):
    (actor,) = [a for a in linked(marked).actors if a.id.startswith("unlisted:")]
    assert actor.kind.value == kind


def test_the_noun_beside_the_name_it_explains_is_no_actor(linked, pairs):
    marked = "the newspaper Global [ORG Dawn] wrote"
    assert list(names(linked, pairs, marked)) == ["Global Dawn"]


def test_a_name_behind_a_state_that_may_be_a_first_name_is_whole(linked, pairs):
    marked = "[GPE Jordan] [PERSON Moreau] met them. [PERSON Moreau] left."
    assert names(linked, pairs, marked) == {
        "Jordan Moreau": "unlisted:jordan-moreau",
        "Moreau": "unlisted:jordan-moreau",
    }


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("the Ostra Party met. It said that the Party was strong.", "unlisted:ostra-party"),
        ("the Indian National Congress and [ORG Ostra Herald] met; the Herald left",
         "unlisted:ostra-herald"),
        # Two of them, or none before it.
        ("the Ostra Party and the Lund Party met. It said that the Party left.", None),
        ("It said that the Party left. The Ostra Party met.", None),
    ],
)  # fmt: skip
def test_the_end_of_a_name_in_capitals_is_the_one_body_met(linked, pairs, marked, actor):
    found = names(linked, pairs, marked)
    assert (found.get("Party") or found.get("Herald")) == actor


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("It rained. Golden Loom paid.", ["Golden Loom"]),
        ("They met Golden Loom, which paid.", ["Golden Loom"]),
        # One that does nothing may be a place; a first name tells a person, a first word a storm.
        ("They met near Golden Loom.", []),
        ("It rained. Robert Loom paid.", []),
        ("It rained. Typhoon Loom left.", []),
        # A number makes a name.
        ("They met Brigade 12 in June.", ["Brigade 12"]),
        ("They met the start-up Tiffinly in June.", ["Tiffinly"]),
    ],
)
def test_capitals_that_act_or_are_explained_name_a_body(linked, pairs, marked, found):
    bodies = [w for w, a, _ in pairs(marked, linked(marked)) if a.startswith("unlisted:")]
    assert bodies == found
