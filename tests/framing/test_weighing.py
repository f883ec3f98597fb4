import math

import pytest

from slantwise.errors import ModelError
from slantwise.framing.evidence import Evidence
from slantwise.framing.weighing import (
    HeadView,
    Weights,
    confidence,
    features,
    log_odds,
    weights_of,
)
from slantwise.records import Kind, Span, Stance

EVEN = HeadView(kind=0.5, loaded=0.5)


def piece(weight: float, source: str) -> Evidence:
    return Evidence(Span(0, 4), 0, Kind.LABEL, Stance.AGAINST, weight, source, "because")


def test_log_odds_are_kept_finite():
    assert log_odds(0.75) == pytest.approx(math.log(3))
    assert log_odds(0.0) == pytest.approx(math.log(0.001 / 0.999))
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))


def test_features_take_the_strongest_listed_evidence():
    values = features([piece(0.5, "term"), piece(0.8, "form"), piece(0.99, "head")], EVEN)
    assert values == (0.0, 0.0, pytest.approx(math.log(4)), 1.0)


def test_without_lists_only_the_heads_speak():
    assert features([piece(0.9, "head")], EVEN) == (0.0, 0.0, 0.0, 0.0)


def test_confidence_is_the_logistic_of_the_weighted_sum():
    # 0.1 + 2 * log 3 = 0.1 + 2.197 = 2.297 → 1 / (1 + e^-2.297) = 0.9086
    weights = Weights(constant=0.1, kind=2.0, loaded=0.0, listed=0.0, has_listed=0.0)
    assert confidence((math.log(3), 5.0, 5.0, 1.0), weights) == pytest.approx(0.9086, abs=1e-4)


def test_weights_fitted_to_a_model_stand_before_the_default_ones():
    fitted = {"constant": 0.5, "kind": 0.1, "loaded": 0.9, "listed": 0.4, "has_listed": 1.0}
    assert weights_of(fitted) == Weights(0.5, 0.1, 0.9, 0.4, 1.0)
    assert weights_of({}) == Weights()


def test_weights_of_other_names_are_refused():
    with pytest.raises(ModelError, match="weights of evidence are kinds, expected constant, kind"):
        weights_of({"kinds": 1.0})
