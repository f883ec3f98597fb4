import pytest

from slantwise.actors.linking import link


def groups(pairs, linked, marked):
    return [(w, a) for w, a, how in pairs(marked, linked(marked)) if how == "group"]


def test_residents_and_their_nouns_are_phrases(linked, pairs):
    marked = "Teachers met the rail workers and a bishop."
    assert groups(pairs, linked, marked) == [
        ("Teachers", "group:teachers"),
        ("rail workers", "group:rail-workers"),
        ("bishop", "group:bishop"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Ann Lund] spoke as a teacher.",
        "[PERSON Ann Lund] was a teacher.",
        "[PERSON Ann Lund], a teacher, left.",
        "The bishop, [PERSON Ann Lund], left.",
        "The report said no teacher left.",
        "They went to court.",
        "They met near the church.",
        "A teacher strike began.",
        "[PERSON Ann Lund] called Hamas a gang.",
        "The numbers rose.",
    ],
)
def test_what_only_says_what_somebody_is_names_nobody(linked, pairs, marked):
    assert groups(pairs, linked, marked) == []


def test_a_place_acts_only_as_the_subject_of_a_verb(linked, pairs):
    marked = "The hospital said it met near the church."
    assert groups(pairs, linked, marked) == [("hospital", "group:hospital")]


def test_the_members_of_a_body_are_the_body(linked, pairs):
    marked = "Hamas fighters left. The fighters spoke. Hamas officials said."
    found = pairs(marked, linked(marked))
    assert [a for _, a, _ in found] == ["hamas", "hamas", "hamas"]
    assert [w for w, _, _ in found] == ["Hamas fighters", "The fighters", "Hamas"]


def test_an_empty_text_has_no_phrases(encode, table):
    assert link(encode(""), (), table).mentions == ()


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # A word that joins clauses governs nothing.
        ("They said that the mine paid.", ["mine"]),
        ("They met in the mine.", []),
        # Capitals alone name a body that no longer name here ends in.
        ("It said that the Party paid.", ["Party"]),
        ("It said that the Herald paid.", ["Herald"]),
        # The name of a place before a noun says which one.
        ("The Ostra council paid.", ["council"]),
    ],
)
def test_more_nouns_name_somebody_where_they_act(linked, pairs, marked, found):
    assert [words for words, _ in groups(pairs, linked, marked)] == found
