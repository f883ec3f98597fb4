"""Which articles count, and what is resampled: events, or articles where no event is shared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from slantwise.comparison.counts import Ints, RunCounts
from slantwise.events import Event


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Articles by event.

    Attributes:
        name: what is resampled.
        event: array [article], position of its event.
        unit: array [article], number of what it is resampled with.
        counted: array [article], whether it counts: a wire copy counts with its original.
    """

    name: Literal["event", "article"]
    event: Ints
    unit: Ints
    counted: NDArray[np.bool_]


def units_of(counts: RunCounts, events: Sequence[Event]) -> Units:
    """The units of a run; events where at least one has articles that count of two outlets."""
    place = {id_: number for number, id_ in enumerate(counts.ids)}
    event = np.zeros(len(counts.ids), np.int64)
    counted = np.ones(len(counts.ids), np.bool_)
    for number, held in enumerate(events):
        event[[place[id_] for id_ in held.articles]] = number
        counted[[place[copy] for group in held.wire for copy in group[1:]]] = False
    if _any_shared(event[counted], counts.outlet[counted]):
        return Units("event", event, event, counted)
    return Units("article", event, np.arange(len(counts.ids), dtype=np.int64), counted)


def with_copies(units: Units) -> Units:
    """The same with every wire copy counted for the outlet that ran it."""
    return replace(units, counted=np.ones_like(units.counted))


def _any_shared(event: Ints, outlet: Ints) -> bool:
    """Whether two outlets stand in one event."""
    order = np.lexsort((outlet, event))
    same_event = np.diff(event[order]) == 0
    return bool((same_event & (np.diff(outlet[order]) != 0)).any())
