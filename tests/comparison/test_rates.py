import pytest

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.intervals import NONE_SEEN
from slantwise.comparison.rates import MEASURES, Counted, rate_rows, rate_totals
from slantwise.comparison.reading import read_counts
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Kind, Voice
from slantwise.records.comparison import Verdict


def prepared(write_run, articles, events):
    counts = read_counts(write_run(articles))
    return counts, units_of(counts, events)


@pytest.fixture
def six(invent, write_run):
    """Courier: six events of 1, 2, … 6 findings in 1,000 words each. Lantern: two events."""
    articles = [
        invent.article(f"c{n}", "Courier", words=(1000, 50, 0, 0), found=n) for n in range(1, 7)
    ]
    articles += [
        invent.article("l1", "Lantern", found=[(Voice.OUTLET, Kind.LABEL, 0.9)]),
        invent.article("l2", "Lantern", words=(300, 0, 0, 0)),
    ]
    events = [
        Event(f"e{n}", (f"c{n}", f"l{n}") if n < 3 else (f"c{n}",), True, ()) for n in range(1, 7)
    ]
    return prepared(write_run, articles, events)


def rows(counts, units, **settings):
    found = rate_rows(counts, units, ComparisonSettings(**settings))
    return {(row.outlet, row.voice, row.kind): row for row in found}


def test_rate_is_findings_over_words(six):
    row = rows(*six)["Courier", Voice.OUTLET, None]
    assert (row.n_findings, row.n_words, row.n_articles, row.n_units) == (21, 6000, 6, 6)
    # 21 in 6,000 words
    assert row.per_1k_words.value == pytest.approx(3.5)
    # standard error 1.871/√6 = 0.764, t of 5 degrees 2.571: exp(2.571·0.764/3.5) = 1.752
    assert row.per_1k_words.high == pytest.approx(3.5 * 1.752, rel=0.03)
    assert row.per_1k_words.low == pytest.approx(3.5 / 1.752, rel=0.03)
    assert row.verdict is Verdict.COMPARED


def test_kinds_are_main_kinds_and_a_silent_kind_has_a_bound(six):
    found = rows(*six)
    assert found["Courier", Voice.OUTLET, Kind.EVALUATIVE].n_findings == 21
    silent = found["Courier", Voice.OUTLET, Kind.LABEL]
    assert silent.n_findings == 0
    assert (silent.per_1k_words.value, silent.per_1k_words.low) == (0, 0)
    assert silent.per_1k_words.high == pytest.approx(NONE_SEEN / 6)


def test_below_the_minimum_there_is_a_count_but_no_rate(six):
    row = rows(*six)["Lantern", Voice.OUTLET, Kind.LABEL]
    assert (row.n_findings, row.n_words, row.n_units) == (1, 400, 2)
    assert row.per_1k_words is None
    assert row.verdict is Verdict.TOO_FEW
    assert rows(*six, minimum_units=2)["Lantern", Voice.OUTLET, None].verdict is Verdict.COMPARED


def test_every_outlet_voice_and_kind_has_a_row(six):
    found = rows(*six)
    assert len(found) == 2 * 4 * len(MEASURES)
    never = found["Courier", Voice.REPORTED, None]
    assert (never.n_words, never.n_articles, never.n_units, never.n_findings) == (0, 0, 0, 0)
    assert never.per_1k_words is None


def test_voices_are_apart(invent, write_run):
    found = [(Voice.DIRECT, Kind.LABEL, 0.9), (Voice.OUTLET, Kind.LABEL, 0.9)]
    articles = [invent.article("a", "Courier", words=(100, 40, 0, 0), found=found)]
    counts, units = prepared(write_run, articles, [Event("x", ("a",), True, ())])
    row = rows(counts, units)["Courier", Voice.DIRECT, Kind.LABEL]
    assert (row.n_findings, row.n_words) == (1, 40)


def test_articles_of_one_event_are_one_unit(invent, write_run):
    articles = [invent.article(f"{n}", "Courier", found=n) for n in range(3)]
    articles.append(invent.article("b", "Lantern"))
    events = [Event("x", ("0", "1", "b"), True, ()), Event("y", ("2",), True, ())]
    counts, units = prepared(write_run, articles, events)
    totals = rate_totals(counts, units, outlet=0, counted=Counted(counts.findings, (Voice.OUTLET,)))
    # thousandfold findings: 0 + 1 in event x, 2 in event y
    assert totals.numerators[:, 0].tolist() == [1000, 2000]
    assert totals.denominators.tolist() == [200, 100]


def test_wire_copies_are_left_out(invent, write_run):
    articles = [
        invent.article("a", "Courier", found=3),
        invent.article("b", "Lantern", found=3),
        invent.article("c", "Lantern", found=1),
    ]
    events = [Event("x", ("a", "b", "c"), True, (("a", "b"),))]
    found = rows(*prepared(write_run, articles, events))
    assert found["Courier", Voice.OUTLET, None].n_findings == 3
    assert found["Lantern", Voice.OUTLET, None].n_findings == 1
    assert found["Lantern", Voice.OUTLET, None].n_words == 100
