def actors(pairs, marked, linking):
    return [(words, actor) for words, actor, _ in pairs(marked, linking)]


def test_surname_after_full_name_and_before_it(linked, pairs):
    marked = "[PERSON Fidan] spoke.\n\n[PERSON Zeki Fidan] met Israel. Fidan left."
    assert [a for _, a in actors(pairs, marked, linked(marked))] == [
        "unlisted:zeki-fidan", "unlisted:zeki-fidan", "israel", "unlisted:zeki-fidan",
    ]  # fmt: skip


def test_a_first_name_alone_is_refused(linked, pairs):
    marked = "[PERSON Zeki Demir] met. [PERSON Zeki] left."
    linking = linked(marked)
    assert actors(pairs, marked, linking) == [("Zeki Demir", "unlisted:zeki-demir")]
    assert ("Zeki", False) in [(d.surface, d.merged) for d in linking.decisions]


def test_two_bearers_of_a_surname_are_not_merged_by_it(linked, pairs):
    marked = "[PERSON Ann Lund] met [PERSON Bo Lund]. [PERSON Lund] left."
    linking = linked(marked)
    assert len(actors(pairs, marked, linking)) == 2
    assert any(d.surface == "Lund" and not d.merged for d in linking.decisions)


def test_a_title_tells_two_bearers_apart(linked, pairs):
    marked = "Mayor [PERSON Ann Lund] met [PERSON Bo Lund]. Mayor [PERSON Lund] left."
    assert actors(pairs, marked, linked(marked))[-1] == ("Lund", "unlisted:ann-lund")


def test_an_address_tells_two_bearers_apart(linked, pairs):
    marked = "[PERSON Mary Lund] met [PERSON Bob Lund]. Mrs. [PERSON Lund] left."
    assert actors(pairs, marked, linked(marked))[-1] == ("Lund", "unlisted:mary-lund")


def test_a_surname_listed_for_one_of_them_is_his(linked, pairs):
    marked = "[PERSON Donald Trump] met [PERSON Ivanka Trump]. [PERSON Trump] left."
    assert actors(pairs, marked, linked(marked))[-1] == ("Trump", "donald-trump")
    marked = marked.replace(". [PERSON", ". Mrs. [PERSON").replace("Ivanka", "Melania")
    assert actors(pairs, marked, linked(marked))[-1] == ("Trump", "unlisted:melania-trump")


def test_a_listed_surname_alone_needs_support(linked, pairs):
    sure = "The White House and [PERSON Trump] spoke."
    assert actors(pairs, sure, linked(sure))[-1] == ("Trump", "donald-trump")
    unsure = "[PERSON Trump] spoke."
    linking = linked(unsure)
    assert actors(pairs, unsure, linking) == [("Trump", "unlisted:trump")]
    assert [(d.actor, d.merged) for d in linking.decisions] == [("donald-trump", False)]


def test_a_family_is_no_person(linked, pairs):
    marked = "[PERSON Ann Lund] met. The [PERSON Lunds] left."
    assert len(actors(pairs, marked, linked(marked))) == 1


def test_addresses_are_no_persons(linked):
    assert linked("[PERSON pic.example.com/Xy] and [PERSON @Handle]").mentions == ()


def test_a_surname_that_is_part_of_a_longer_name_is_left(linked, pairs):
    marked = "[PERSON Ann Lund] met. Robert Lund left. The [ORG Lund Foundation] paid."
    assert [a for _, a in actors(pairs, marked, linked(marked))] == [
        "unlisted:ann-lund", "unlisted:lund-foundation",
    ]  # fmt: skip
