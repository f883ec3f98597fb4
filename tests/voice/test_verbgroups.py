from slantwise.voice.page import page_of
from slantwise.voice.verbgroups import insertion_start, is_passive, verb_group_start


def test_group_takes_auxiliaries_and_adverbs(read):
    page = page_of(read("Lund has also never said it"))
    assert verb_group_start(page, 4, 0) == 1


def test_infinitive_marker_is_no_part_of_the_group(read):
    page = page_of(read("Lund went to stop it"))
    assert verb_group_start(page, 3, 0) == 3


def test_passive(read):
    page = page_of(read("Lund was told of it"))
    assert is_passive(page, 2, 1)
    assert not is_passive(page_of(read("Lund had told him")), 2, 1)


def test_insertions_between_subject_and_verb(read):
    page = page_of(read("Lund, who met him, said"))
    assert insertion_start(page, 5, 0) == 1
    page = page_of(read("Talks stopped, they left, said"))
    assert insertion_start(page, 5, 0) == -1
