from slantwise.comparison import ComparisonSettings
from slantwise.comparison.agency import agency_rows, doers
from slantwise.comparison.reading import read_counts
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import Harm, HarmForm, Span, Voice

QUICK = ComparisonSettings(n_resamples=200)


def harm(form, doer, voice=Voice.OUTLET):
    return Harm(Span(0, 1), 0, form, voice, doer)


def rows(write_run, articles, events):
    counts = read_counts(write_run(articles))
    units = units_of(counts, [Event(f"e{n}", ids, True, ()) for n, ids in enumerate(events)])
    found = agency_rows(counts, units, doers(counts, units).tolist(), QUICK)
    return {(row.outlet, row.actor): row for row in found}


def test_a_doer_left_out_counts_where_another_article_on_the_event_names_it(invent, write_run):
    articles = [
        invent.article("a", "Courier", told=[harm(HarmForm.ACTIVE, "army<varenia")]),
        invent.article("b", "Lantern", told=[harm(HarmForm.PASSIVE, "army<varenia")] * 2),
        # nobody names the army on the other event: a guess alone counts for no one
        invent.article("c", "Lantern", told=[harm(HarmForm.NOMINAL, "army<varenia")]),
    ]
    found = rows(write_run, articles, [("a", "b"), ("c",)])
    courier, lantern = found["Courier", "army"], found["Lantern", "army"]
    assert (courier.n_named, courier.n_harms, courier.n_unknown) == (1, 1, 0)
    assert (lantern.n_named, lantern.n_harms, lantern.n_unknown) == (0, 2, 1)
    assert lantern.forms[HarmForm.PASSIVE] == sum(lantern.forms.values()) == 2
    side = found["Lantern", "varenia"]
    assert (side.n_named, side.n_harms, side.share) == (0, 2, None)


def test_quoted_voices_and_unknown_doers_stand_apart(invent, write_run):
    told = [
        harm(HarmForm.ACTIVE, "army"),
        harm(HarmForm.ACTIVE, "army", Voice.DIRECT),
        harm(HarmForm.ACTIVE, None),
        harm(HarmForm.PASSIVE, None),
    ]
    row = rows(write_run, [invent.article("a", "Courier", told=told)], [("a",)])["Courier", "army"]
    assert (row.n_named, row.n_harms, row.n_unknown, row.n_articles) == (1, 1, 2, 1)


def test_no_harms_give_no_rows(invent, write_run):
    assert rows(write_run, [invent.article("a", "Courier")], [("a",)]) == {}
