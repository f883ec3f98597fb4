"""Wording contrasts of a finished run: actors, acts and typical terms side by side.

Takes the run and the comparison that says which articles report which event.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from slantwise.records.comparison import Comparison, EventRow
from slantwise.records.contrasts import AlignedAct, WordingContrasts
from slantwise.run import RunFolder
from slantwise.wording.aside import Terms, counted_aside
from slantwise.wording.events import (
    MAX_EVENTS,
    ToldEvents,
    aligned_acts,
    kept_acts,
    widest_events,
    write_told,
)
from slantwise.wording.expressions import actor_wordings
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing, opened


def contrast_run(
    run: RunFolder,
    comparison: Comparison,
    settings: WordingSettings | None = None,
    *,
    terms: Terms | None = None,
) -> WordingContrasts:
    """How the outlets of a run word the same actors, places and acts.

    Counted on events that several outlets report, wire copies once; where the run has none, on
    all articles, and then no acts are aligned. A run without articles gives empty tables.

    Args:
        run: a finished run.
        comparison: its comparison.
        settings: how much is listed, and how acts are aligned.
        terms: gives the typical terms, where `begun_terms` has begun to count them; None where
            they are counted from here on.

    Raises:
        RunError: a part is damaged, or the process that counts the terms of a large run ends
            before its time.
    """
    settings = settings or WordingSettings()
    placings = placed(comparison.events)
    names = {actor.id: actor.name for actor in comparison.actors}
    events = widest_events(placings)
    laid = events[:MAX_EVENTS]
    headline = {event.id: event.title for event in comparison.events}
    titles = {event: headline[event] for event in laid}
    begun = nullcontext(terms) if terms else counted_aside(run, placings, settings)
    with begun as given, TemporaryDirectory() as work:
        with opened(run, placings) as base:
            actors = actor_wordings(base, placings, names=names, settings=settings)
            told = write_told(base, laid, Path(work) / "told.arrow", settings)
        # The tables are closed by now: what they held is free for the processes that align.
        acts, n_events, n_unaligned = _acts(told, titles, settings)
        typical = given()
    order = {event.id: number for number, event in enumerate(comparison.events)}
    acts.sort(key=lambda act: order[act.event])
    return WordingContrasts(
        actors=actors,
        acts=tuple(acts),
        typical=typical,
        n_events=n_events,
        n_unaligned=n_unaligned,
        signature=settings.signed(),
        n_events_left=len(events[MAX_EVENTS:]),
    )


def begun_terms(
    run: RunFolder, events: Sequence[EventRow], settings: WordingSettings | None = None
) -> AbstractContextManager[Terms]:
    """What gives `contrast_run` the typical terms, which are counted aside from here on.

    Args:
        run: a finished run.
        events: of its comparison.
        settings: those that `contrast_run` is given.
    """
    return counted_aside(run, placed(events), settings or WordingSettings())


def _acts(
    told: ToldEvents, titles: Mapping[str, str], settings: WordingSettings
) -> tuple[list[AlignedAct], int, int]:
    """The aligned acts that are kept, how many events were aligned, acts without a match."""
    acts: list[AlignedAct] = []
    n_unaligned = n_events = 0
    for found, events_told, unaligned in aligned_acts(told, titles, settings):
        n_events, n_unaligned = n_events + events_told, n_unaligned + unaligned
        acts = kept_acts([*acts, *found], settings.max_acts)
    return acts, n_events, n_unaligned


def placed(events: Sequence[EventRow]) -> tuple[Placing, ...]:
    """Articles on shared events in order, copies left out; all articles where none is shared."""
    copies = {copy for event in events for text in event.wire for copy in text[1:]}
    counted = [(event, [(o, a) for o, a in event.articles if a not in copies]) for event in events]
    shared = [entry for entry in counted if len({outlet for outlet, _ in entry[1]}) > 1]
    return tuple(
        Placing(article, outlet, event.id if shared else "")
        for event, articles in shared or counted
        for outlet, article in articles
    )
