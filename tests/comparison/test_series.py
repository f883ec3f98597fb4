from slantwise.comparison import ComparisonSettings
from slantwise.comparison.actors import Chosen
from slantwise.comparison.rates import MEASURES
from slantwise.comparison.reading import read_counts
from slantwise.comparison.series import all_series
from slantwise.comparison.stances import judgements_of
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Kind, Voice
from slantwise.records.comparison import Measure


def test_rates_then_each_actor_in_the_outlets_own_voice(invent, write_run):
    articles = [
        invent.article(
            "a",
            "Courier",
            found=[(Voice.OUTLET, Kind.LABEL, 0.9), (Voice.DIRECT, Kind.LABEL, 0.9)],
            judged=[("army", Voice.OUTLET, 0.5), ("army", Voice.DIRECT, -0.5)],
        ),
        invent.article("b", "Lantern", judged=[("army", Voice.OUTLET, None)]),
    ]
    counts = read_counts(write_run(articles))
    units = units_of(counts, [Event("x", ("a", "b"), True, ())])
    chosen = Chosen((0,), (), (), (), (), ())
    rates, army = all_series(judgements_of(counts, units, [0]), chosen, ComparisonSettings())
    assert [subject.kind for subject in rates.subjects] == list(MEASURES)
    assert {subject.measure for subject in rates.subjects} == {Measure.RATE}
    courier, lantern = rates.by_outlet
    # one finding in its own voice of two, thousandfold
    assert courier.numerators[0, 0] == 1000
    assert courier.numerators.sum() == 2000  # all kinds, and label
    assert lantern.numerators.sum() == 0
    assert army.subjects[0].actor == "army"
    courier, lantern = army.by_outlet
    assert courier.numerators.tolist() == [[0.5]]
    # failed is no judgement
    assert len(lantern) == 0
