"""Comparing two sets of spans of one text: by words, and by shared characters."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.records import Span, covered

_WORD = re.compile(r"\w+(?:['’‐‑-]\w+)*")


def words(text: str) -> NDArray[np.int64]:
    """Array [word, 2] of the start and end of each word.

    A word is a run of letters, digits and underscores; apostrophes and hyphens inside belong
    to it.

    >>> words("Turkey's far-right – gone").tolist()
    [[0, 8], [9, 18], [21, 25]]
    """
    found = [match.span() for match in _WORD.finditer(text)]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words that two sets of spans touch.

    Attributes:
        both: words touched by gold and found spans.
        gold: words touched by gold spans.
        found: words touched by found spans.
    """

    both: int
    gold: int
    found: int


def word_counts(text: str, gold: Iterable[Span], found: Iterable[Span]) -> WordCounts:
    """Counts of the text's words; a span touches a word that it shares a character with.

    >>> word_counts("The brutal raid ended", [Span(4, 10)], [Span(4, 15)])
    WordCounts(both=1, gold=1, found=2)
    """
    at = words(text)
    in_gold, in_found = _touched(at, gold, len(text)), _touched(at, found, len(text))
    return WordCounts(int((in_gold & in_found).sum()), int(in_gold.sum()), int(in_found.sum()))


def _touched(at: NDArray[np.int64], spans: Iterable[Span], length: int) -> NDArray[np.bool_]:
    inside = np.zeros(length + 1, dtype=np.int64)
    for span in spans:
        inside[span.start + 1 : span.end + 1] = 1
    reached = np.cumsum(inside)
    touched: NDArray[np.bool_] = reached[at[:, 1]] > reached[at[:, 0]]
    return touched


@dataclass(frozen=True, slots=True)
class PartialMatch:
    """Sums from which the partial-match precision and recall are made.

    Attributes:
        precision: sum over found spans of the share of their characters that gold covers.
        n_found: number of found spans.
        recall: sum over gold spans of the share of their characters that found covers.
        n_gold: number of gold spans.
    """

    precision: float
    n_found: int
    recall: float
    n_gold: int


def partial_match(gold: Iterable[Span], found: Iterable[Span]) -> PartialMatch:
    """The sums of one text for the span identification of SemEval-2020 task 11.

    With S the found and T the gold spans, overlapping ones of one side merged first,
    P = 1/|S| · Σ |s ∩ t| / |s| and R = 1/|T| · Σ |s ∩ t| / |t| over all pairs (s, t): the
    evaluation measure of Da San Martino, Barrón-Cedeño, Wachsmuth, Petrov and Nakov,
    "SemEval-2020 Task 11: Detection of Propaganda Techniques in News Articles", SemEval 2020.

    >>> partial_match([Span(0, 10)], [Span(5, 10), Span(20, 24)])
    PartialMatch(precision=1.0, n_found=2, recall=0.5, n_gold=1)
    """
    true, marked = merged(gold), merged(found)
    return PartialMatch(
        precision=sum(_share(span, true) for span in marked),
        n_found=len(marked),
        recall=sum(_share(span, marked) for span in true),
        n_gold=len(true),
    )


def _share(span: Span, others: Sequence[Span]) -> float:
    parts = (
        Span(max(span.start, other.start), min(span.end, other.end))
        for other in others
        if other.overlaps(span)
    )
    return covered(parts) / len(span)


def merged(spans: Iterable[Span], *, gap: int = 0) -> list[Span]:
    """The spans in order, those joined that overlap or stand less than `gap` characters apart.

    >>> merged([Span(4, 9), Span(0, 5), Span(9, 12)])
    [Span(start=0, end=9), Span(start=9, end=12)]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end + gap:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
