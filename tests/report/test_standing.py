from dataclasses import replace

from slantwise.records import Kind
from slantwise.records.comparison import (
    Check,
    GapRow,
    Interval,
    Measure,
    Outcome,
    Variant,
    Verdict,
)
from slantwise.report.standing import left_to_tables, ranked, safe, standing, upright

GAP = GapRow(
    measure=Measure.RATE,
    outlet_a="A",
    outlet_b="B",
    kind=Kind.LABEL,
    actor=None,
    a=1.0,
    b=3.0,
    difference=Interval(-2.0, -3.0, -1.0),
    effect=-0.8,
    p=0.01,
    q=0.04,
    n_units=6,
    verdict=Verdict.COMPARED,
)


def test_a_gap_stands_where_its_interval_excludes_zero() -> None:
    touching = replace(GAP, difference=Interval(1.0, 0.0, 2.0))
    across = replace(GAP, difference=Interval(1.0, -0.1, 2.0))
    few = replace(GAP, difference=None, verdict=Verdict.TOO_FEW)
    assert standing([touching, GAP, across, few]) == [GAP]


def test_an_upright_gap_has_the_higher_outlet_first() -> None:
    turned = upright(GAP)
    assert (turned.outlet_a, turned.outlet_b, turned.a, turned.b) == ("B", "A", 3.0, 1.0)
    assert turned.difference == Interval(2.0, 1.0, 3.0)
    assert turned.effect == 0.8
    assert upright(turned) is turned


def test_gaps_that_hold_after_correction_come_first_then_the_larger_effect() -> None:
    large = replace(GAP, effect=2.0, q=0.2)
    small = replace(GAP, effect=0.3, q=0.05)
    constant = replace(GAP, effect=None, q=0.2)
    assert ranked([constant, large, small, GAP]) == [GAP, small, large, constant]


def test_a_gap_without_q_is_not_safe() -> None:
    assert not safe(replace(GAP, q=None))


def test_checks_turn_with_their_gap() -> None:
    check = Check(Variant.WIRE, Interval(-1.5, -2.5, -0.5), 6, Outcome.HOLDS)
    few = Check(Variant.LAXER, None, 2, Outcome.TOO_FEW)
    turned = upright(replace(GAP, checks=(check, few)))
    assert [each.difference for each in turned.checks] == [Interval(1.5, 0.5, 2.5), None]


def test_an_outlet_that_names_itself_is_told_apart(run) -> None:
    comparison = run.comparison
    actor = replace(comparison.actors[0], name="A")
    about = replace(GAP, measure=Measure.MENTION, kind=None, actor=actor.id)
    unsafe = replace(about, outlet_b="C", q=0.2)
    across = replace(about, difference=Interval(1.0, -0.1, 2.0))
    changed = replace(comparison, actors=(actor,), gaps=(GAP, about, unsafe, across))
    assert left_to_tables(changed) == (
        "Not listed here are 2 differences, 1 of which holds among all, in how often an outlet "
        "mentions itself or how it presents itself: the table of differences has them."
    )
    assert left_to_tables(replace(changed, gaps=(GAP, across))) == ""
