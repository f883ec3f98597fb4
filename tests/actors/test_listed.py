import pytest


def test_the_names_of_a_state_are_one(linked, pairs):
    marked = "Turkiye, Türkiye, [GPE Turkey], Turkish ties and Ankara spoke."
    assert {(actor, how) for _, actor, how in pairs(marked, linked(marked))} == {
        ("turkiye", "name"), ("turkiye", "alias"), ("turkiye", "demonym"), ("turkiye", "metonym"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("They met in Ankara.", "a location here"),
        ("ANKARA — They met.", "in a dateline"),
        ("They met near Tel Aviv.", "a location here"),
        ("President [PERSON Jordan] met Syria.", ""),
        ("Jordan llc met.", "a company's name"),
        ("Congress met.", "the article does not tell"),
        ("They were sent to [ORG Washington].", ""),
        ("Georgia met the United States.", "the article does not tell"),
        ("Turkey is dear.", "the article does not tell"),
        ("WHO IS TO BLAME FOR THIS", "may be the word"),
    ],
)
def test_names_that_stand_for_no_actor_are_refused(linked, marked, reason):
    linking = linked(marked)
    assert not [m for m in linking.mentions if m.how in ("alias", "metonym", "acronym")]
    assert not reason or any(reason in d.reason and not d.merged for d in linking.decisions)


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[GPE Jordan] met.", "jordan"),
        ("Jordan met, Amman said.", "jordan"),
        ("Lebanon, Jordan and Syria met.", "jordan"),
        ("Armenia and Georgia met.", "georgia"),
        ("Georgia met, and Tbilisi spoke.", "georgia"),
        ("Congress met, the White House said.", "us-congress"),
        ("Congress met, India said.", "inc"),
        ("Washington said the US left.", "united-states"),
        # Its seat, where it acts and nothing speaks for another of that name.
        ("[GPE Washington] said no.", "united-states"),
        ("[NORP Democrats] met.", "democrats"),
    ],
)
def test_ambiguous_names_are_decided_by_context(linked, marked, actor):
    linking = linked(marked)
    assert actor in [mention.actor for mention in linking.mentions]
    assert any(d.actor == actor and d.merged for d in linking.decisions)


def test_a_person_of_that_name_takes_it(linked, pairs):
    marked = "[PERSON Jim Jordan] met Syria. [PERSON Jordan] left."
    assert pairs(marked, linked(marked))[-1] == ("Jordan", "unlisted:jim-jordan", "surname")


def test_both_places_of_a_row_are_locations(linked):
    assert linked("Talks in Ankara and Beirut ended.").mentions == ()


def test_a_government_by_its_seat(linked, pairs):
    marked = "the government in Damascus spoke"
    assert pairs(marked, linked(marked)) == [
        ("government in Damascus", "syria/government", "composed")
    ]


def test_a_name_of_somebody_met_is_no_state_where_nothing_speaks_for_it(linked, pairs):
    text = "[PERSON Michael Jordan] bought a farm. [GPE Jordan] likes goats."
    (actor,) = {found[1] for found in pairs(text, linked(text))}
    assert actor == "unlisted:michael-jordan"
    text = "[PERSON Jordan Peel] won the race. [GPE Jordan] thanked a coach."
    assert "jordan" not in [found[1] for found in pairs(text, linked(text))]
    # What belongs to the state speaks for it.
    text = "[PERSON Michael Jordan] flew home. [GPE Jordan] closed a border; [GPE Amman] paid."
    assert ("Jordan", "jordan", "name") in pairs(text, linked(text))


def test_a_word_that_the_article_writes_small_is_no_state(linked, pairs):
    text = "Families cooked turkey. [GPE Turkey] was cheap."
    assert "turkiye" not in [found[1] for found in pairs(text, linked(text))]
    text = "Traders left. [GPE Turkey] was cheap."
    assert ("Turkey", "turkiye", "alias") in pairs(text, linked(text))


def test_a_dish_or_fowl_is_no_state(linked):
    linking = linked("[GPE Turkey] dinners rose.")
    assert "turkiye" not in {mention.actor for mention in linking.mentions}
    assert any("a common noun, by the 'dinners'" in one.reason for one in linking.decisions)


# Ten ambiguous names, each where the article tells and where it does not.
TOLD = [
    ("[GPE Georgia] voted. [GPE Tbilisi] counted ballots.", "Georgia", "georgia"),
    ("[GPE Georgia] voted. [NORP American] lawmakers agreed.", "Georgia", None),
    ("[GPE Georgia] and [GPE Armenia] opened a road.", "Georgia", "georgia"),
    ("[GPE Jordan] and [GPE Syria] opened a road.", "Jordan", "jordan"),
    ("[GPE Turkey] raised rates. [NORP Turkish] banks fell.", "Turkey", "turkiye"),
    ("[GPE Washington] paid. The [NORP American] envoy left.", "Washington", "united-states"),
    ("[ORG Congress] voted. The [ORG White House] agreed.", "Congress", "us-congress"),
    ("[ORG Congress] lost seats. [GPE India] voted.", "Congress", "inc"),
    ("[ORG Congress] met on Tuesday.", "Congress", None),
    ("[PERSON Trump] spoke to [NORP American] voters.", "Trump", "donald-trump"),
    ("[ORG Democrats] objected. [NORP American] voters did not.", "Democrats", "democrats"),
]


@pytest.mark.parametrize(("text", "name", "actor"), TOLD)
def test_an_ambiguous_name_is_what_the_article_tells_or_nobodys(linked, pairs, text, name, actor):
    found = [who for surface, who, _ in pairs(text, linked(text)) if surface == name]
    assert found == ([actor] if actor else [])
