from hypothesis import given
from hypothesis import strategies as st

from slantwise.clean.alignment import realigned
from slantwise.clean.mapped import Mapped, runs, unchanged
from slantwise.records import Span


def align(old: str, new: str) -> Mapped:
    return realigned(unchanged(old, Span(0, len(old))), new)


def test_a_repaired_character_stands_for_those_it_came_from() -> None:
    done = align("cafÃ© bar", "café bar")
    assert done.text == "café bar"
    assert (done.starts[3], done.ends[3]) == (3, 5)
    assert list(done.starts[4:]) == [5, 6, 7, 8]


def test_inserted_characters_stand_for_the_one_before() -> None:
    done = align("abc", "abXYc")
    assert list(zip(done.starts, done.ends, strict=True)) == [
        (0, 1),
        (1, 2),
        (1, 2),
        (1, 2),
        (2, 3),
    ]


def test_inserted_at_the_start_they_stand_for_the_one_behind() -> None:
    done = align("abc", "Xabc")
    assert list(zip(done.starts, done.ends, strict=True)) == [(0, 1), (0, 1), (1, 2), (2, 3)]


def test_long_stretches_that_differ_stand_for_one_another_as_wholes() -> None:
    old, new = "a" * 600, "b" * 601
    assert [len(run.raw) for run in runs(align(old, new), 0)] == [600]


@given(st.text(alphabet="ab é ", min_size=1, max_size=30), st.text(alphabet="ab é ", max_size=30))
def test_any_repair_is_mapped_in_order(old: str, new: str) -> None:
    done = align(old, new)
    assert done.text == new
    assert list(done.starts) == sorted(done.starts)
    assert list(done.ends) == sorted(done.ends)
    for run in runs(done, 0):
        assert len(run.raw) > 0
        if len(run.raw) == len(run.text):
            starts = done.starts[run.text.start : run.text.end]
            assert list(starts) == list(range(run.raw.start, run.raw.end))
