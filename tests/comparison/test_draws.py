import numpy as np
import pytest

from slantwise.comparison.draws import all_flips, bootstrap_weights, labels, sign_flips


def whole(parts):
    return np.concatenate(list(parts))


def test_each_resample_draws_as_many_as_there_are():
    weights = whole(bootstrap_weights(7, 500, seed=1))
    assert weights.shape == (500, 7)
    assert (weights.sum(axis=1) == 7).all()
    # a unit is drawn once on average; 3,500 draws of variance 6/7: standard deviation 0.016
    assert weights.mean(axis=0) == pytest.approx(np.ones(7), abs=0.2)


def test_few_units_give_every_pattern_of_signs_once():
    signs = whole(sign_flips(4, 16, seed=1))
    assert all_flips(4, 16)
    assert len({tuple(row) for row in signs.tolist()}) == 16
    assert set(signs.ravel().tolist()) == {-1.0, 1.0}


def test_many_units_give_fair_random_signs():
    signs = whole(sign_flips(30, 4000, seed=1))
    assert not all_flips(30, 4000)
    assert signs.shape == (4000, 30)
    # mean 0 with standard deviation 1/sqrt(4000) = 0.016
    assert np.abs(signs.mean(axis=0)).max() < 0.08


def test_labels_deal_the_right_number():
    dealt = whole(labels(3, 5, 1000, seed=1))
    assert dealt.shape == (1000, 8)
    assert (dealt.sum(axis=1) == 3).all()
    assert dealt.mean(axis=0) == pytest.approx(np.full(8, 3 / 8), abs=0.08)


def test_seed_and_size_alone_decide():
    first = whole(bootstrap_weights(9, 300, seed=1))
    assert np.array_equal(first, whole(bootstrap_weights(9, 300, seed=1)))
    assert not np.array_equal(first, whole(bootstrap_weights(9, 300, seed=2)))


@pytest.mark.parametrize("draw", [bootstrap_weights, sign_flips])
def test_how_many_are_drawn_at_a_time_changes_nothing(draw, monkeypatch):
    before = whole(draw(24, 300, seed=3))
    monkeypatch.setattr("slantwise.comparison.draws._KEPT_CELLS", 0)
    monkeypatch.setattr("slantwise.comparison.draws._CELLS", 24 * 7)
    parts = list(draw(24, 300, seed=3))
    assert len(parts) == 43
    assert np.array_equal(np.concatenate(parts), before)
