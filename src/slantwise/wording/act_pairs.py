"""What speaks for two acts of one event being one: pairs worth a look, and their features.

Takes the acts of an event; gives arrays. Sets of stems become rows of sparse matrices, so that
what two acts share is a product of matrices and not a loop over pairs.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from slantwise.wording.acts import Act
from slantwise.wording.clusters import GROUPS_OF

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

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

_CELLS = 2**20
"""Pairs laid out at a time; bounds memory, never changes a result."""

_NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class ActTable:
    """The acts of one event as columns; arrays and rows of matrices are in the order of the acts.

    Attributes:
        article: array [act], number of the article.
        outlet: array [act], number of the outlet.
        lemma: array [act], number of the lemma.
        related: matrix [lemma, lemma], whether two lemmas stand in one group.
        agent: array [act], number of the doer; -1 for none.
        patient: array [act], number of the one acted upon, as doers are numbered.
        position: array [act], where its sentence stands in the article, 0..1.
        shared: matrix [act, key] of ones, for what makes a pair worth a look.
        stems: matrices [act, stem] of ones: of the arguments, of what is near, of the sentence.
        numbers: matrix [act, stem] of ones, for the numbers of the sentence.
        rarity: array [stem], squared inverse document frequency over the event's sentences.
    """

    article: Ints
    outlet: Ints
    lemma: Ints
    related: Flags
    agent: Ints
    patient: Ints
    position: Floats
    shared: sparse.csr_matrix
    stems: tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix]
    numbers: sparse.csr_matrix
    rarity: Floats

    @property
    def n_acts(self) -> int:
        """Acts there are."""
        return len(self.lemma)

    def blocks(self) -> Iterator[tuple[Ints, Ints, Floats]]:
        """Pairs of acts of two outlets that share an argument, a lemma or a word near them.

        Arrays [pair]: the first act, the second, which comes later, and array [pair, feature]
        in the order of `FEATURES`; pairs in order.
        """
        step = max(1, _CELLS // max(1, self.n_acts))
        for start in range(0, self.n_acts, step):
            rows = np.arange(start, min(start + step, self.n_acts))
            first, second = self._candidates(rows)
            if len(first):
                yield first, second, self._features(rows, first, second)

    def _candidates(self, rows: Ints) -> tuple[Ints, Ints]:
        common = (self.shared[rows] @ self.shared.T).toarray() > 0
        common &= self.outlet[rows, None] != self.outlet
        common &= rows[:, None] < np.arange(self.n_acts)
        first, second = np.nonzero(common)
        return rows[first], second

    def _features(self, rows: Ints, first: Ints, second: Ints) -> Floats:
        same = self.lemma[first] == self.lemma[second]
        agents = _sides(self.agent[first], self.agent[second])
        patients = _sides(self.patient[first], self.patient[second])
        crossed = (_sides(self.agent[first], self.patient[second]) == 1) | (
            _sides(self.patient[first], self.agent[second]) == 1
        )
        at = (first - rows[0], second)
        columns = (
            np.ones(len(first)),
            same,
            ~same & self.related[self.lemma[first], self.lemma[second]],
            agents == 1,
            agents == -1,
            patients == 1,
            patients == -1,
            crossed,
            *(self._overlaps(held, rows)[at] for held in self.stems),
            (self.numbers[rows] @ self.numbers.T).toarray()[at] > 0,
            np.abs(self.position[first] - self.position[second]),
        )
        return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)

    def _overlaps(self, held: sparse.csr_matrix, rows: Ints) -> Floats:
        """Matrix [row, act]: cosine of two sets of stems by rarity, 0..1; 0 where one is empty."""
        weights = self.rarity[held.indices]
        weighed = sparse.csr_matrix((weights, held.indices, held.indptr), shape=held.shape)
        totals = np.asarray(weighed.sum(axis=1)).ravel()
        chosen = weighed if len(rows) == self.n_acts else weighed[rows]
        common: Floats = (chosen @ held.T).toarray()
        both = totals[rows, None] * totals
        return np.where(both > 0, common / np.sqrt(np.where(both > 0, both, 1.0)), 0.0)


def act_table(acts: Sequence[Act]) -> ActTable:
    """The acts of one event as columns.

    A stem's rarity is ln((1 + n) / (0.5 + d)) squared, for the d of n sentences that hold it.
    """
    stems = _numbered_stems(acts)
    names = _numbered(name for act in acts for name in (act.agent, act.patient))
    lemmas = _numbered(act.lemma for act in acts)
    sentences = {(act.article, act.position): act.sentence for act in acts}
    held = _incidence(list(sentences.values()), stems)
    n_holding = np.asarray(held.sum(axis=0)).ravel()
    lemma = np.array([lemmas[act.lemma] for act in acts], np.int64)
    agent = np.array([names[act.agent] if act.agent else _NONE for act in acts], np.int64)
    patient = np.array([names[act.patient] if act.patient else _NONE for act in acts], np.int64)
    told = _incidence([act.near | act.words for act in acts], stems)
    return ActTable(
        article=_codes([act.article for act in acts]),
        outlet=_codes([act.outlet for act in acts]),
        lemma=lemma,
        related=_related(list(lemmas)),
        agent=agent,
        patient=patient,
        position=np.array([act.position for act in acts], np.float64),
        shared=sparse.hstack(
            [
                told,
                _one_each(lemma, len(lemmas)),
                _one_each(agent, len(names)) + _one_each(patient, len(names)),
            ]
        ).tocsr(),
        stems=(
            _incidence([act.words for act in acts], stems),
            _incidence([act.near for act in acts], stems),
            _incidence([act.sentence for act in acts], stems),
        ),
        numbers=_incidence([act.numbers for act in acts], stems),
        rarity=np.where(n_holding > 0, np.log((1 + len(sentences)) / (0.5 + n_holding)) ** 2, 0.0),
    )


def _numbered_stems(acts: Iterable[Act]) -> dict[str, int]:
    """Numbers of all stems in order of first use, those of one set by the alphabet."""
    number: dict[str, int] = {}
    for act in acts:
        for each in (act.words, act.near, act.sentence, act.numbers):
            for stem in sorted(each.difference(number)):
                number[stem] = len(number)
    return number


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _codes(values: Sequence[str]) -> Ints:
    number = _numbered(values)
    return np.array([number[value] for value in values], np.int64)


def _incidence(sets: Sequence[Collection[str]], number: dict[str, int]) -> sparse.csr_matrix:
    """Matrix [set, member] of ones."""
    sizes = np.fromiter(map(len, sets), np.int64, len(sets))
    members = map(number.__getitem__, chain.from_iterable(sets))
    columns = np.fromiter(members, np.int64, int(sizes.sum()))
    first = np.repeat(np.arange(len(sets)), sizes) * len(number)
    columns = np.sort(first + columns) - first  # in order within each set
    starts = np.concatenate([[0], np.cumsum(sizes)])
    shape = (len(sets), len(number))
    return sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)


def _one_each(codes: Ints, n: int) -> sparse.csr_matrix:
    """Matrix [act, value] with a one where the act has that value; `_NONE` is none."""
    rows = np.flatnonzero(codes != _NONE)
    return sparse.csr_matrix((np.ones(len(rows)), (rows, codes[rows])), shape=(len(codes), n))


def _related(lemmas: Sequence[str]) -> Flags:
    """Matrix [lemma, lemma], whether two stand in one group."""
    groups = {group for lemma in lemmas for group in GROUPS_OF.get(lemma, ())}
    place = {group: at for at, group in enumerate(sorted(groups))}
    stands = np.zeros((len(lemmas), len(place)))
    for row, lemma in enumerate(lemmas):
        stands[row, [place[group] for group in GROUPS_OF.get(lemma, ())]] = 1
    related: Flags = stands @ stands.T > 0
    return related


def _sides(first: Ints, second: Ints) -> Ints:
    """Array [pair]: 1 where both name the same, -1 where they name different ones, 0 unknown."""
    known = (first != _NONE) & (second != _NONE)
    return np.where(known, np.where(first == second, 1, -1), 0)
