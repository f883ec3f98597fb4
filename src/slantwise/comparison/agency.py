"""Whether the doer of a harm is named, by outlet and doer.

A harm told without a doer counts for an actor where the article makes the actor likely and some
article on the event names it as the doer of a harm: the first alone is a guess, the second is
what others could say of the event.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from slantwise.comparison.counts import (
    FORMS,
    NAMES_AGENT,
    VOICES,
    Flags,
    Ints,
    RunCounts,
    parents_of,
    with_sides,
)
from slantwise.comparison.ranking import ranked
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import Cases, case_totals, intervals_of
from slantwise.comparison.units import Units
from slantwise.records import Voice
from slantwise.records.comparison import AgencyRow, Verdict


def doers(counts: RunCounts, units: Units) -> Ints:
    """Numbers of the actors named or held for doers in outlets' own voice, as `harm_cases`."""
    found, _ = harm_cases(counts, units, own_voice=True)
    return ranked(counts, units, found.article, found.actor)


def harm_cases(counts: RunCounts, units: Units, *, own_voice: bool) -> tuple[Cases, Ints]:
    """Harms with a doer, a hit where it is named; and array [row] of their forms.

    Args:
        counts: the run.
        units: by whose events a likely doer is confirmed.
        own_voice: whether harms told by quoted voices are left out.
    """
    harms = counts.harms
    rows, actor = with_sides(harms.doer, parents_of(counts.actors))
    article, form = harms.article[rows], harms.form[rows]
    named = NAMES_AGENT[form]
    kept = named | _confirmed(units.event[article] * max(1, len(counts.actors)) + actor, named)
    if own_voice:
        kept &= harms.voice[rows] == VOICES.index(Voice.OUTLET)
    return Cases(article[kept], actor[kept], named[kept]), form[kept]


def _confirmed(event_and_actor: Ints, named: Flags) -> Flags:
    """Array [row], whether a harm that names the actor stands in the event."""
    confirmed: Flags = np.isin(event_and_actor, event_and_actor[named])
    return confirmed


def agency_rows(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> Iterator[AgencyRow]:
    """One row an outlet × doer, in the order of actors, then outlets."""
    found, form = harm_cases(counts, units, own_voice=True)
    unknown = _unknown(counts, units, found)
    for actor in actors:
        own, forms = found.of(actor), form[found.actor == actor]
        all_totals = case_totals(own, counts, units)
        counted, outlet_of = units.counted[own.article], counts.outlet[own.article]
        for outlet, (totals, (share,)) in enumerate(
            zip(all_totals, intervals_of(all_totals, settings), strict=True)
        ):
            if not len(totals):
                continue
            ours = counted & (outlet_of == outlet)
            by_form = np.bincount(forms[ours], minlength=len(FORMS)).tolist()
            yield AgencyRow(
                outlet=counts.outlets[outlet],
                actor=counts.actors[actor].id,
                n_named=round(totals.numerators.sum()),
                n_harms=round(totals.denominators.sum()),
                forms=dict(zip(FORMS, by_form, strict=True)),
                n_unknown=int(unknown[outlet]),
                n_articles=len(np.unique(own.article[ours])),
                share=share,
                n_units=len(totals),
                verdict=Verdict.COMPARED if share else Verdict.TOO_FEW,
            )


def _unknown(counts: RunCounts, units: Units, found: Cases) -> Ints:
    """Array [outlet] of harms in the outlet's own voice that count for no actor."""
    harms = counts.harms
    ours = units.counted[harms.article] & (harms.voice == VOICES.index(Voice.OUTLET))
    n_outlets = len(counts.outlets)
    told = np.bincount(counts.outlet[harms.article[ours]], minlength=n_outlets)
    top = parents_of(counts.actors)[found.actor] < 0
    charged = found.article[top & units.counted[found.article]]
    return told - np.bincount(counts.outlet[charged], minlength=n_outlets)
