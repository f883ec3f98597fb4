import math

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from slantwise.comparison import ComparisonSettings
from slantwise.comparison import gaps as gaps_module
from slantwise.comparison.gaps import Field, gap_rows
from slantwise.comparison.series import Series, Subject
from slantwise.comparison.totals import Totals
from slantwise.records import Kind
from slantwise.records.comparison import Measure, Verdict

ALL = Subject(Measure.RATE)
LABEL = Subject(Measure.RATE, kind=Kind.LABEL)
ARMY = Subject(Measure.STANCE, actor="army")
EMPTY = Totals(np.empty(0, np.int64), np.empty((0, 1)), np.empty(0))


def totals(numerators, first=0):
    numerators = np.array(numerators, float).reshape(len(numerators), -1)
    return Totals(first + np.arange(len(numerators)), numerators, np.full(len(numerators), 100.0))


def field(*by_outlet, subjects=(ALL,), matched=True):
    outlets = ["Courier", "Klaxon", "Lantern"][: len(by_outlet)]
    return Field(outlets, (Series(subjects, by_outlet),), matched)


def test_five_shared_events(invent):
    (row,) = gap_rows(field(totals([2, 4, 1, 3, 5]), totals([1, 1, 1, 1, 1])), ComparisonSettings())
    assert (row.outlet_a, row.outlet_b) == ("Courier", "Klaxon")
    assert (row.measure, row.kind, row.actor) == (Measure.RATE, None, None)
    assert (row.a, row.b, row.difference.value) == pytest.approx((0.03, 0.01, 0.02))
    assert row.difference.high - 0.02 == pytest.approx(0.02 - row.difference.low)
    assert row.effect == pytest.approx(1.2649, abs=1e-3)
    assert (row.p, row.q, row.n_units) == (0.125, 0.125, 5)
    assert row.verdict is Verdict.COMPARED


def test_two_articles_get_values_and_no_p():
    (row,) = gap_rows(field(totals([2]), totals([1])), ComparisonSettings())
    assert (row.a, row.b, row.n_units, row.verdict) == (0.02, 0.01, 1, Verdict.TOO_FEW)
    assert row.difference is row.effect is row.p is row.q is None


def test_only_shared_events_count():
    # events 0 to 5 and 4 to 9: two are shared
    (row,) = gap_rows(field(totals([9] * 6), totals([1] * 6, first=4)), ComparisonSettings())
    assert (row.n_units, row.verdict) == (2, Verdict.TOO_FEW)
    (row,) = gap_rows(field(totals([9] * 4), totals([1] * 4, first=4)), ComparisonSettings())
    assert (row.n_units, row.a, row.b) == (0, None, None)


def test_a_kind_found_in_too_few_events_is_not_compared():
    # ten shared events; all kinds in all, "label" in four
    common = np.full(10, 3.0)
    rare = np.array([1.0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    first = totals(np.stack([common, rare], axis=1))
    second = totals(np.stack([common - 1, rare[::-1]], axis=1))
    compared, withheld = gap_rows(field(first, second, subjects=(ALL, LABEL)), ComparisonSettings())
    assert compared.verdict is Verdict.COMPARED
    assert (withheld.kind, withheld.n_units, withheld.verdict) == (Kind.LABEL, 10, Verdict.TOO_FEW)
    assert (withheld.a, withheld.b) == pytest.approx((0.002, 0.002))
    assert withheld.difference is withheld.p is withheld.q is None


def test_every_pair_in_order_with_q_over_the_whole_family():
    random = np.random.default_rng(2)
    by_outlet = [totals(random.poisson(rate, (9, 2))) for rate in (2, 4, 6)]
    stance = Series((ARMY,), tuple(totals(random.normal(0, 1, 9)) for _ in range(3)))
    both = Field(
        ("Courier", "Klaxon", "Lantern"), (Series((ALL, LABEL), tuple(by_outlet)), stance), True
    )
    rows = gap_rows(both, ComparisonSettings())
    pairs = [("Courier", "Klaxon"), ("Courier", "Lantern"), ("Klaxon", "Lantern")]
    expected = [(*pair, kind, actor) for pair in pairs for kind, actor in SUBJECTS]
    assert [(row.outlet_a, row.outlet_b, row.kind, row.actor) for row in rows] == expected
    q = false_discovery_control([row.p for row in rows])
    assert [row.q for row in rows] == pytest.approx(list(q))


SUBJECTS = ((None, None), (Kind.LABEL, None), (None, "army"))


def test_what_is_not_compared_is_not_in_the_family():
    five, two = totals([2, 4, 1, 3, 5]), totals([1, 2])
    rows = gap_rows(field(five, totals([1] * 5), two), ComparisonSettings())
    assert [row.p for row in rows] == [0.125, None, None]
    assert rows[0].q == 0.125


def test_batches_change_nothing(monkeypatch):
    random = np.random.default_rng(7)
    by_outlet = [totals(random.poisson(3, 12)) for _ in range(3)]
    whole = gap_rows(field(*by_outlet), ComparisonSettings())
    monkeypatch.setattr(gaps_module, "_CELLS", 1)
    parts = gap_rows(field(*by_outlet), ComparisonSettings())
    assert [row.p for row in parts] == [row.p for row in whole]
    assert [row.difference.low for row in parts] == pytest.approx(
        [row.difference.low for row in whole]
    )


def test_articles_against_articles_where_no_event_is_shared():
    first, second = totals([2, 4, 1, 3, 5, 4]), totals([1, 1, 2, 1, 1], first=6)
    (row,) = gap_rows(field(first, second, matched=False), ComparisonSettings())
    # the outlet with fewer has five articles
    assert (row.n_units, row.verdict) == (5, Verdict.COMPARED)
    assert row.difference.value == pytest.approx(19 / 600 - 6 / 500)
    assert 0 < row.p < 0.1
    (few,) = gap_rows(field(first, totals([1, 2]), matched=False), ComparisonSettings())
    assert (few.n_units, few.p, few.verdict) == (2, None, Verdict.TOO_FEW)


def test_no_effect_size_where_nothing_varies():
    (row,) = gap_rows(field(totals([2] * 6), totals([1] * 6)), ComparisonSettings())
    assert row.effect is None
    assert row.difference.low == pytest.approx(row.difference.high)
    assert not math.isnan(row.p)


def test_one_outlet_or_none():
    assert gap_rows(field(totals([1, 2])), ComparisonSettings()) == ()
    assert gap_rows(Field((), (Series((ALL,), ()),), False), ComparisonSettings()) == ()
    rows = gap_rows(field(EMPTY, EMPTY), ComparisonSettings())
    assert [(row.a, row.b, row.n_units) for row in rows] == [(None, None, 0)]
