"""Versions of one article found in a stream of sketches that runs forward in time.

An article is compared with the last version of each group whose first version lies in the
window. Only groups of the window are held, so memory grows with the articles of one window of
days, never with all; articles without a date are near every day, and are held throughout.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

import numpy as np

from slantwise.duplicates.settings import DuplicateSettings
from slantwise.duplicates.sketches import N_HASHES, MinHash, Sketch
from slantwise.records import days_apart

ROWS = 4
"""Values a band: two texts of similarity s share one of the 32 bands with probability
1 - (1 - s⁴)³², which is 0.9999 at 0.7 (Leskovec, Rajaraman and Ullman 2020, section 3.4)."""

FEWEST_WORDS = 25
"""A text of fewer words has too few sequences to be called alike; it is compared exactly."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(31)
_OF_BAND = np.arange(1, N_HASHES // ROWS + 1, dtype=np.uint64) * _MULTIPLIER
_EARLIEST = datetime.min.replace(tzinfo=UTC)

How = Literal["exact", "near", "same-url"]
_SortKey = tuple[datetime, datetime, int, int, str]


@dataclass(frozen=True, slots=True)
class Version:
    """An article that another one stands for.

    Attributes:
        id: the article's id.
        how: why it is the same article: "exact", all words alike; "near", most five-word
            sequences; "same-url", one address and a like text.
        similarity: estimated share of common five-word sequences, from 0 to 1.
    """

    id: str
    how: How
    similarity: float


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are one.

    Attributes:
        counts: id of the one that counts: the last version; of several of one instant, the
            longest.
        versions: the others, earliest first, each compared with the version after it that it
            was found by.
    """

    counts: str
    versions: tuple[Version, ...]


def sort_key(sketch: Sketch) -> _SortKey:
    """Where a sketch stands in the order that `find_duplicates` needs: by date, undated first.

    Of one date, the shorter first; then by content and id, so that the order of files changes
    nothing.
    """
    first, end = sketch.first or _EARLIEST, sketch.end or _EARLIEST
    return first, end, sketch.n_words, sketch.exact, sketch.id


def find_duplicates(
    sketches: Iterable[Sketch], settings: DuplicateSettings | None = None
) -> Iterator[Group]:
    """Groups of two or more, in order of their first version's place; none for no sketches.

    Args:
        sketches: in the order of `sort_key`, ids unique.
        settings: when two articles are one.

    Raises:
        ValueError: the sketches are not in that order.
    """
    settings = settings or DuplicateSettings()
    live = _Live(settings)
    last: _SortKey | None = None
    for sketch in sketches:
        key = sort_key(sketch)
        if last is not None and key < last:
            raise ValueError(f"sketch {sketch.id!r} comes after a later one; sort by sort_key")
        last = key
        if sketch.end is not None:
            yield from live.leave_behind(sketch)
        live.take(sketch)
    yield from live.rest()


@dataclass(slots=True, eq=False)
class _Open:
    """A group that may still grow: its first and last version, and the others."""

    first: Sketch
    last: Sketch
    others: list[Version] = field(default_factory=list)
    keys: set[int] = field(default_factory=set)


class _Live:
    """The groups of the window, found by hashes of their last versions."""

    def __init__(self, settings: DuplicateSettings) -> None:
        self._settings = settings
        self._by_key: dict[int, list[_Open]] = {}
        self._dated: deque[_Open] = deque()
        self._undated: list[_Open] = []

    def take(self, sketch: Sketch) -> None:
        """Add the article to the group it is most like, or begin one with it."""
        keys = _keys(sketch)
        best = self._best(sketch, keys)
        if best is None:
            group = _Open(sketch, sketch)
            (self._undated if sketch.first is None else self._dated).append(group)
        else:
            group, how, similarity = best
            group.others.append(Version(group.last.id, how, similarity))
            group.last = sketch
        for key in keys:
            if key not in group.keys:
                self._by_key.setdefault(key, []).append(group)
        group.keys.update(keys)

    def leave_behind(self, sketch: Sketch) -> Iterator[Group]:
        """Close the groups whose window ends before this article."""
        while self._dated and not self._in_window(self._dated[0].first, sketch):
            yield from self._close(self._dated.popleft())

    def rest(self) -> Iterator[Group]:
        """Close all groups."""
        for group in (*self._undated, *self._dated):
            yield from _closed(group)

    def _best(self, sketch: Sketch, keys: list[int]) -> tuple[_Open, How, float] | None:
        seen: dict[int, _Open] = {}
        for key in keys:
            for group in self._by_key.get(key, ()):
                seen.setdefault(id(group), group)
        found: list[tuple[_Open, How, float]] = []
        for group in seen.values():
            if group.last.outlet == sketch.outlet and self._in_window(group.first, sketch):
                how, similarity = self._likeness(group.last, sketch)
                if how:
                    found.append((group, how, similarity))
        return max(found, key=lambda one: (one[2], sort_key(one[0].last)), default=None)

    def _likeness(self, one: Sketch, other: Sketch) -> tuple[How | None, float]:
        if one.exact == other.exact and one.n_words == other.n_words:
            return "exact", 1.0
        similarity = jaccard(one.minhash, other.minhash)
        long = min(one.n_words, other.n_words) >= FEWEST_WORDS
        if long and similarity >= self._settings.similarity:
            return "near", similarity
        same = one.url and one.url == other.url
        if same and similarity >= self._settings.same_url_similarity:
            return "same-url", similarity
        return None, similarity

    def _in_window(self, one: Sketch, other: Sketch) -> bool:
        if one.first is None or one.end is None or other.first is None or other.end is None:
            return True
        apart = days_apart((one.first, one.end), (other.first, other.end))
        return apart <= self._settings.window_days

    def _close(self, group: _Open) -> Iterator[Group]:
        for key in group.keys:
            groups = self._by_key[key]
            groups.remove(group)
            if not groups:
                del self._by_key[key]
        yield from _closed(group)


def jaccard(one: MinHash, other: MinHash) -> float:
    """Estimated share of common sequences: the share of equal values (Broder 1997)."""
    return float(np.count_nonzero(one == other)) / N_HASHES


def _closed(group: _Open) -> Iterator[Group]:
    if group.others:
        yield Group(group.last.id, tuple(group.others))


def _keys(sketch: Sketch) -> list[int]:
    """Hashes of which two versions of one article share at least one.

    What shares a hash by chance is compared in full, and found to be of another outlet.
    """
    keys = [sketch.exact]
    if sketch.url:
        keys.append(_hashed(sketch.url))
    if sketch.n_words >= FEWEST_WORDS:
        bands = sketch.minhash.reshape(-1, ROWS).astype(np.uint64)
        mixed = _OF_BAND + np.uint64(_hashed(sketch.outlet))
        for column in bands.T:
            mixed = ((mixed ^ column) ^ ((mixed ^ column) >> _SHIFT)) * _MULTIPLIER
        keys += mixed.tolist()
    return keys


@lru_cache(maxsize=2**16)
def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
