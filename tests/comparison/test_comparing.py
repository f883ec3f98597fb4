from dataclasses import replace

import numpy as np
import pytest

from slantwise.comparison import ComparisonSettings, compare_run
from slantwise.errors import RunError
from slantwise.records import Kind, Voice
from slantwise.records.comparison import Measure, Verdict

QUICK = ComparisonSettings(n_resamples=200)
SLANT = {"Courier": (6, -0.6), "Klaxon": (1, 0.4), "Lantern": (2, 0.2)}
"""Findings in 1,000 words, and the stance toward the army, of three outlets."""


def articles(invent, n_events=8, **changes):
    """Three outlets on each event; the findings of event n differ a little from the outlet's."""
    return [
        invent.article(
            f"{outlet}-{event}",
            outlet,
            event=f"event {event}",
            words=(1000, 0, 0, 0),
            found=findings + (event + len(outlet)) % 2,
            judged=[("army", Voice.OUTLET, score + event / 50)],
            **changes,
        )
        for event in range(n_events)
        for outlet, (findings, score) in SLANT.items()
    ]


def test_a_planted_difference_is_found(invent, write_run):
    comparison = compare_run(write_run(articles(invent), name="spring"), QUICK)
    assert (comparison.unit, comparison.n_articles, comparison.run) == ("event", 24, "spring")
    gap = next(
        row
        for row in comparison.gaps
        if (row.outlet_a, row.outlet_b, row.measure, row.kind)
        == ("Courier", "Klaxon", Measure.RATE, None)
    )
    # Courier has 6.5 on average, Klaxon 1.5
    assert (gap.a, gap.b, gap.difference.value) == pytest.approx((6.5, 1.5, 5.0))
    assert gap.difference.low > 4
    # all eight of one sign: 2 of 2^8 patterns, more than 200, so the second look counts them
    assert gap.p == pytest.approx(2 / 256)
    assert gap.q < 0.05
    stance = next(row for row in comparison.gaps if row.actor == "army")
    assert stance.difference.value == pytest.approx(-1.0)


def test_what_is_compared_makes_the_family(invent, write_run):
    comparison = compare_run(write_run(articles(invent)), QUICK)
    # three pairs: all kinds, evaluative, and the army; the other kinds are found nowhere, and
    # every outlet mentions the army on every event
    assert comparison.family_size == 9
    assert len(comparison.gaps) == 3 * (14 + 1 + 1)
    silent = [row for row in comparison.gaps if row.kind is Kind.LABEL]
    assert all(row.verdict is Verdict.TOO_FEW and (row.a, row.b) == (0, 0) for row in silent)


def test_two_articles_get_evidence_and_no_p(invent, write_run):
    pair = articles(invent, n_events=1)[:2]
    comparison = compare_run(write_run(pair), QUICK)
    assert comparison.family_size == 0
    assert all(row.p is None for row in comparison.gaps)
    assert all(row.per_1k_words is None for row in comparison.rates)
    assert [row.n_findings for row in comparison.rates if row.kind is None and row.n_words] == [
        7,
        1,
    ]


def test_events_are_matched_where_none_are_given(invent, write_run):
    words = [f"word{number}" for number in range(60)]
    random = np.random.default_rng(1)
    texts = {event: [f"{event}{word}" for word in words] for event in "abcdef"}
    found = compare_run(
        write_run(
            [
                invent.article(
                    f"{outlet}{event}", outlet, body=" ".join(random.permutation(texts[event]))
                )
                for event in "abcdef"
                for outlet in ("Courier", "Lantern")
            ]
        ),
        QUICK,
    )
    assert found.unit == "event"
    assert len(found.events) == 6
    assert not any(event.given for event in found.events)
    assert [len(event.articles) for event in found.events] == [2] * 6


