"""What was read: rows of outlets, events and actors."""

from collections.abc import Sequence

import numpy as np

from slantwise.comparison.counts import VOICES, Ints, RunCounts
from slantwise.comparison.units import Units
from slantwise.events import Event
from slantwise.records.comparison import ActorRow, EventRow, OutletRow


def outlet_rows(counts: RunCounts, units: Units) -> tuple[OutletRow, ...]:
    """One row an outlet, by name."""
    n_outlets = max(1, len(counts.outlets))
    held = np.divmod(np.unique(units.event * n_outlets + counts.outlet), n_outlets)
    outlets_of_event = np.bincount(held[0], minlength=1)
    return tuple(
        _outlet_row(
            counts,
            units,
            outlet=outlet,
            n_events=int((outlets_of_event[held[0][held[1] == outlet]] > 1).sum()),
        )
        for outlet in range(len(counts.outlets))
    )


def _outlet_row(counts: RunCounts, units: Units, *, outlet: int, n_events: int) -> OutletRow:
    ours = counts.outlet == outlet
    words = counts.words[ours & units.counted].sum(axis=0).tolist()
    findings = counts.findings[ours & units.counted].sum(axis=(0, 2)).tolist()
    return OutletRow(
        outlet=counts.outlets[outlet],
        n_articles=int(ours.sum()),
        n_wire=int((ours & ~units.counted).sum()),
        n_events=n_events,
        words=dict(zip(VOICES, words, strict=True)),
        findings=dict(zip(VOICES, findings, strict=True)),
    )


def event_rows(counts: RunCounts, events: Sequence[Event]) -> tuple[EventRow, ...]:
    """One row an event: those of several outlets first, each part by date and id."""
    place = {id_: number for number, id_ in enumerate(counts.ids)}
    rows = [_event_row(counts, event, [place[id_] for id_ in event.articles]) for event in events]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                len({outlet for outlet, _ in row.articles}) < 2,
                row.first is None,
                row.first.toordinal() if row.first else 0,
                row.id,
            ),
        )
    )


def _event_row(counts: RunCounts, event: Event, numbers: Sequence[int]) -> EventRow:
    """One row; `numbers` are the event's articles, earliest first."""
    days = [day for number in numbers if (day := counts.days[number])]
    named = [(counts.outlets[counts.outlet[number]], counts.ids[number]) for number in numbers]
    return EventRow(
        id=event.id,
        title=counts.titles[numbers[0]],
        first=min(days, default=None),
        last=max(days, default=None),
        articles=tuple(sorted(named, key=lambda article: article[0])),
        wire=event.wire,
        given=event.given,
    )


def actor_rows(
    counts: RunCounts, order: Ints, *, n_articles: Ints, n_outlets: Ints
) -> tuple[ActorRow, ...]:
    """One row an actor, in the given order of actor numbers.

    Args:
        counts: the run.
        order: array [actor] of numbers.
        n_articles: array [actor number], articles that mention it or a member.
        n_outlets: array [actor number], outlets that do.
    """
    return tuple(
        ActorRow(
            id=counts.actors[number].id,
            name=counts.actors[number].name,
            kind=counts.actors[number].kind,
            parent=counts.actors[number].parent,
            n_articles=int(n_articles[number]),
            n_outlets=int(n_outlets[number]),
            aliases_seen=counts.actors[number].aliases,
        )
        for number in order.tolist()
    )
