import re

import pytest


@pytest.mark.parametrize(
    ("marked", "names", "entities"),
    [
        ("[ORG the Turkish Defense Ministry] said", ["Turkish"], []),
        ("[ORG The Israeli Army Radio] said", [], ["Israeli Army Radio"]),
        ("[ORG Washington Post] said", [], ["Washington Post"]),
        ("[PERSON Jordan Peterson] said", [], ["Jordan Peterson"]),
        ("[PERSON Turkish President Erdogan] said", ["Turkish"], ["Erdogan"]),
        ("[ORG Israel’s Mossad] said", ["Israel"], ["Mossad"]),
        ("[ORG Hamas and Israel] said", ["Hamas", "Israel"], []),
        ("[GPE northern Israel] burned", ["Israel"], []),
        ("[LOC Jordan River] rose", [], ["Jordan River"]),
        ("[ORG Syrian Democratic Forces] said", [], ["Syrian Democratic Forces"]),
        ("[PERSON Donald Trump Jr.] said", [], ["Donald Trump Jr"]),
        ("[NORP African Americans] said", [], ["African Americans"]),
        ("[PERSON Hakan Fidan] said", ["Hakan Fidan"], []),
        ("", [], []),
    ],
)
def test_overlaps(found, marked, names, entities):
    text = re.sub(r"\[[A-Z]+ ([^\]]+)\]", r"\1", marked)
    result = found(marked)
    assert [s.span.of(text) for s in result.sightings] == names
    assert [e.span.of(text).rstrip(".") for e in result.entities] == entities


def test_an_entity_that_is_a_listed_name_lends_its_label(found):
    (sighting,) = found("[GPE Turkey] said").sightings
    assert sighting.label == "GPE"


def test_a_headline_must_show_a_new_name_in_the_body(found):
    marked = "[ORG Israel Comments] Stir Up\n\nIsrael spoke."
    assert [len(found(marked, title=title).sightings) for title in (True, False)] == [2, 1]


def test_the_entities_stay_as_they_were(encode):
    encoded = encode("[ORG the Army’s] said")
    before = tuple(encoded.entities)
    assert encoded.entities == before