def test_wire_copies_count_once_with_the_first(invent, write_run):
    text = " ".join(f"word{number}" for number in range(200))
    wire = [
        invent.article("late", "Courier", event="x", day="2026-03-03", body=text, found=3),
        invent.article("early", "Lantern", event="x", day="2026-03-02", body=text, found=3),
    ]
    comparison = compare_run(write_run([*articles(invent), *wire]), QUICK)
    (event,) = (row for row in comparison.events if row.id == "x")
    assert event.wire == (("early", "late"),)
    courier, _, lantern = comparison.outlets
    assert (courier.n_articles, courier.n_wire, lantern.n_wire) == (9, 1, 0)
    # 8 events of 6 and every second one more; Lantern's own 8 events of 2, the same, and 3
    assert courier.findings[Voice.OUTLET] == 8 * 6 + 4
    assert lantern.findings[Voice.OUTLET] == 8 * 2 + 4 + 3
    # both report event x, but only one has words of its own there
    assert courier.n_events == lantern.n_events == 9
    pair = next(row for row in comparison.gaps if row.outlet_b == "Lantern")
    assert pair.n_units == 8


def test_articles_are_the_unit_where_no_event_is_shared(invent, write_run):
    apart = [replace_event(article, f"{article.id}") for article in articles(invent, n_events=6)]
    comparison = compare_run(write_run(apart), QUICK)
    assert comparison.unit == "article"
    assert comparison.gaps[0].verdict is Verdict.COMPARED
    assert comparison.gaps[0].n_units == 6


def replace_event(article, event):
    raw = replace(article.article.article, event=event)
    return replace(article, article=replace(article.article, article=raw))


def test_problems_are_counted(invent, write_run):
    outcomes = [*articles(invent), invent.problem("row 30"), invent.problem("row 31")]
    comparison = compare_run(write_run(outcomes), QUICK)
    assert (comparison.n_articles, comparison.n_problems, comparison.n_not_analysed) == (24, 2, 2)


def test_the_same_run_and_settings_give_the_same_figures(invent, write_run):
    run = write_run(articles(invent))
    assert compare_run(run, QUICK) == compare_run(run, QUICK)


def test_the_order_of_articles_changes_nothing_a_reader_sees(invent, write_run):
    first = compare_run(write_run(articles(invent)), QUICK)
    second = compare_run(write_run(articles(invent)[::-1], name="other"), QUICK)
    assert second.events == first.events
    assert second.outlets == first.outlets
    assert [row.p for row in second.gaps] == [row.p for row in first.gaps]
    lows = [[row.difference.low for row in c.gaps if row.difference] for c in (first, second)]
    assert lows[0] == pytest.approx(lows[1])


def test_the_signature_says_what_made_the_figures(invent, write_run):
    run = write_run(articles(invent, n_events=1))
    signature = compare_run(run, replace(QUICK, seed=5)).signature
    assert signature["model"] == "none"
    assert signature["comparison_seed"] == "5"
    assert signature["events_threshold"] == str(QUICK.events.threshold)
    assert len(signature["inputs_digest"]) == 64
    assert all(isinstance(value, str) for value in signature.values())


def test_findings_below_the_confidence_asked_for_are_left_out(invent, write_run):
    run = write_run(articles(invent))
    none = compare_run(run, replace(QUICK, min_confidence=0.95))
    assert sum(row.n_findings for row in none.rates) == 0


def test_fewer_actors_leave_the_rest_to_the_list(invent, write_run):
    run = write_run(articles(invent))
    none = compare_run(run, replace(QUICK, max_actors=0))
    assert none.stances == ()
    assert [row.id for row in none.actors] == ["army"]


@pytest.mark.parametrize("outcomes", [0, 1])
def test_a_run_without_articles_gives_empty_tables(invent, write_run, outcomes):
    comparison = compare_run(write_run([invent.problem("row 1")] * outcomes), QUICK)
    assert comparison.n_articles == 0
    assert comparison.n_not_analysed == outcomes
    empty = (comparison.outlets, comparison.events, comparison.actors, comparison.rates)
    assert empty == ((), (), (), ())
    assert (comparison.stances, comparison.gaps, comparison.unit) == ((), (), "article")


def test_a_run_that_is_not_finished_is_refused(invent, write_run):
    run = write_run(articles(invent, n_events=1), finished=False)
    with pytest.raises(RunError, match="not finished"):
        compare_run(run, QUICK)
