import pytest

from slantwise.coding import Metric, agreement
from slantwise.coding.records import Answer, Coded, Coding, Mark
from slantwise.records import Kind, Stance

LABEL = Answer(marks=(Mark(Kind.LABEL),))


def coded(sample, say):
    return Coded(
        sample,
        tuple(
            Coding(unit.id, coder, say(unit, coder))
            for unit in sample.units
            for coder in unit.coders
        ),
    )


def rows(found, outlet):
    return {row.name: row for row in found.errors if row.outlet == outlet}


def test_the_models_error_by_outlet(sample):
    # coders mark every second sentence; the model finds 8 of 8 in one outlet, 4 of 8 in the other
    found = agreement(
        coded(sample, lambda unit, _: LABEL if "thugs" in unit.text else Answer()), n_resamples=20
    )
    harbour, quay = (
        rows(found, outlet)["any loaded stretch"] for outlet in ("Harbour Post", "Quay Gazette")
    )
    assert (harbour.precision.value, harbour.recall.value) == (1, 1)
    assert quay.precision.value == 1
    # Quay Gazette: 4 found; of 12 likely sentences without a finding n are drawn, t of them marked,
    # each standing for 12 / n: recall is 4 / (4 + 12 t / n)
    entries = {e.unit: e for e in sample.key}
    number = next(
        i
        for i, s in enumerate(sample.strata)
        if s.outlet == "Quay Gazette" and s.band.startswith("no finding, biased wording 0.5 or")
    )
    drawn = [u for u in sample.units if entries[u.id].stratum == number]
    marked = sum("thugs" in unit.text for unit in drawn)
    assert quay.recall.value == pytest.approx(4 / (4 + 12 * marked / len(drawn)))
    assert quay.recall.low < quay.recall.value < quay.recall.high
    assert rows(found, "all outlets")["label"].n_units == 40


def test_confusions_sum_to_all_units(sample):
    found = agreement(
        coded(sample, lambda unit, _: LABEL if "union" in unit.text else Answer()), n_resamples=20
    )
    for outlet in ("all outlets", "Harbour Post", "Quay Gazette"):
        cells = [row for row in found.confusions if row.outlet == outlet]
        assert sum(cell.share for cell in cells) == pytest.approx(1)
    # 12 sentences of 80 with a finding, all marked; 16 + 16 hold the word "union"
    cells = {(c.model, c.coders): c for c in found.confusions if c.outlet == "all outlets"}
    assert cells["finding", "any loaded stretch"].share == pytest.approx(12 / 80)
    assert ("finding", "none") not in cells


def test_agreement_of_coders_leaves_out_the_unsure(stances):
    def say(unit, coder):
        if "thugs" in unit.text:
            return Answer(stance=Stance.AGAINST)
        return Answer(unsure=True) if coder == "bo" else Answer(stance=Stance.FAVOUR)

    found = agreement(coded(stances, say), n_resamples=20)
    n_thugs = sum("thugs" in unit.text for unit in stances.units)
    assert (found.n_coded, found.n_double) == (20, n_thugs)
    assert found.n_unsure == 20 - n_thugs
    assert found.coders == ("ann", "bo")
    nominal = found.reliability[0]
    assert (nominal.what, nominal.metric) == ("stance", Metric.NOMINAL)
    assert nominal.alpha.value is None  # all pairs say against: agreement is not defined
    assert nominal.alpha.n_units == n_thugs


def test_coders_who_differ_share_a_unit(stances):
    def say(unit, coder):
        return Answer(stance=Stance.AGAINST if coder == "ann" else Stance.FAVOUR)

    found = agreement(coded(stances, say), n_resamples=20)
    # 20 pairs of against and favour: D_o = 1, D_e = 2 · 20 · 20 / (40 · 39); 1 - 39 / 20
    assert found.reliability[0].alpha.value == pytest.approx(1 - 39 / 20)
    assert rows(found, "all outlets")["against"].precision.value == pytest.approx(0.5)


def test_without_codings_nothing_is_claimed(sample):
    found = agreement(Coded(sample, ()))
    assert (found.n_coded, found.errors, found.confusions) == (0, (), ())
    assert all(row.alpha.value is None for row in found.reliability)
