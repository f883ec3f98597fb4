from dataclasses import replace
from itertools import combinations

from slantwise.records import Kind
from slantwise.records.comparison import GapRow, Measure, Verdict
from slantwise.report.left_out import not_compared
from slantwise.report.words import as_text

FEW = (None, None, None, None, None, None)


def _few(a: str, b: str, n: int, actor: str | None = None) -> GapRow:
    measure = Measure.STANCE if actor else Measure.RATE
    kind = None if actor else Kind.LABEL
    return GapRow(measure, a, b, kind, actor, *FEW, n, Verdict.TOO_FEW)


def _reasons(run, *gaps: GapRow, **changes) -> list[str]:
    bare = {"n_not_analysed": 0, "gaps": gaps, **changes}
    outlets = tuple(replace(row, n_wire=0) for row in run.comparison.outlets)
    comparison = replace(run.comparison, **{"outlets": outlets, **bare})
    return [as_text(pieces) for pieces in not_compared(comparison)]


def test_nothing_amiss_gives_no_reason(run) -> None:
    assert _reasons(run) == []


def test_articles_left_out_and_copies_are_told(run) -> None:
    outlets = run.comparison.outlets  # one wire copy among them
    assert _reasons(run, outlets=outlets, n_not_analysed=1) == [
        "1 article was read but not analysed; the run’s problems give the reasons.",
        "1 article is a wire copy, listed but counted once.",
    ]


def test_a_pair_without_any_comparison_is_told_with_its_events(run) -> None:
    gaps = (_few("A", "B", 2), _few("A", "B", 1, actor="vel"))
    assert _reasons(run, *gaps) == ["A and B share 2 events; at least 4 are needed."]


def test_a_pair_with_one_comparison_is_not_told(run) -> None:
    compared = replace(_few("A", "B", 5), verdict=Verdict.COMPARED)
    assert _reasons(run, _few("A", "B", 2, actor="vel"), compared) == [
        "Stance toward 1 actor could not be compared, for no two outlets share 4 events on which "
        "both judge them: Minister Ana Vel.",
        "1 of 2 differences looked for had fewer than 4 events with anything to count and were not "
        "computed.",
    ]


def test_without_events_the_words_are_of_articles(run) -> None:
    assert _reasons(run, _few("A", "B", 3), unit="article") == [
        "A and B: the one that has fewer has 3 articles that could be compared; "
        "at least 4 of each are needed."
    ]


def test_a_pair_with_enough_events_but_nothing_to_count_is_not_said_to_share_too_few(run) -> None:
    assert _reasons(run, _few("A", "B", 6)) == [
        "A and B share 6 events, fewer than 4 of them with anything to count."
    ]


def test_many_pairs_are_counted_not_named(run) -> None:
    gaps = [_few(a, b, 2) for a, b in combinations("ABCDE", 2)]  # 10 pairs
    told = _reasons(run, *gaps[:9], replace(gaps[9], verdict=Verdict.COMPARED))
    assert told[0] == (
        "9 of 10 pairs of outlets could not be compared at all: they share fewer than 4 events "
        "with anything to count. They stand in tables/gaps.csv as too few to compare."
    )
