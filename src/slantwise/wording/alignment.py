"""Which predicates of two outlets on one event word the same act.

A logistic model over shared arguments, shared words and numbers, verb groups and position;
its weights and its precision come from labelled predicates (`scripts/fit_alignment.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.wording.act_pairs import ActTable, act_table
from slantwise.wording.acts import Act

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """How acts are aligned.

    Weights and threshold were chosen on `corpora/wording` by `scripts/fit_alignment.py`, which
    prints them with the precision of each threshold on events left out; run it again after the
    predicates, the groups of verbs or these features change.

    Attributes:
        weights: log-odds of each of `act_pairs.FEATURES`.
        threshold: probability from which two acts are shown as one.
        max_articles: articles of one outlet on one event that are aligned, the first ones.
    """

    weights: tuple[float, ...] = (
        *(-4.28, 3.43, 3.35, 0.92, -0.07, 1.73, 0.08),
        *(0.86, 0.69, 2.15, 1.29, 0.79, -1.87),
    )
    threshold: float = 0.7
    max_articles: int = 3

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "wording_weights": repr(self.weights),
            "wording_threshold": str(self.threshold),
            "wording_max_articles": str(self.max_articles),
        }


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Pairs of acts of two outlets with the chance that they are one.

    Attributes:
        n_acts: acts there are.
        keys: array [pair], sorted: `n_acts` times the number of the first act, and the second's.
        chances: array [pair].
    """

    n_acts: int
    keys: Ints
    chances: Floats

    @property
    def pairs(self) -> tuple[Ints, Ints]:
        """Arrays [pair]: numbers of the first act and of the second, which comes later."""
        return self.keys // self.n_acts, self.keys % self.n_acts

    def above(self, threshold: float) -> "Links":
        """The links at or above the threshold."""
        kept = self.chances >= threshold
        return Links(self.n_acts, self.keys[kept], self.chances[kept])

    def between(self, pairs: Sequence[tuple[int, int]]) -> list[float | None]:
        """Chance of each pair, in whichever order its acts are named; None where not linked."""
        if not len(self.keys):
            return [None] * len(pairs)
        wanted = np.array([min(p) * self.n_acts + max(p) for p in pairs], np.int64)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        chances = self.chances[at].tolist()
        found = (self.keys[at] == wanted).tolist()
        return [chance if hit else None for chance, hit in zip(chances, found, strict=True)]


def linked(table: ActTable, settings: AlignmentSettings) -> Links:
    """Every candidate pair with its chance; none for no acts."""
    keys, chances = [np.empty(0, np.int64)], [np.empty(0)]
    for first, second, values in table.blocks():
        keys.append(first * table.n_acts + second)
        chances.append(1.0 / (1.0 + np.exp(-(values @ np.array(settings.weights)))))
    return Links(table.n_acts, np.concatenate(keys), np.concatenate(chances))


def aligned(acts: Sequence[Act], settings: AlignmentSettings) -> list[tuple[list[int], float]]:
    """Groups of acts that word one act, with the mean chance of their links, in order.

    Two acts are linked where each is the other's best match in that article and the chance
    reaches the threshold. Groups are grown from the surest link; an act joins where its mean
    chance with all members of other outlets reaches the threshold.
    """
    table = act_table(acts)
    links = linked(table, settings)
    kept = mutual(links, table.article, settings.threshold)
    groups: list[list[int]] = []
    of: dict[int, int] = {}
    for pair in _surest_first(kept):
        _join(groups, of, pair, _Chances(acts, links, settings.threshold))
    told = [sorted(group) for group in groups if group]
    return [(group, _mean(group, links)) for group in sorted(told)]


def _surest_first(links: Links) -> list[tuple[int, int]]:
    order = np.lexsort((links.keys, -links.chances))
    first, second = links.pairs
    return list(zip(first[order].tolist(), second[order].tolist(), strict=True))


def mutual(links: Links, article: Ints, threshold: float) -> Links:
    """Links at or above the threshold in which each act is the other's best in that article.

    Of several that are as good, the first act is the best.

    Args:
        links: all links.
        article: array [act], number of the article.
        threshold: least chance.
    """
    sure = links.above(threshold)
    first, second = sure.pairs
    one, other = np.concatenate([first, second]), np.concatenate([second, first])
    chance = np.concatenate([sure.chances, sure.chances])
    rival = one * (article.max(initial=0) + 1) + article[other]
    order = np.lexsort((other, -chance, rival))
    best = np.zeros(len(order), np.bool_)
    best[order[np.flatnonzero(np.diff(rival[order], prepend=-1))]] = True
    both = best[: len(first)] & best[len(first) :]
    return Links(sure.n_acts, sure.keys[both], sure.chances[both])


@dataclass(frozen=True, slots=True)
class _Chances:
    acts: Sequence[Act]
    links: Links
    threshold: float

    def holds(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether two groups are one by their mean chance; never two acts of one article."""
        if {self.acts[a].article for a in first} & {self.acts[b].article for b in second}:
            return False
        pairs = [
            (a, b) for a in first for b in second if self.acts[a].outlet != self.acts[b].outlet
        ]
        chances = [chance or 0.0 for chance in self.links.between(pairs)]
        return bool(chances) and sum(chances) / len(chances) >= self.threshold


def _join(
    groups: list[list[int]], of: dict[int, int], pair: tuple[int, int], chances: _Chances
) -> None:
    sides = [groups[of[act]] if act in of else [act] for act in pair]
    if sides[0] is sides[1] or not chances.holds(*sides):
        return
    joined = [*sides[0], *sides[1]]
    for act in pair:
        if act in of:
            groups[of[act]] = []
    groups.append(joined)
    of.update(dict.fromkeys(joined, len(groups) - 1))


def _mean(group: Sequence[int], links: Links) -> float:
    pairs = [(a, b) for at, a in enumerate(group) for b in group[at + 1 :]]
    chances = [chance for chance in links.between(pairs) if chance is not None]
    return sum(chances) / len(chances)
