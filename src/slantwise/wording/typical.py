"""Terms typical of an outlet in its own voice, on the events that others report too.

Two passes over a run's parts: the first counts hashed terms in a table of fixed size, the
second keeps only terms that enough articles can hold. Memory grows by a few hundred bytes an
article, never by its text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from scipy import sparse

from slantwise.records import Span, Voice
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
from slantwise.wording.terms import names_of, own_stretches, terms_of

_SLOTS = 2**24
_SIGNIFICANT = 1.96
_LISTED = 1.0
"""A z-score from which a term is listed at all."""
_COLUMNS = [
    *(f"article.{name}" for name in ("id", "outlet", "byline", "text")),
    *(f"attributions.list.element.{name}" for name in ("voice", "content")),
]
_ATTRIBUTED = frozenset({Voice.DIRECT.value, Voice.REPORTED.value})


@dataclass(frozen=True, slots=True, eq=False)
class TermTable:
    """Which articles hold which terms.

    Attributes:
        terms: the vocabulary, sorted.
        held: matrix [article, term] of 0 and 1, articles in the order of the placings.
    """

    terms: tuple[str, ...]
    held: sparse.csr_matrix


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


def term_table(run: RunFolder, placings: Sequence[Placing], settings: WordingSettings) -> TermTable:
    """The vocabulary and who holds it."""
    row_of = {placing.article: row for row, placing in enumerate(placings)}
    slots = np.zeros(_SLOTS, np.uint32)
    for _, terms in _articles(run, row_of):
        slots[_hashes(terms)] += 1
    number: dict[str, int] = {}
    rows, columns = [], []
    for row, terms in _articles(run, row_of):
        kept = [t for t in terms if slots[crc32(t.encode()) % _SLOTS] >= settings.minimum_articles]
        columns.append(np.array([number.setdefault(t, len(number)) for t in kept], np.int32))
        rows.append(np.full(len(kept), row, np.int32))
    return _table(number, rows, columns, len(placings), settings)


def _hashes(terms: frozenset[str]) -> np.ndarray:
    return np.unique(np.array([crc32(term.encode()) % _SLOTS for term in terms], np.int64))


def _table(
    number: Mapping[str, int],
    rows: Sequence[np.ndarray],
    columns: Sequence[np.ndarray],
    n_articles: int,
    settings: WordingSettings,
) -> TermTable:
    empty = np.empty(0, np.int32)
    row, column = np.concatenate([empty, *rows]), np.concatenate([empty, *columns])
    shape = (n_articles, max(1, len(number)))
    held = sparse.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=shape)
    counts = np.asarray(held.sum(axis=0)).ravel()
    terms = list(number)
    often = [i for i in range(len(terms)) if counts[i] >= settings.minimum_articles]
    often = sorted(often, key=lambda i: (-counts[i], terms[i]))[: settings.vocabulary]
    often.sort(key=lambda i: terms[i])
    return TermTable(tuple(terms[i] for i in often), held[:, often].tocsr())


def _articles(run: RunFolder, row_of: Mapping[str, int]) -> Iterator[tuple[int, frozenset[str]]]:
    """Row and terms of every placed article, one part in memory at a time."""
    import pyarrow.parquet as pq

    for path in run.parts():
        for batch in pq.ParquetFile(path).iter_batches(batch_size=64, columns=_COLUMNS):
            for item in batch.to_pylist():
                article = item["article"]
                if article is not None and article["id"] in row_of:
                    yield row_of[article["id"]], _terms(article, item["attributions"] or ())


def _terms(
    article: Mapping[str, str], attributions: Sequence[Mapping[str, object]]
) -> frozenset[str]:
    text = article["text"]
    quoted = [
        Span(piece["start"], piece["end"])
        for attribution in attributions
        if attribution["voice"] in _ATTRIBUTED
        for piece in attribution["content"]  # type: ignore[attr-defined]
    ]
    names = names_of(article["outlet"] or "", article["byline"] or "")
    return terms_of([span.of(text) for span in own_stretches(len(text), quoted)], names)


def _of_outlet(
    outlet: str, placings: Sequence[Placing], table: TermTable, settings: WordingSettings
) -> list[TypicalTerm]:
    events = sorted({p.event for p in placings if p.outlet == outlet})
    place = {event: at for at, event in enumerate(events)}
    ours = [r for r, p in enumerate(placings) if p.outlet == outlet]
    others = [r for r, p in enumerate(placings) if p.outlet != outlet and p.event in place]
    if not others:
        return []
    sides = tuple(
        _by_event([(r, place[placings[r].event]) for r in rows], table.held, len(events))
        for rows in (ours, others)
    )
    counts = [np.asarray(side.sum(axis=0)).ravel().astype(np.float64) for side in sides]
    prior = informative_prior(counts[0] + counts[1], size=settings.prior_size)
    odds = log_odds(counts[0], counts[1], prior)
    n_events = np.asarray((sides[0] > 0).sum(axis=0)).ravel()
    enough = (counts[0] >= settings.minimum_articles) & (n_events >= settings.minimum_events)
    best = [
        int(t) for t in np.argsort(-odds.z, kind="stable") if enough[t] and odds.z[t] >= _LISTED
    ]
    best = best[: settings.max_terms]
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
