import time

import pytest

from slantwise.codebook.patterns import (
    PatternError,
    compiled_pattern,
    compiled_term,
    repeats_a_repetition,
)


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "(a*)*b", "((ab)+c)*", r"(\w+\s?)*x", "(a{2,})+", "(?:x|y+)+", "(a+){3,}"]
)
def test_a_repeated_repetition_is_seen(pattern):
    assert repeats_a_repetition(pattern)
    with pytest.raises(PatternError, match="without end"):
        compiled_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"(a|b)+", r"\(a+\)+", "[(a+)+]x", "(a+)?", "(a+){2}", "a+b+"])
def test_plain_repetitions_are_not(pattern):
    assert not repeats_a_repetition(pattern)


def test_a_term_is_taken_by_the_letter_but_for_its_star():
    assert compiled_term("a.b").search("axb") is None
    assert compiled_term("occup* land").search("occupied land") is not None


def test_matching_time_is_bounded():
    pattern = compiled_pattern(r"(?:x|xx)*y")
    began = time.perf_counter()
    assert pattern.search("x" * 100_000) is None
    assert time.perf_counter() - began < 2
