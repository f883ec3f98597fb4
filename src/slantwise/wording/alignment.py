"""Which predicates of two outlets on one event word the same act.

A logistic model over shared arguments, shared words and numbers, verb groups and position;
its weights and its precision come from labelled predicates (`scripts/fit_alignment.py`).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.wording.acts import Act
from slantwise.wording.clusters import related

FEATURES = (
    "constant",
    "same lemma",
    "one group",
    "same agent",
    "other agent",
    "same patient",
    "other patient",
    "crossed arguments",
    "argument words",
    "near words",
    "sentence words",
    "shared numbers",
    "distance",
)
"""What is weighed, in order."""


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """How acts are aligned.

    Weights and threshold were chosen on `corpora/wording` by `scripts/fit_alignment.py`, which
    prints them with the precision of each threshold on events left out; run it again after the
    predicates, the groups of verbs or these features change.

    Attributes:
        weights: log-odds of each of `FEATURES`.
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


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each stem is within one event.

    Attributes:
        weights: stem → squared inverse document frequency over the event's sentences.
        totals: sets of stems of its acts → sum of their weights.
    """

    weights: Mapping[str, float]
    totals: Mapping[frozenset[str], float]

    def overlap(self, first: frozenset[str], second: frozenset[str]) -> float:
        """Cosine of two sets of stems by rarity, 0..1; 0 where one is empty."""
        shared = first & second
        if not shared:
            return 0.0
        weight = sum(self.weights.get(stem, 0.0) for stem in shared)
        totals = self.totals.get(first, 0.0) * self.totals.get(second, 0.0)
        return weight / math.sqrt(totals) if totals else 0.0


def rarity(acts: Sequence[Act]) -> Rarity:
    """Rarity of stems over the sentences of an event; no acts give none."""
    sentences = {(act.article, act.position): act.sentence for act in acts}
    held = Counter(stem for stems in sentences.values() for stem in stems)
    n = len(sentences)
    weights = {stem: math.log((1 + n) / (0.5 + count)) ** 2 for stem, count in held.items()}
    sets = {stems for act in acts for stems in (act.words, act.near, act.sentence)}
    totals = {stems: sum(weights.get(stem, 0.0) for stem in stems) for stems in sets}
    return Rarity(weights, totals)


def features(first: Act, second: Act, weights: Rarity) -> tuple[float, ...]:
    """What speaks for two acts being one, in the order of `FEATURES`."""
    agents, patients = _sides(first.agent, second.agent), _sides(first.patient, second.patient)
    crossed = _same(first.agent, second.patient) or _same(first.patient, second.agent)
    same = first.lemma == second.lemma
    return (
        1.0,
        float(same),
        float(not same and related(first.lemma, second.lemma)),
        float(agents == 1),
        float(agents == -1),
        float(patients == 1),
        float(patients == -1),
        float(crossed),
        weights.overlap(first.words, second.words),
        weights.overlap(first.near, second.near),
        weights.overlap(first.sentence, second.sentence),
        float(bool(first.numbers & second.numbers)),
        abs(first.position - second.position),
    )


def _sides(first: str, second: str) -> int:
    """1 where two arguments name the same, -1 where they name different ones, 0 unknown."""
    if not first or not second:
        return 0
    return 1 if first == second else -1


def _same(first: str, second: str) -> bool:
    return bool(first) and first == second


def probabilities(
    acts: Sequence[Act], pairs: Sequence[tuple[int, int]], settings: AlignmentSettings
) -> NDArray[np.float64]:
    """Array [pair] of the chance that both acts are one; empty for no pairs."""
    weights = rarity(acts)
    values = [features(acts[a], acts[b], weights) for a, b in pairs]
    table = np.array(values, np.float64).reshape(-1, len(FEATURES))
    logits = table @ np.array(settings.weights)
    chances: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits))
    return chances


def candidate_pairs(acts: Sequence[Act]) -> list[tuple[int, int]]:
    """Pairs of two outlets that share an argument, a lemma or a word near them, in order."""
    holders: dict[str, list[int]] = {}
    for index, act in enumerate(acts):
        for key in {*act.near, *act.words, f"={act.lemma}", f"@{act.agent}", f"@{act.patient}"}:
            if key != "@":
                holders.setdefault(key, []).append(index)
    found = {
        (a, b)
        for members in holders.values()
        for at, a in enumerate(members)
        for b in members[at + 1 :]
        if acts[a].outlet != acts[b].outlet
    }
    return sorted(found)


def aligned(acts: Sequence[Act], settings: AlignmentSettings) -> list[tuple[list[int], float]]:
    """Groups of acts that word one act, with the mean chance of their links, in order.

    Two acts are linked where each is the other's best match in that article and the chance
    reaches the threshold. Groups are grown from the surest link; an act joins where its mean
    chance with all members of other outlets reaches the threshold.
    """
    pairs = candidate_pairs(acts)
    chances = probabilities(acts, pairs, settings)
    links = {pair: float(p) for pair, p in zip(pairs, chances, strict=True)}
    kept = mutual(acts, links, settings.threshold)
    groups: list[list[int]] = []
    of: dict[int, int] = {}
    for a, b in sorted(kept, key=lambda pair: (-kept[pair], pair)):
        _join(groups, of, (a, b), _Chances(acts, links, settings.threshold))
    told = [sorted(group) for group in groups if group]
    return [(group, _mean(group, links)) for group in sorted(told)]


def mutual(
    acts: Sequence[Act], links: Mapping[tuple[int, int], float], threshold: float
) -> dict[tuple[int, int], float]:
    """Links at or above the threshold in which each act is the other's best in that article."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (a, b), chance in links.items():
        for one, other in ((a, b), (b, a)):
            key = (one, acts[other].article)
            best[key] = max(best.get(key, (-1.0, -1)), (chance, -other))
    return {
        (a, b): chance
        for (a, b), chance in links.items()
        if chance >= threshold
        and best[(a, acts[b].article)][1] == -b
        and best[(b, acts[a].article)][1] == -a
    }


@dataclass(frozen=True, slots=True)
class _Chances:
    acts: Sequence[Act]
    links: Mapping[tuple[int, int], float]
    threshold: float

    def holds(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether two groups are one by their mean chance; never two acts of one article."""
        if {self.acts[a].article for a in first} & {self.acts[b].article for b in second}:
            return False
        chances = [
            self.links.get((min(a, b), max(a, b)), 0.0)
            for a in first
            for b in second
            if self.acts[a].outlet != self.acts[b].outlet
        ]
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


def _mean(group: Sequence[int], links: Mapping[tuple[int, int], float]) -> float:
    chances = [links[(a, b)] for a in group for b in group if (a, b) in links]
    return sum(chances) / len(chances)
