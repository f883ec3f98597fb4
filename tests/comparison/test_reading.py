from datetime import date, datetime

import pytest

from slantwise.comparison.counts import KINDS, VOICES
from slantwise.comparison.reading import event_articles, event_readings, read_counts
from slantwise.errors import RunError
from slantwise.events import EventArticle, EventSettings
from slantwise.records import Kind, Voice


def test_a_run_in_numbers(invent, write_run):
    counts = read_counts(
        write_run(
            [
                invent.article(
                    "a",
                    "Lantern",
                    words=(90, 8, 2, 1),
                    found=[
                        (Voice.OUTLET, Kind.LABEL, 0.9),
                        (Voice.OUTLET, Kind.LABEL, 0.6),
                        (Voice.DIRECT, Kind.AGENCY, 0.9),
                    ],
                ),
                invent.problem("row 2"),
                invent.article("c", "Courier", day=None),
                invent.problem("row 4"),
                invent.article("e", "Lantern", day="2026-03-04T23:30:00+02:00"),
            ]
        )
    )
    assert counts.ids == ("a", "c", "e")
    assert counts.titles == ("Headline",) * 3
    assert counts.outlets == ("Courier", "Lantern")
    assert counts.outlet.tolist() == [1, 0, 1]
    assert counts.days == (date(2026, 3, 2), None, date(2026, 3, 4))
    assert counts.words.tolist() == [[90, 8, 2, 1], [100, 0, 0, 0], [100, 0, 0, 0]]
    assert (counts.n_problems, counts.n_not_analysed) == (2, 2)
    assert counts.findings.shape == (3, 4, 13)
    assert counts.findings.sum() == 3
    assert counts.findings[0, VOICES.index(Voice.OUTLET), KINDS.index(Kind.LABEL)] == 2
    assert counts.findings[0, VOICES.index(Voice.DIRECT), KINDS.index(Kind.AGENCY)] == 1


def test_a_run_without_articles(invent, write_run):
    for outcomes in ([], [invent.problem("row 1")]):
        counts = read_counts(write_run(outcomes, name=f"run{len(outcomes)}"))
        assert counts.ids == counts.outlets == counts.actors == ()
        assert counts.words.shape == (0, 4)
        assert counts.findings.shape == (0, 4, 13)
        assert len(counts.stances.article) == 0


def test_event_articles_have_the_body_without_the_headline(invent, write_run):
    run = write_run(
        [
            invent.article("a", "Courier", event="x", body="Rain fell."),
            invent.problem("row 2"),
            invent.article("b", "Lantern", day=None, body="It poured."),
        ]
    )
    found = [article for part in run.parts() for article in event_articles(part)]
    assert [article.text.strip() for article in found] == ["Rain fell.", "It poured."]
    assert found[0] == EventArticle(
        "a", "Courier", "Headline", found[0].text, datetime(2026, 3, 2), "x"
    )
    assert found[1].published is None


def test_a_damaged_part_is_named(invent, write_run):
    run = write_run([invent.article("a", "Courier")])
    run.part(0).write_bytes(b"not parquet")
    with pytest.raises(RunError, match=r"000000\.parquet is damaged"):
        read_counts(run)
    with pytest.raises(RunError, match="damaged"):
        event_readings(run, EventSettings())
