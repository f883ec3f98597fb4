from dataclasses import replace

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
        "fewer than 4 events were not compared",
        "error was not corrected",
    ):
        assert part in told
    assert "\n" not in told


def test_without_events_the_paragraph_says_what_that_means(run) -> None:
    told = paste(replace(run.comparison, unit="article", events=()))
    assert "articles were compared as they are" in told
    assert "cluster-bootstrap standard errors over articles" in told
