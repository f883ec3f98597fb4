"""Two outlets that coders find alike, and a model that misses every second stretch of one."""

from dataclasses import replace

import pytest

from slantwise.coding import SampleSettings, Task, draw_sample
from slantwise.coding.records import Answer, Coded, Coding, Mark
from slantwise.comparison import ComparisonSettings, compare_run
from slantwise.errors import CodingError
from slantwise.records import (
    Kind,
    Mention,
    MentionStance,
    Sentence,
    Span,
    Stance,
    Voice,
)
from slantwise.records.comparison import Measure, Verdict
from slantwise.records.correction import CorrectedMeasure

from .conftest import finding, judgement

QUICK = ComparisonSettings(n_resamples=200, minimum_units=5)
N_SENTENCES = 10


def articles(invent, n_events=12):
    """Ten sentences an article, the first four loaded; the Lantern's model finds only two."""
    made = []
    for event in range(n_events):
        for outlet, n_found in (("Courier", 4), ("Lantern", 2)):
            body = " ".join("Loaded." if n < 4 else "Plain.." for n in range(N_SENTENCES))
            article = invent.article(
                f"{outlet}-{event}",
                outlet,
                event=f"event {event}",
                body=f"{body} {event}{outlet}",
                words=(100, 0, 0, 0),
                judged=[("army", Voice.OUTLET, 0.0)],
            )
            start = article.text.index("Loaded.")
            spans = [Span(start + 8 * n, start + 8 * n + 7) for n in range(N_SENTENCES)]
            score = 0.6 if outlet == "Courier" else -0.6
            made.append(
                replace(
                    article,
                    sentences=tuple(Sentence(n, span, 0) for n, span in enumerate(spans)),
                    biases=(0.3,) * N_SENTENCES,
                    findings=tuple(
                        replace(finding(Voice.OUTLET, Kind.LABEL), span=spans[n], sentence=n)
                        for n in range(n_found)
                    ),
                    mentions=tuple(Mention(s, n, "army", "name") for n, s in enumerate(spans)),
                    mention_stances=tuple(
                        MentionStance(n, "army", Voice.OUTLET, None, judgement(score))
                        for n in range(N_SENTENCES)
                    ),
                )
            )
    return made


def coded(run, task=Task.FRAMING, n_units=1000, **changes):
    """Coders mark every loaded sentence, and find every mention in favour."""
    sample = draw_sample(
        run, SampleSettings(task=task, n_units=n_units, coders=("ann",), **changes)
    )

    def say(unit):
        if task is Task.STANCE:
            return Answer(stance=Stance.FAVOUR)
        return Answer(marks=(Mark(Kind.LABEL),) if unit.text == "Loaded." else ())

    return Coded(sample, tuple(Coding(unit.id, "ann", say(unit)) for unit in sample.units))


def the_gap(comparison, measure, **wanted):
    (correction,) = comparison.corrections
    (gap,) = (
        gap
        for gap in correction.gaps
        if gap.measure is measure and all(getattr(gap, k) == v for k, v in wanted.items())
    )
    return gap


def test_everything_coded_gives_the_coders_gap(invent, write_run):
    run = write_run(articles(invent))
    comparison = compare_run(run, QUICK, coded=[coded(run)])
    gap = the_gap(comparison, CorrectedMeasure.RATE, kind=None)
    # 4 and 2 findings in 100 words: 20 per 1,000 apart by the model; coders find 4 in both
    assert gap.naive.value == pytest.approx(20)
    assert gap.supervised.value == pytest.approx(0)
    assert gap.powered.value == pytest.approx(0)
    assert (gap.n_coded_a, gap.n_coded_b, gap.n_units) == (120, 120, 12)


def test_the_naive_gap_is_the_one_that_the_comparison_gives(invent, write_run):
    run = write_run(articles(invent))
    comparison = compare_run(run, QUICK, coded=[coded(run, n_units=220)])
    for kind in (None, Kind.LABEL):
        gap = the_gap(comparison, CorrectedMeasure.RATE, kind=kind)
        same = next(g for g in comparison.gaps if g.measure is Measure.RATE and g.kind is kind)
        assert gap.naive.value == pytest.approx(same.difference.value)
        assert gap.naive.low == pytest.approx(same.difference.low)


def test_a_sample_takes_the_models_error_out(invent, write_run):
    run = write_run(articles(invent, n_events=30))
    comparison = compare_run(run, QUICK, coded=[coded(run, n_units=300)])
    gap = the_gap(comparison, CorrectedMeasure.RATE, kind=None)
    assert gap.naive.low > 0  # the model alone is sure of a difference that is not there
    for found in (gap.supervised, gap.powered):
        assert found.low < 0 < found.high
        assert abs(found.value) < 12
    assert (comparison.corrections[0].n_coded, comparison.corrections[0].coders) == (300, 1)


