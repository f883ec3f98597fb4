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
        ("Jordan Inc. met.", "a company's name"),
        ("Congress met.", "the article does not tell"),
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
