import pytest

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.reading import read_counts
from slantwise.comparison.speaking import introduction_rows, speakers, speech_rows
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Attribution, Finding, Kind, Span, Stance, Voice
from slantwise.records.comparison import Quoted, Verdict

QUICK = ComparisonSettings(n_resamples=200)


def quote(speaker, n_words, voice=Voice.DIRECT, at=10, **more):
    """A quotation introduced by a cue of four letters at `at`."""
    cue = Span(at, at + 4)
    return Attribution(voice, (Span(at + 5, at + 9),), cue, None, speaker, n_words=n_words, **more)


def loaded(at, *, sure=0.9, voice=Voice.OUTLET):
    span, kinds = Span(at, at + 4), (Kind.LOADED_ATTRIBUTION,)
    return Finding(span, 0, kinds, voice, None, (), Stance.NEUTRAL, sure, "invented")


def prepared(write_run, articles, **settings):
    """Each article is an event of its own."""
    counts = read_counts(write_run(articles), **settings)
    return counts, units_of(counts, [Event(a.id, (a.id,), True, ()) for a in articles])


def rows(counts, units, make=speech_rows):
    return list(make(counts, units, speakers(counts, units).tolist(), QUICK))


def test_words_go_to_the_speaker_and_the_side(invent, write_run):
    said = [
        quote("army<varenia", 30, at=0),
        quote("dockers", 10, Voice.REPORTED, at=20),
        quote(None, 7, at=40),
    ]
    found = rows(*prepared(write_run, [invent.article("a", "Courier", said=said)]))
    every = {row.actor: row for row in found if row.quoted is Quoted.ALL}
    # 30 of 40 known words are the army's, and so are Varenia's; 7 words are no one's
    assert {a: (r.n_words, r.n_known, r.n_unknown) for a, r in every.items()} == {
        "army": (30, 40, 7),
        "varenia": (30, 40, 7),
        "dockers": (10, 40, 7),
    }
    assert (every["army"].share, every["army"].verdict) == (None, Verdict.TOO_FEW)
    direct = {r.actor: (r.n_words, r.n_known) for r in found if r.quoted is Quoted.DIRECT}
    assert direct == {"army": (30, 30), "varenia": (30, 30)}


def test_a_share_rests_on_enough_events_that_quote_the_actor(invent, write_run):
    articles = [
        invent.article(
            f"{n}",
            "Courier",
            said=[quote("army", 10 + n, at=0), quote("dockers", 10, at=20)]
            + ([quote("mayor", 5, at=40)] if n < 2 else []),
        )
        for n in range(6)
    ]
    every = [r for r in rows(*prepared(write_run, articles)) if r.quoted is Quoted.ALL]
    found = {row.actor: row for row in every}
    # 10 + 11 + … + 15 = 75 of 75 + 60 + 10 words
    assert found["army"].share.value == pytest.approx(75 / 145)
    assert found["army"].share.low < 75 / 145 < found["army"].share.high
    # two events are too few for a share, whatever the denominator
    assert (found["mayor"].n_words, found["mayor"].share) == (10, None)


def test_introductions_loaded_and_plain(invent, write_run):
    said = [
        quote("army", 3, at=0),
        quote("army", 3, at=20),
        # the same cue introduces a second stretch: one introduction
        quote("army", 3, Voice.REPORTED, at=20),
        # inside other speech: not the outlet's
        quote("army", 3, at=40, cited_by=0),
        quote(None, 3, at=60),
    ]
    article = invent.article("a", "Courier", said=said, found=[loaded(20), loaded(40)])
    (row,) = rows(*prepared(write_run, [article]), introduction_rows)
    assert (row.n_loaded, row.n_introductions, row.n_unknown, row.n_articles) == (1, 2, 1, 1)


def test_a_loaded_word_of_a_quoted_voice_loads_no_introduction(invent, write_run):
    said, found = [quote("army", 3, at=0)], [loaded(0, voice=Voice.DIRECT)]
    article = invent.article("a", "Courier", said=said, found=found)
    (row,) = rows(*prepared(write_run, [article]), introduction_rows)
    assert (row.n_loaded, row.n_introductions) == (0, 1)


def test_findings_below_the_confidence_asked_for_load_nothing(invent, write_run):
    said, found = [quote("army", 3, at=0)], [loaded(0, sure=0.6)]
    article = invent.article("a", "Courier", said=said, found=found)
    counts, units = prepared(write_run, [article], min_confidence=0.7)
    (row,) = rows(counts, units, introduction_rows)
    assert row.n_loaded == 0


def test_a_run_without_quotations_gives_no_rows(invent, write_run):
    counts, units = prepared(write_run, [invent.article("a", "Courier")])
    assert rows(counts, units) == rows(counts, units, introduction_rows) == []
