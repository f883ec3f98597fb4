from dataclasses import replace

from slantwise.records.comparison import Check, Interval, Outcome, Variant, Verdict
from slantwise.records.correction import CorrectedGap, CorrectedMeasure, Correction
from slantwise.report.pasting import FALSE_DISCOVERY, POWERED, paste, references


def test_the_paragraph_names_numbers_settings_and_what_was_not_done(run) -> None:
    told = paste(run.comparison)
    # 6 events of 3 outlets, one of them given by the data; two copies in the last event
    for part in (
        "18 articles of 3 outlets",
        "slantwise 0.1.0 (model base, label set version 1)",
        "2 further articles could not be analysed",
        "6 events shared by at least two outlets, 1 of them named in the data",
        "1 wire copy or near-duplicate was counted once, with the outlet that ran the text first",
        f"all {run.comparison.family_size} comparisons",
        "not computed, resting on fewer than 4 events with anything to count",
        "error was not corrected",
    ):
        assert part in told
    assert "\n" not in told


def test_the_paragraph_names_the_stricter_threshold_and_what_was_corrected(run) -> None:
    signature = {"framing_threshold": "0.55", "comparison_min_confidence": "0.7"}
    gap = CorrectedGap(
        *(CorrectedMeasure.RATE, "a", "b", None, None, None, None, None, 0.5, 0.5, 120, 120, 6),
        verdict=Verdict.TOO_FEW,
    )
    coded = Correction("framing", "abc", 300, 290, 2, (gap, replace(gap, verdict=Verdict.COMPARED)))
    told = paste(replace(run.comparison, signature=signature, corrections=(coded,)))
    assert "13 kinds at a confidence of 0.7 or more" in told
    assert "out of 1 of 2 differences in findings (290 units coded by 2 people)" in told
    plain = paste(replace(run.comparison, signature={"comparison_min_confidence": "None"}))
    assert "13 kinds and charged each" in plain


def test_without_events_the_paragraph_says_what_that_means(run) -> None:
    told = paste(replace(run.comparison, unit="article", events=()))
    assert "articles were compared as they are" in told
    assert "cluster bootstrap over articles" in told
    assert "Welch and Satterthwaite" in told
    assert "permuting the articles of the two outlets" in told


def test_the_paragraph_names_every_choice_that_is_signed(run) -> None:
    signature = {
        "slantwise": "0.1.0",
        "model": "base",
        "model_digest": "b2206758873e1f80b3a9d75396734e4c",
        "abstain_below": "0.466",
        "comparison_n_resamples": "2000",
        "comparison_seed": "7",
        "events_copy_containment": "0.8",
    }
    told = paste(replace(run.comparison, signature=signature))
    for part in (
        "(model base, digest b2206758873e, label set version 1)",
        "had a probability below 0.466 were given no label",
        "(at least 80 % of the five-word sequences of the shorter text in the longer)",
        "(2,000 resamples, seed 7; Cameron et al., 2008)",
        # 2,000 flips of a first look, 50 times as many where p is small
        "(all patterns of signs where there were at most 2,000, else 2,000 random ones, 100,000",
    ):
        assert part in told


def test_only_choices_that_were_tried_are_told(run) -> None:
    bare = [replace(gap, checks=()) for gap in run.comparison.gaps]
    assert "computed once more" not in paste(replace(run.comparison, gaps=tuple(bare)))
    check = Check(Variant.WIRE, Interval(1.0, 0.5, 1.5), 6, Outcome.HOLDS)
    gaps = (replace(bare[0], checks=(check,)), *bare[1:])
    told = paste(replace(run.comparison, gaps=gaps))
    assert "computed once more with wire copies counted for every outlet that ran them." in told


def test_the_references_are_those_that_the_paragraph_cites(run) -> None:
    assert FALSE_DISCOVERY in references(run.comparison)
    assert POWERED not in references(run.comparison)
    coded = Correction("framing", "abc", 300, 290, 2, ())
    assert references(replace(run.comparison, corrections=(coded,)))[0] == POWERED
