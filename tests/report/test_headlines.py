from dataclasses import replace

from slantwise.records import Kind
from slantwise.records.comparison import Comparison, GapRow, Interval, Measure, Verdict
from slantwise.records.correction import CorrectedGap, CorrectedMeasure, Correction
from slantwise.report.headlines import caution, headlines, nothing_stands
from slantwise.report.numbering import number
from slantwise.report.words import as_text


def _rate(a: str, b: str, value: float, effect: float, kind: Kind | None = None) -> GapRow:
    difference = Interval(value, value - 1.0, value + 1.0)
    rest = (difference, effect, 0.004, 0.012, 6, Verdict.COMPARED)
    return GapRow(Measure.RATE, a, b, kind, None, 2.0 + value, 2.0, *rest)


def _stance(actor: str, effect: float) -> GapRow:
    difference = Interval(-0.4, -0.6, -0.2)
    rest = (difference, -effect, 0.03, 0.2, 6, Verdict.COMPARED)
    return GapRow(Measure.STANCE, "A", "B", None, actor, -0.3, 0.1, *rest)


def _comparison(run, *gaps: GapRow) -> Comparison:
    rows = run.comparison.outlets
    outlets = tuple(replace(row, outlet=name) for row, name in zip(rows, "ABC", strict=True))
    events = tuple(replace(event, articles=(), wire=()) for event in run.comparison.events)
    bare = replace(run.comparison, rates=(), stances=(), family_size=9)
    return replace(bare, outlets=outlets, events=events, gaps=gaps)


def _told(run, *gaps: GapRow, limit: int = 5):
    comparison = _comparison(run, *gaps)
    return headlines(comparison, number(comparison), limit=limit)


def test_a_rate_is_told_from_the_higher_outlet(run) -> None:
    (told,) = _told(run, _rate("A", "B", -1.5, -0.9, Kind.CHARGED_VERB))
    assert as_text(told.sentence) == (
        "Per 1,000 words in its own voice, B has 1.5 more charged verbs than A: 2.0 against 0.5."
    )
    assert told.doubt == (
        "Difference +1.5, 95 % interval 0.5 to 2.5; 6 shared events; d = 0.90; "
        "p = 0.004; q = 0.012 among 9 comparisons"
    )
    assert told.standing == "holds among all"
    assert told.query.code() == "f o1,0 k3 v0 p1,0"


def test_a_stance_names_the_actor_and_both_means(run) -> None:
    (told,) = _told(run, _stance("dockers", 0.7))
    assert as_text(told.sentence) == (
        "The words of B present Dockers’ Union more favourably than those of A: "
        "mean stance +0.10 against −0.30."
    )
    assert told.standing == "not safe among so many"
    assert told.query.code() == "s o1,0 v0 a2 p1,0"


def test_where_both_lean_against_the_higher_outlet_does_so_less(run) -> None:
    gap = replace(_stance("dockers", 0.7), a=-0.4, b=-0.1)
    (told,) = _told(run, gap)
    assert "less unfavourably than those of A: mean stance −0.10 against −0.40" in (
        as_text(told.sentence)
    )


def test_one_kind_is_told_once_with_the_other_pairs_beside_it(run) -> None:
    gaps = (_rate("A", "B", 1.5, 0.9), _rate("A", "C", 2.5, 1.4), _rate("B", "C", 0.5, 0.1))
    (told,) = _told(run, *gaps)
    assert (told.gap.outlet_a, told.gap.outlet_b) == ("A", "C")
    assert [as_text(pieces) for pieces in told.also] == ["A above B by 1.5 (0.5 to 2.5; q = 0.012)"]


def test_an_actor_and_its_parent_are_not_told_twice(run) -> None:
    told = _told(run, _stance("port-authority", 0.7), _stance("varenia", 0.9))
    assert [each.gap.actor for each in told] == ["varenia"]
    told = _told(run, _stance("port-authority", 0.9), _stance("varenia", 0.7))
    assert [each.gap.actor for each in told] == ["port-authority"]


