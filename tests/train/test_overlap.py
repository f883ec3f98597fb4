from slantwise.train.examples import Example
from slantwise.train.overlap import shingles, without_overlap


def test_half_shared_runs_is_a_near_duplicate() -> None:
    # Seven words give 3 runs of five; "a b c d e x y" shares 1 of 3 with the text aside, "a b c d
    # e f y" shares 2 of 3.
    aside = ["a b c d e f g h"]
    kept = [Example("1", "a b c d e x y"), Example("2", "a b c d e f y"), Example("3", "z")]
    assert [e.id for e in without_overlap(kept, aside)] == ["1", "3"]


def test_short_and_empty_texts_give_one_run() -> None:
    assert shingles("Two words!") == {("two", "words")}
    assert shingles("") == {()}


def test_nothing_aside_keeps_everything_in_order() -> None:
    examples = [Example("b", "x y"), Example("a", "z")]
    assert without_overlap(examples, []) == examples
