import numpy as np

from slantwise.duplicates.sequences import SEQUENCE_WORDS, sequence_hashes, words_of


def test_one_hash_for_each_five_words_that_follow_one_another() -> None:
    words = "a b c d e f a b c d e".split()
    # 11 words hold 11 - 5 + 1 = 7 sequences; the first and the last are "a b c d e".
    hashes = sequence_hashes(words)
    assert len(hashes) == 7
    assert hashes[0] == hashes[6]
    assert len(set(hashes.tolist())) == 6


def test_the_order_of_words_counts_and_nothing_else_does() -> None:
    one, other = sequence_hashes("a b c d e".split()), sequence_hashes("b a c d e".split())
    assert one != other
    assert np.array_equal(sequence_hashes("x a b c d e".split())[1:], one)


def test_too_few_words_have_no_sequence() -> None:
    assert len(sequence_hashes(["a"] * (SEQUENCE_WORDS - 1))) == 0
    assert len(sequence_hashes([])) == 0


def test_words_are_lower_case_without_marks() -> None:
    assert words_of("It’s 5,000 — “O’Brien”!") == ["it’s", "5", "000", "o’brien"]