def test_two_members_of_one_parent_are_both_told(run) -> None:
    told = _told(run, _stance("port-authority", 0.9), _stance("vel", 0.7))
    assert [each.gap.actor for each in told] == ["port-authority", "vel"]


def test_no_more_than_the_limit(run) -> None:
    gaps = [_rate("A", "B", 2.0, 1.0 + n, kind) for n, kind in enumerate(Kind)]
    assert len(_told(run, *gaps, limit=3)) == 3


def test_the_smallest_p_of_so_few_events_is_named_as_such(run) -> None:
    # Six events: 64 ways to flip signs, of which the one seen and its mirror count: 2 / 64.
    gap = replace(_rate("A", "B", 2.0, 1.0), p=2 / 64, q=0.2)
    comparison = _comparison(run, gap)
    (told,) = headlines(comparison, number(comparison), limit=5)
    assert "p = 0.031, the smallest that so few events can give; q = 0.200" in told.certainty
    assert "Some have the smallest p" in caution((told,), comparison)
    # With one event in which neither has anything to count, five are left: 2 / 32.
    (told,) = _told(run, replace(gap, n_informative=5))
    assert "smallest" not in told.certainty


def test_what_a_coded_sample_makes_of_a_difference_stands_beside_it(run) -> None:
    gap = _rate("A", "B", 2.0, 1.0)
    comparison = _comparison(run, gap)

    def told(powered: Interval | None, first: str, second: str, reason: str = "") -> str:
        corrected = CorrectedGap(
            *(CorrectedMeasure.RATE, first, second, None, None, None, None, powered),
            *(0.5, 0.5, 120, 120, 6, Verdict.COMPARED, reason),
        )
        coded = Correction("framing", "abc", 300, 300, 2, (corrected,))
        shown = replace(comparison, corrections=(coded,))
        return headlines(shown, number(comparison), limit=5)[0].correction

    assert told(Interval(3.0, 1.0, 5.0), "A", "B") == (
        "Corrected with the coded sample: +3.0, 1.0 to 5.0"
    )
    # The other way round the signs turn, and the ends change places.
    assert told(Interval(-3.0, -7.0, 1.0), "B", "A") == (
        "Corrected with the coded sample: +3.0, −1.0 to 7.0; it no longer stands"
    )
    assert told(None, "A", "B", "A has 3 coded units") == "Not corrected: A has 3 coded units"
    assert told(Interval(3.0, 1.0, 5.0), "A", "C") == ""


def test_nothing_that_stands_gets_honest_words(run) -> None:
    across = _rate("A", "B", 0.5, 0.1)
    comparison = _comparison(run, across)
    assert headlines(comparison, number(comparison), limit=5) == ()
    assert nothing_stands(comparison).startswith("No difference stands at 95 %: of 1 difference ")
    assert nothing_stands(_comparison(run)).startswith("Nothing could be compared")


def test_without_events_the_sentence_counts_articles(run) -> None:
    comparison = replace(_comparison(run, _rate("A", "B", 2.0, 1.0)), unit="article")
    (told,) = headlines(comparison, number(comparison), limit=5)
    assert "; at least 6 articles of each outlet; " in told.doubt
    assert told.query.shared == ()


def test_beyond_three_other_pairs_only_their_number_is_told(run) -> None:
    pairs = ("AB", "BA", "AC", "CA", "BC", "CB")
    gaps = [_rate(a, b, 2.0, 3.0 - n / 10) for n, (a, b) in enumerate(pairs)]
    (told,) = _told(run, *gaps)
    assert len(told.also) == 4
    assert as_text(told.also[-1]) == "2 more pairs"


def test_a_caution_stands_above_headlines_none_of_which_is_safe(run) -> None:
    comparison = _comparison(run, _stance("dockers", 0.7))
    unsafe = headlines(comparison, number(comparison), limit=5)
    assert caution(unsafe, comparison).startswith("None of these holds among all 9 ")
    safe = _told(run, _rate("A", "B", 2.0, 1.0))
    assert caution((*unsafe, *safe), comparison) == ""
    assert caution((), comparison) == ""
