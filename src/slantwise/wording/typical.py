"""Terms typical of an outlet in its own voice, on the events that others report too.

Takes the table of who holds which term; an outlet is held against the others on its own events.
"""

from collections.abc import Sequence

import numpy as np
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
    outlets = sorted({p.outlet for p in shared})
    if len(outlets) < 2:
        return ()
    table = term_table(run, shared, settings)
    return tuple(term for outlet in outlets for term in _of_outlet(outlet, shared, table, settings))


def _of_outlet(
    outlet: str, placings: Sequence[Placing], table: TermTable, settings: WordingSettings
) -> list[TypicalTerm]:
    ours, others = _rows_of(outlet, placings)
    if not others:
        return []
    sides = _sides(placings, (ours, others), table.held)
    counts = [np.asarray(side.sum(axis=0)).ravel().astype(np.float64) for side in sides]
    prior = informative_prior(counts[0] + counts[1], size=settings.prior_size)
    odds = log_odds(counts[0], counts[1], prior)
    n_events = np.asarray((sides[0] > 0).sum(axis=0)).ravel()
    enough = (counts[0] >= settings.minimum_articles) & (n_events >= settings.minimum_events)
    listed = enough & (odds.z >= _LISTED)
    best = [int(t) for t in np.argsort(-odds.z, kind="stable") if listed[t]][: settings.max_terms]
    if not best:
        return []
    low, high = _intervals(sides, best, prior, settings)
    return [
        TypicalTerm(
            outlet=outlet,
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


def _rows_of(outlet: str, placings: Sequence[Placing]) -> tuple[list[int], list[int]]:
    """Rows of the outlet's articles, and of the others' articles on its events."""
    events = {p.event for p in placings if p.outlet == outlet}
    ours = [row for row, p in enumerate(placings) if p.outlet == outlet]
    others = [row for row, p in enumerate(placings) if p.outlet != outlet and p.event in events]
    return ours, others


def _sides(
    placings: Sequence[Placing], sides: tuple[list[int], list[int]], held: sparse.csr_matrix
) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Matrices [event, term] of the two sides' rows, over the events of the first, sorted."""
    ours, others = sides
    place = {event: at for at, event in enumerate(sorted({placings[row].event for row in ours}))}
    first, second = (
        _by_event([(row, place[placings[row].event]) for row in rows], held, len(place))
        for rows in (ours, others)
    )
    return first, second


def _by_event(
    rows: Sequence[tuple[int, int]], held: sparse.csr_matrix, n_events: int
) -> sparse.csr_matrix:
    """Matrix [event, term] of how many of the articles hold each term."""
    articles = [row for row, _ in rows]
    ones = np.ones(len(rows), np.float32)
    chosen = sparse.csr_matrix(
        (ones, ([event for _, event in rows], range(len(rows)))), shape=(n_events, len(rows))
    )
    return (chosen @ held[articles]).tocsr()


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
