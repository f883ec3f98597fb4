from slantwise.voice.page import page_of
from slantwise.voice.subjects import (
    adjacent_noun,
    possessor,
    shared_subject,
    speaker_after,
    subject_after,
    subject_before,
)


def words(page, stretch):
    return page.words_of(stretch) if stretch else None


def test_subject_before_its_verb(read):
    page = page_of(read("On Monday the old minister, 61, later said"))
    subject = subject_before(page, len(page.low) - 1, 0)
    assert words(page, subject.source) == "the old minister"
    assert not subject.relative


def test_apposition_is_taken_where_only_it_has_the_name(read):
    page = page_of(read("The minister, Jo Lund, said"))
    subject = subject_before(page, len(page.low) - 1, 0)
    assert words(page, subject.source) == "The minister, Jo Lund"


def test_antecedent_of_a_relative_clause(read):
    page = page_of(read("the head of Tolm, who said"))
    subject = subject_before(page, len(page.low) - 1, 0)
    assert words(page, subject.source) == "the head of Tolm"
    assert subject.relative


def test_no_subject(read):
    assert subject_before(page_of(read("and said")), 1, 0) is None
    assert subject_before(page_of(read("said")), 0, 0) is None


def test_subject_after_its_verb(read):
    page = page_of(read("said Jo Lund of Tolm"))
    assert words(page, subject_after(page, 0, 1, 5).source) == "Jo Lund of Tolm"
    assert subject_after(page, 0, 5, 5) is None


def test_shared_subject_is_that_of_the_nearest_verb(read):
    page = page_of(read("Lund met Karsen, adding"))
    assert words(page, shared_subject(page, 4, 0, ())) == "Lund"


def test_owners(read):
    page = page_of(read("the old minister's claim and his claim"))
    assert words(page, possessor(page, 4, 0)) == "the old minister"
    assert words(page, possessor(page, 7, 0)) == "his"
    assert possessor(page, 2, 0) is None


def test_noun_beside_a_participle(read):
    page = page_of(read("a report saying"))
    assert words(page, adjacent_noun(page, 2, 0)) == "a report"


def test_any_verb_speaks_after_a_quotation(read):
    page = page_of(read("“Go,” screeched the minister."))
    assert words(page, speaker_after(page, 3, len(page.low))) == "the minister"
    page = page_of(read("“Go,” the minister screeched."))
    assert words(page, speaker_after(page, 3, len(page.low))) == "the minister"
    assert speaker_after(page_of(read("“Go,” and so")), 3, 6) is None
