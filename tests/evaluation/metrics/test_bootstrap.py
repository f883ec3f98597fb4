"""Intervals: the same draws again, the right width, and figures that are not defined."""

import numpy as np
import pytest

from slantwise.evaluation.metrics import Bootstrap, Figure, bootstrap, figures, ratio


def test_interval_has_the_width_of_a_binomial_share() -> None:
    right = np.array([1.0] * 240 + [0.0] * 160)
    # Share 0.6; standard error sqrt(0.6 * 0.4 / 400) = 0.02449; 1.96 of them = 0.048.
    figure = figures({"share": ratio(right, np.ones(400))}, 400)["share"]
    assert figure.value == 0.6
    assert figure.low == pytest.approx(0.552, abs=0.006)
    assert figure.high == pytest.approx(0.648, abs=0.006)


def test_seed_and_pieces_of_work_do_not_change_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = {"share": ratio([0.1, 0.23, 0.37, 0.59, 0.83], np.ones(5))}
    whole = figures(metrics, 5, Bootstrap(resamples=100))
    monkeypatch.setattr(bootstrap, "_CELLS_AT_ONCE", 35)
    assert figures(metrics, 5, Bootstrap(resamples=100)) == whole
    assert figures(metrics, 5, Bootstrap(resamples=100, seed=21)) != whole


def test_one_unit_has_an_interval_of_no_width() -> None:
    assert figures({"share": ratio([1], [2])}, 1)["share"] == Figure(0.5, 0.5, 0.5)


def test_what_is_not_defined_is_left_out() -> None:
    metrics = {"defined": ratio([1, 0], [1, 0]), "not": ratio([0, 0], [0, 0])}
    # The second unit alone defines nothing: such draws are passed over.
    assert figures(metrics, 2) == {"defined": Figure(1.0, 1.0, 1.0)}
    assert figures(metrics, 0) == {}
