import numpy as np
import pytest
from scipy.stats import false_discovery_control

from slantwise.comparison.correction import benjamini_hochberg


def test_worked_out_by_hand():
    # sorted 0.01 0.02 0.03 0.5 times 4/1, 4/2, 4/3, 4/4 is 0.04 0.04 0.04 0.5
    q = benjamini_hochberg(np.array([0.5, 0.02, 0.01, 0.03]))
    assert q == pytest.approx([0.5, 0.04, 0.04, 0.04])


def test_empty():
    assert benjamini_hochberg(np.array([])).tolist() == []


@pytest.mark.parametrize("n", [1, 2, 17, 400])
def test_as_scipy_does(n):
    p = np.random.default_rng(n).random(n) ** 2
    p[::3] = p[0]  # ties
    assert benjamini_hochberg(p) == pytest.approx(false_discovery_control(p))
