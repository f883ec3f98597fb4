"""Terms typical of an outlet in its own voice, on the events that others report too.

Takes the table of who holds which term; an outlet is held against the others on its own events.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from slantwise.records.contrasts import TypicalTerm
from slantwise.run import RunFolder
from slantwise.wording.log_odds import (
    EventCounts,
    Floats,
    event_intervals,
    informative_prior,
    log_odds,
)
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing
from slantwise.wording.term_table import TermTable, term_table

Ints = NDArray[np.int64]

_SIGNIFICANT = 1.96
_LISTED = 1.0
"""A z-score from which a term is listed at all."""


def typical_terms(
    run: RunFolder, placings: Sequence[Placing], settings: WordingSettings
) -> tuple[TypicalTerm, ...]:
    """Typical terms by outlet, the highest z first; empty where no event is shared.

    An outlet is held against the other outlets' articles on its own events. Terms in too few
    articles or on too few events are not weighed.
    """
    shared = [p for p in placings if p.event]
    places = _places(shared)
    if len(places.outlets) < 2:
        return ()
    table = term_table(run, shared, settings)
    return tuple(
        term
        for number in range(len(places.outlets))
        for term in _of_outlet(number, places, table, settings)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """Where the counted articles belong, in numbers.

    Attributes:
        outlets: names, sorted.
        outlet: array [article].
        event: array [article]; events are numbered in the order of their ids.
    """

    outlets: Sequence[str]
    outlet: Ints
    event: Ints


def _places(placings: Sequence[Placing]) -> _Places:
    outlets = sorted({p.outlet for p in placings})
    outlet = {name: number for number, name in enumerate(outlets)}
    event = {name: number for number, name in enumerate(sorted({p.event for p in placings}))}
    return _Places(
        outlets,
        np.array([outlet[p.outlet] for p in placings], np.int64),
        np.array([event[p.event] for p in placings], np.int64),
    )


def _of_outlet(
    number: int, places: _Places, table: TermTable, settings: WordingSettings
) -> list[TypicalTerm]:
    ours, others = _rows_of(number, places)
    if not len(others):
        return []
    sides = _sides(places.event, (ours, others), table.held)
    counts = [np.asarray(side.sum(axis=0)).ravel().astype(np.float64) for side in sides]
    prior = informative_prior(counts[0] + counts[1], size=settings.prior_size)
    odds = log_odds(counts[0], counts[1], prior)
    n_events = np.asarray((sides[0] > 0).sum(axis=0)).ravel()
    enough = (counts[0] >= settings.minimum_articles) & (n_events >= settings.minimum_events)
    listed = enough & (odds.z >= _LISTED)
    order = np.argsort(-odds.z, kind="stable")
    best = order[listed[order]][: settings.max_terms].tolist()
    if not best:
        return []
    low, high = _intervals(sides, best, prior, settings)
    return [
        TypicalTerm(
            outlet=places.outlets[number],
            term=table.terms[term],
            n_articles=int(counts[0][term]),
            of_articles=len(ours),
            n_others=int(counts[1][term]),
            of_others=len(others),
            n_events=int(n_events[term]),
            log_odds=float(odds.difference[term]),
            z=float(odds.z[term]),
            low=float(low[at]),
            high=float(high[at]),
            holds=bool(low[at] > 0 and odds.z[term] >= _SIGNIFICANT),
        )
        for at, term in enumerate(best)
    ]


def _rows_of(number: int, places: _Places) -> tuple[Ints, Ints]:
    """Rows of the outlet's articles, and of the others' articles on its events."""
    own = places.outlet == number
    told = np.zeros(places.event.max() + 1, np.bool_)
    told[places.event[own]] = True
    return np.flatnonzero(own), np.flatnonzero(~own & told[places.event])


def _sides(
    event: Ints, sides: tuple[Ints, Ints], held: sparse.csr_matrix
) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Matrices [event, term] of the two sides' rows, over the events of the first, sorted."""
    told = np.unique(event[sides[0]])
    first, second = (
        _by_event(rows, np.searchsorted(told, event[rows]), held, len(told)) for rows in sides
    )
    return first, second


def _by_event(rows: Ints, event: Ints, held: sparse.csr_matrix, n_events: int) -> sparse.csr_matrix:
    """Matrix [event, term] of how many of the articles hold each term.

    Args:
        rows: array [article].
        event: array [article], number of its event.
        held: matrix [row, term].
        n_events: events there are.
    """
    ones = np.ones(len(rows), np.float32)
    chosen = sparse.csr_matrix((ones, (event, np.arange(len(rows)))), shape=(n_events, len(rows)))
    return (chosen @ held[rows]).tocsr()


def _intervals(
    sides: Sequence[sparse.csr_matrix],
    best: Sequence[int],
    prior: Floats,
    settings: WordingSettings,
) -> tuple[Floats, Floats]:
    first, second = (side[:, best].toarray().astype(np.float64) for side in sides)
    totals = [np.asarray(side.sum(axis=1)).ravel().astype(np.float64) for side in sides]
    return event_intervals(
        EventCounts((first, second), (totals[0], totals[1])),
        prior[best],
        prior_size=float(prior.sum()),
        n_resamples=settings.n_resamples,
        seed=settings.seed,
    )
