def test_unlisted_bodies_and_peoples(linked, pairs):
    marked = "The [ORG Harbour Union] met [NORP Kashubians] and a [NORP Kashubian] in [GPE Gdynia]."
    linking = linked(marked)
    assert pairs(marked, linking) == [
        ("Harbour Union", "unlisted:harbour-union", "unlisted"),
        ("Kashubians", "unlisted:kashubian", "unlisted"),
        ("Kashubian", "unlisted:kashubian", "unlisted"),
    ]
    assert [(a.kind.value, a.name) for a in linking.actors] == [
        ("organisation", "Harbour Union"), ("people", "Kashubians"),
    ]  # fmt: skip
    assert [(d.surface, d.merged) for d in linking.decisions] == [("Gdynia", False)]


def test_a_party_by_the_first_word_of_its_name(linked, pairs):
    marked = "The US voted. [NORP Democratic] lawmakers left."
    assert ("Democratic", "democrats", "demonym") in pairs(marked, linked(marked))


def test_facilities_laws_and_places_are_no_actors(linked):
    marked = "[FAC Rein Bridge], [LOC Black Sea], [LAW Fish Act] and [EVENT Fish Week] stay."
    assert linked(marked).mentions == ()


def test_a_body_named_by_function_goes_to_the_one_that_has_it(linked, pairs):
    marked = "The Turkish Health Ministry spoke. The [ORG Ministry of Health] added it."
    assert {actor for _, actor, _ in pairs(marked, linked(marked))} == {"turkiye/health-ministry"}


def test_a_body_named_by_function_is_refused_where_two_have_it(linked, pairs):
    marked = "Turkish and Syrian health ministries met. The [ORG Health Ministry] spoke."
    linking = linked(marked)
    assert any(d.surface == "Health Ministry" and not d.merged for d in linking.decisions)


def test_a_body_named_by_function_alone_stands_for_itself(linked, pairs):
    marked = "The [ORG Health Ministry] spoke. The [ORG Health Ministry] left."
    assert [a for _, a, _ in pairs(marked, linked(marked))] == ["unlisted:health-ministry"] * 2
