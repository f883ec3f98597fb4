"""Articles without an event that join one which the data name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.events.reading import Ints
from slantwise.events.similarity import Pairs, Similarity


@dataclass(frozen=True, slots=True)
class GivenEvents:
    """Events that the data name.

    Attributes:
        rows: sorted rows of each event's articles, by its id.
        near: ids of events that hold an article similar to a row's, by row.
    """

    rows: Mapping[str, Ints]
    near: Mapping[int, frozenset[str]]

    def closest(self, members: Ints, similarity: Similarity) -> str:
        """Id of the event that is most alike on the whole; "" where none is alike enough.

        The mean is taken over all pairs of a member and an article of the event; on ties the
        first event by id counts.
        """
        candidates = {event for row in members.tolist() for event in self.near.get(row, ())}
        best, closest = similarity.settings.threshold, ""
        for event in sorted(candidates):
            mean = float(similarity.between(members, self.rows[event]).mean())
            if mean > best or (mean == best and not closest):
                best, closest = mean, event
        return closest


def given_events(given: Sequence[str], pairs: Pairs) -> GivenEvents:
    """The given events, and which rows without one are near them.

    Args:
        given: event of each row; "" where it has none.
        pairs: similar pairs of rows.
    """
    rows: dict[str, list[int]] = {}
    for row, event in enumerate(given):
        if event:
            rows.setdefault(event, []).append(row)
    near: dict[int, set[str]] = {}
    for row, other in zip(pairs[0].tolist(), pairs[1].tolist(), strict=True):
        if bool(given[row]) != bool(given[other]):
            free, named = (other, row) if given[row] else (row, other)
            near.setdefault(free, set()).add(given[named])
    return GivenEvents(
        rows={event: np.array(found, np.int64) for event, found in rows.items()},
        near={row: frozenset(events) for row, events in near.items()},
    )


def among(chosen: NDArray[np.bool_], pairs: Pairs) -> Pairs:
    """The pairs whose rows are both chosen.

    Args:
        chosen: array [row].
        pairs: pairs of rows.
    """
    kept = chosen[pairs[0]] & chosen[pairs[1]]
    return pairs[0][kept], pairs[1][kept], pairs[2][kept]
