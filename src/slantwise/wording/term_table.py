"""Which articles of a run hold which terms in their outlet's own voice.

A run's texts are read once, as numbers of words. The first look at those counts hashed terms in
a table of fixed size, the second counts for certain the terms that enough articles can hold, the
third takes down who holds the chosen ones. Memory grows by a few kilobytes an article, and with
the number of different words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from slantwise.records import Span, Voice
from slantwise.run import RunFolder
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing
from slantwise.wording.terms import (
    Ids,
    TermReader,
    Words,
    names_of,
    once,
    own_stretches,
    term_ids,
)

_BITS = 27
"""Of the number of slots (128 MiB): 100,000 articles hold some 40 million terms, most of them once,
and where terms share slots, those of few articles are counted for certain too."""

_MOST = 255
"""What a slot counts to."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_TOGETHER = 2000
"""Articles whose terms are counted at a time; bounds memory, never changes a result."""

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


def term_table(run: RunFolder, placings: Sequence[Placing], settings: WordingSettings) -> TermTable:
    """The vocabulary and who holds it: terms in enough articles, those in most first."""
    row_of = {placing.article: row for row, placing in enumerate(placings)}
    reader = TermReader()
    words = list(_articles(run, row_of, reader))
    known, counts = _counted((told for _, told in words), settings.minimum_articles)
    chosen = _chosen(known, counts, reader, settings)
    return TermTable(
        tuple(reader.text(term) for term in chosen), _held(words, chosen, len(placings))
    )


def _held(
    words: list[tuple[int, Words]], chosen: Mapping[int, int], n_rows: int
) -> sparse.csr_matrix:
    """Matrix [row, column] of ones for the chosen terms that the words hold; empties `words`."""
    order = np.array(sorted(chosen), np.int64)
    column_of = np.array([chosen[term] for term in order.tolist()], np.int32)
    words.sort(key=lambda item: -item[0])
    sizes = np.zeros(n_rows + 1, np.int64)
    columns = [np.empty(0, np.int32)]
    while words:
        row, told = words.pop()
        columns.append(column_of[_places(term_ids(told), order)])
        sizes[row + 1] += len(columns[-1])
    indices = np.concatenate(columns)
    starts = np.cumsum(sizes)
    ones = np.ones(len(indices), np.float32)
    return sparse.csr_matrix((ones, indices, starts), shape=(n_rows, max(1, len(chosen))))


def _counted(articles: Iterable[Words], minimum: int) -> tuple[Ids, NDArray[np.int64]]:
    """Terms that at least `minimum` articles hold, sorted, and how many articles hold each."""
    words = list(articles)
    slots = np.zeros(2**_BITS, np.uint8)
    for told in words:
        place = once(_slots(term_ids(told)))
        held = slots[place]
        slots[place] = held + (held < _MOST)
    known, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for start in range(0, len(words), _TOGETHER):
        found = [known]
        for told in words[start : start + _TOGETHER]:
            terms = term_ids(told)
            found.append(terms[slots[_slots(terms)] >= min(minimum, _MOST)])
        every = np.concatenate(found)
        weights = np.ones(len(every), np.int64)
        weights[: len(known)] = counts
        known, place = np.unique(every, return_inverse=True)
        counts = np.bincount(place, weights, len(known)).astype(np.int64)
    enough = counts >= minimum
    return known[enough], counts[enough]


def _places(terms: Ids, known: Ids) -> Ids:
    """Where those of the terms that are known stand among the known ones; both are sorted."""
    at = np.searchsorted(known, terms)
    inside = at < len(known)
    at, terms = at[inside], terms[inside]
    held: Ids = at[known[at] == terms]
    return held


def _slots(terms: Ids) -> Ids:
    """Array [term] of places in a table of 2 to the power of `_BITS`."""
    return ((terms.astype(np.uint64) * _MULTIPLIER) >> np.uint64(64 - _BITS)).astype(np.int64)


def _chosen(
    known: Ids, counts: NDArray[np.int64], reader: TermReader, settings: WordingSettings
) -> dict[int, int]:
    """The vocabulary with its columns, in the order of its words.

    Of terms that as many articles hold, the first by their words are taken.
    """
    if len(known) > settings.vocabulary:
        last = np.partition(counts, -settings.vocabulary)[-settings.vocabulary]
        known, counts = known[counts >= last], counts[counts >= last]
    texts = [reader.text(term) for term in known.tolist()]
    held = counts.tolist()
    taken = sorted(range(len(texts)), key=lambda i: (-held[i], texts[i]))[: settings.vocabulary]
    taken.sort(key=texts.__getitem__)
    return {int(known[i]): column for column, i in enumerate(taken)}


def _articles(
    run: RunFolder, row_of: Mapping[str, int], reader: TermReader
) -> Iterator[tuple[int, Words]]:
    """Row and words of every placed article, one part in memory at a time."""
    import pyarrow.parquet as pq

    for path in run.parts():
        for batch in pq.ParquetFile(path).iter_batches(batch_size=64, columns=_COLUMNS):
            for item in batch.to_pylist():
                article = item["article"]
                if article is not None and article["id"] in row_of:
                    yield row_of[article["id"]], _words(article, item["attributions"] or (), reader)


def _words(
    article: Mapping[str, str], attributions: Sequence[Mapping[str, object]], reader: TermReader
) -> Words:
    text = article["text"]
    quoted = [
        Span(piece["start"], piece["end"])
        for attribution in attributions
        if attribution["voice"] in _ATTRIBUTED
        for piece in attribution["content"]  # type: ignore[attr-defined]
    ]
    names = names_of(article["outlet"] or "", article["byline"] or "")
    return reader.read((span.of(text) for span in own_stretches(len(text), quoted)), names)
