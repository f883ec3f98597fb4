import pytest


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # "As" before a clause means when; before a noun alone it says what somebody is.
        ("They left as the police paid.", ["police"]),
        ("[PERSON Ann Lund] spoke as a teacher.", []),
        ("[PERSON Ann Lund] spoke as a teacher and left.", []),
        ("[PERSON Ann Lund], a teacher, left.", []),
    ],
)
def test_only_a_phrase_that_says_what_somebody_is_is_left_out(linked, pairs, marked, found):
    named = [words for words, _, how in pairs(marked, linked(marked)) if how == "group"]
    assert named == found
