import numpy as np
import pytest

from slantwise.coding import SampleSettings
from slantwise.coding.allocation import allocate, shared_out
from slantwise.coding.population import frame_of


@pytest.mark.parametrize(
    ("total", "limits", "weights", "expected"),
    [
        (6, [9, 9], [1, 2], [2, 4]),
        (6, [9, 3], [1, 2], [3, 3]),  # the second takes its 3, the first what is left
        (9, [2, 2], [1, 1], [2, 2]),
        (0, [2, 2], [1, 1], [0, 0]),
        (3, [5, 5], [0, 0], [2, 1]),
        (0, [], [], []),
    ],
)
def test_numbers_in_proportion_within_limits(total, limits, weights, expected):
    limits, weights = np.array(limits, np.int64), np.array(weights, np.float64)
    assert shared_out(total, limits, weights).tolist() == expected


def test_every_stratum_gets_its_least_number(run):
    frame = frame_of(run, SampleSettings())
    sizes = allocate(frame, 1, minimum=3)
    held = np.bincount(frame.stratum, minlength=8)
    assert sizes.tolist() == np.minimum(held, 3).tolist()


def test_doubtful_bands_get_more_for_their_size(run):
    frame = frame_of(run, SampleSettings())
    sizes = allocate(frame, 40, minimum=2).reshape(2, 4)[0]
    # Harbour Post, 20 to draw: 24 calm sentences (p 0.1, 0.1, 0.2: mean 0.133), 8 likely (0.6), 8
    # findings (0.8); 2 each first, then 14 in proportion to 24·0.340, 8·0.490, 8·0.4: 7.5, 3.6, 2.9
    assert sizes.tolist() == [9, 6, 0, 5]
