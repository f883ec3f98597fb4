"""The pace of the search for cycles: slower inside, restored whatever happens."""

import gc

import pytest

from slantwise.garbage import SELDOM, seldom_searched


@pytest.fixture
def restored():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("before", "inside"),
    [(700, SELDOM), (0, 0), (2 * SELDOM, 2 * SELDOM)],
)
def test_pace_is_slower_inside_and_as_before_after(restored, before, inside):
    gc.set_threshold(before, 11, 12)
    with seldom_searched():
        assert gc.get_threshold() == (inside, 11, 12)
    assert gc.get_threshold() == (before, 11, 12)


def test_pace_is_restored_after_an_error(restored):
    gc.set_threshold(700, 11, 12)
    with pytest.raises(KeyError), seldom_searched():
        raise KeyError("a")
    assert gc.get_threshold() == (700, 11, 12)
