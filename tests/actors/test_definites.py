import pytest


def last(pairs, marked, linking):
    return pairs(marked, linking)[-1]


@pytest.mark.parametrize(
    ("marked", "words", "actor"),
    [
        ("The Turkish Defense Ministry spoke. The ministry left.", "The ministry",
         "turkiye/defense-ministry"),
        ("Hamas spoke. Then the group left.", "the group", "hamas"),
        ("Israeli troops met. The army left.", "The army", "idf"),
        ("The IDF met. The armed forces left.", "The armed forces", "idf"),
        ("The Syrian government met. The government left.", "The government",
         "syria/government"),
        ("President [PERSON Ann Lund] met. The president left.", "The president",
         "unlisted:ann-lund"),
        ("Rep. [PERSON Ann Lund] met. The congresswoman left.", "The congresswoman",
         "unlisted:ann-lund"),
    ],
)  # fmt: skip
def test_descriptions_go_to_the_one_that_fits(linked, pairs, marked, words, actor):
    assert last(pairs, marked, linked(marked)) == (words, actor, "definite")


def test_a_description_of_two_is_refused(linked, pairs):
    marked = "Turkish and Israeli armies met. The army left."
    linking = linked(marked)
    assert last(pairs, marked, linking)[2] == "composed"
    assert any(d.surface == "The army" and not d.merged for d in linking.decisions)


@pytest.mark.parametrize(
    "tail",
    ["The army base left.", "The army of ants left.", "Army left.", "The table left.", "The"],
)
def test_other_phrases_describe_nobody(linked, pairs, tail):
    marked = "Israeli troops met. " + tail
    assert last(pairs, marked, linked(marked))[2] == "composed"


def test_a_description_looks_back_three_sentences(linked, pairs):
    # Sentence 0 names Hamas; "the group" stands in sentence 3, then in sentence 4.
    near = "Hamas met. A. B. The group left."
    far = "Hamas met. A. B. C. The group left."
    assert last(pairs, near, linked(near))[:2] == ("The group", "hamas")
    # Too far off to be Hamas: a group of its own.
    assert last(pairs, far, linked(far))[:2] == ("group", "group:group")


def test_he_and_she_go_to_the_one_person_named_last(linked, pairs):
    marked = "[PERSON Ann Lund] met Israel. She left. He left."
    assert [(w, a) for w, a, how in pairs(marked, linked(marked)) if how == "pronoun"] == [
        ("She", "unlisted:ann-lund")
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Zeb Lund] met [PERSON Kai Lo]. He left.",
        "[PERSON Zeb Lund] met [PERSON Kai Lund] and Lund. He left.",
        "“[PERSON Zeb Lund] left,” he said.",
        "[PERSON Zeb Lund] said “he left”.",
        "He left.",
    ],
)
def test_unsure_pronouns_stay_unlinked(linked, pairs, marked):
    assert not [how for _, _, how in pairs(marked, linked(marked)) if how == "pronoun"]


def test_it_is_no_mention_outside_a_source(linked, pairs):
    marked = "Hamas spoke. It left."
    assert [w for w, _, _ in pairs(marked, linked(marked))] == ["Hamas"]