def test_mean_stance_and_shares(invent, write_run):
    run = write_run(articles(invent))
    comparison = compare_run(run, QUICK, coded=[coded(run, Task.STANCE)])
    stance = the_gap(comparison, CorrectedMeasure.STANCE)
    # +0.6 and -0.6 by the model; coders say favour everywhere
    assert (stance.naive.value, stance.powered.value) == pytest.approx((1.2, 0))
    favour = the_gap(comparison, CorrectedMeasure.FAVOUR)
    assert (favour.naive.value, favour.supervised.value) == pytest.approx((0.6, 0))
    assert (stance.actor, stance.kind) == ("army", None)
    against = the_gap(comparison, CorrectedMeasure.AGAINST)
    assert against.verdict is Verdict.TOO_FEW  # coders find none against
    assert against.reason == "coders found it in 0 units; at least 10 are needed"


def test_too_few_codings_correct_nothing(invent, write_run):
    run = write_run(articles(invent))
    comparison = compare_run(run, QUICK, coded=[coded(run, n_units=60)])
    gap = the_gap(comparison, CorrectedMeasure.RATE, kind=None)
    assert (gap.naive, gap.supervised, gap.powered) == (None, None, None)
    assert gap.reason == "Courier has 30 coded units here; at least 100 are needed"


def test_a_stratum_that_nobody_coded_corrects_nothing(invent, write_run):
    run = write_run(articles(invent))
    whole = coded(run)
    found = {entry.unit for entry in whole.sample.key if entry.label == "finding"}
    left = replace(whole, codings=tuple(c for c in whole.codings if c.unit not in found))
    gap = the_gap(compare_run(run, QUICK, coded=[left]), CorrectedMeasure.RATE, kind=None)
    assert gap.reason == "Courier has a stratum without a coded unit"


def test_units_that_did_not_come_back_are_stood_for_by_their_stratum(invent, write_run):
    run = write_run(articles(invent, n_events=24))
    whole = coded(run)
    lost = {entry.unit for n, entry in enumerate(whole.sample.key) if n % 2}
    half = replace(whole, codings=tuple(c for c in whole.codings if c.unit not in lost))
    comparison = compare_run(run, QUICK, coded=[half])
    gap = the_gap(comparison, CorrectedMeasure.RATE, kind=None)
    assert comparison.corrections[0].n_coded == len(whole.codings) / 2
    assert gap.powered.low < 0 < gap.powered.high


def test_articles_are_the_unit_where_no_event_is_shared(invent, write_run):
    apart = []
    for article in articles(invent):
        raw = replace(article.article.article, event=article.id)
        apart.append(replace(article, article=replace(article.article, article=raw)))
    run = write_run(apart)
    comparison = compare_run(run, QUICK, coded=[coded(run)])
    assert comparison.unit == "article"
    gap = the_gap(comparison, CorrectedMeasure.RATE, kind=None)
    assert (gap.naive.value, gap.powered.value) == pytest.approx((20, 0))


def test_the_signature_names_the_codings(invent, write_run):
    run = write_run(articles(invent))
    first, second = coded(run), coded(run, seed=1)
    signatures = [compare_run(run, QUICK, coded=[c]).signature for c in (first, second)]
    assert signatures[0]["coded_framing"] != signatures[1]["coded_framing"]
    assert "coded_framing" not in compare_run(run, QUICK).signature
    assert compare_run(run, QUICK).corrections == ()


def test_codings_of_another_run_are_refused(invent, write_run):
    run = write_run(articles(invent))
    of_run = coded(run)
    other = replace(of_run, sample=replace(of_run.sample, run="0" * 64), path="coded.jsonl")
    with pytest.raises(CodingError, match=r"coded\.jsonl, line 1: .* drawn from another run"):
        compare_run(run, QUICK, coded=[other])
    with pytest.raises(CodingError, match="counts findings from confidence None"):
        compare_run(run, replace(QUICK, min_confidence=0.5), coded=[of_run])
    moved = replace(of_run.sample.units[0], article="nowhere")
    changed = replace(of_run.sample, units=(moved, *of_run.sample.units[1:]))
    with pytest.raises(CodingError, match="unit u00001 of article nowhere is not in the run"):
        compare_run(run, QUICK, coded=[replace(of_run, sample=changed)])
