from dataclasses import replace
from datetime import date

from slantwise.report.method import NOT_RECORDED, method


def test_the_model_and_thresholds_come_from_the_signature(run) -> None:
    told = method(run.comparison, generated=None)
    assert told.model == "base"
    assert "Thresholds: finding threshold 0.50, stance threshold 0.55." in told.paragraphs[1]
    assert told.signature[0] == ("finding_threshold", "0.50")


def test_an_empty_signature_is_not_filled_in(run) -> None:
    told = method(replace(run.comparison, signature={}), generated=None)
    assert told.model == NOT_RECORDED
    assert told.signature == ()
    assert "Thresholds" not in told.paragraphs[1]
    assert "version not recorded" in told.citation


def test_the_three_states_are_counted(run) -> None:
    # Record: Varenia, authority, Vel in 6 articles each; one of Vel abstains, and so does
    # Varenia's, to which Vel rolls up. Formula: Varenia, authority, union in 5 each (one copy).
    # Bell: Varenia, authority, union, Vel in 6 each. 18 + 15 + 24 = 57.
    told = method(run.comparison, generated=None)
    assert "Of 57 judgements" in told.limits[1]
    assert "55 were labelled, 2 abstained" in told.limits[1]
    assert "and 0 failed" in told.limits[1]


def test_resamples_and_seed_are_told_where_they_are_signed(run) -> None:
    signature = {"comparison_n_resamples": "2000", "comparison_seed": "3"}
    told = method(replace(run.comparison, signature=signature), generated=None)
    assert "standard error over events (2000 resamples, seed 3); that" in told.paragraphs[3]


def test_without_events_the_method_says_what_that_costs(run) -> None:
    told = method(replace(run.comparison, unit="article"), generated=None)
    assert "a difference may come from what the outlets cover" in told.paragraphs[0]
    assert "by permutation of articles" in told.paragraphs[3]


def test_the_citation_names_run_version_model_and_day(run) -> None:
    told = method(run.comparison, generated=date(2026, 5, 1))
    assert told.citation == (
        "slantwise (version 0.1.0), comparison of the run “demo & <run>” with the model base, made "
        "on 1 May 2026. The signature and the digests of all files stand in manifest.json."
    )
