from dataclasses import replace

from slantwise.records.comparison import Verdict
from slantwise.records.correction import CorrectedGap, CorrectedMeasure, Correction
from slantwise.report.pasting import paste


def test_the_paragraph_names_numbers_settings_and_what_was_not_done(run) -> None:
    told = paste(run.comparison)
    # 6 events of 3 outlets, one of them given by the data; two copies in the last event
    for part in (
        "18 articles of 3 outlets",
        "slantwise 0.1.0 (model base)",
        "2 further articles could not be analysed",
        "6 events shared by at least two outlets, 1 of them named in the data",
        "1 wire copy counted once",
        f"all {run.comparison.family_size} comparisons",
        "fewer than 4 events with anything to count were not computed",
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
    assert "cluster-bootstrap standard errors over articles" in told
