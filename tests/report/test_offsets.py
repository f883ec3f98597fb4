import numpy as np
import pytest

from slantwise.records import Span
from slantwise.report.offsets import Utf16Offsets


@pytest.mark.parametrize(
    "text", ["", "plain", "a😀b", "😀😀", "e\u0301 \u202eabc\u202c 🔔x", "\ud800!"]
)
def test_every_slice_is_the_same_in_utf_16(text: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")
    offsets = Utf16Offsets(text)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            at, length = offsets.span(Span(start, end))
            slice_ = units[2 * at : 2 * (at + length)].decode("utf-16-le", "surrogatepass")
            assert slice_ == text[start:end]


def test_an_array_of_offsets_is_turned_as_each_of_them_is() -> None:
    offsets = Utf16Offsets("a😀b🔔")
    # a stands at 0, 😀 at 1 and 2, b at 3, 🔔 at 4 and 5; the end is 6.
    assert offsets.all_at(np.arange(5)).tolist() == [0, 1, 3, 4, 6]
