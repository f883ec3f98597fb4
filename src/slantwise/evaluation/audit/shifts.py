"""In whose favour the answers differ: the same sentence about one group and about another.

Fourth step of the audit. The unit is the sentence: all its versions about one side are averaged,
and those about the other side are taken from them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from slantwise.evaluation.audit.answers import Answer
from slantwise.evaluation.audit.pairs import SwapSentence
from slantwise.evaluation.metrics import Figure
from slantwise.records import State

Answered = tuple[SwapSentence, tuple[Answer, ...]]
Values = NDArray[np.float64]
_Key = tuple[str, str, str]

OTHERS = "its counterparts"
"""The other side of a single actor: all that stand in its place."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How much better or worse one side comes off than another in the same sentences.

    Attributes:
        category: sort of actor; empty where the file gives none.
        one: a group of actors, or an actor.
        other: the group it is held against, or `OTHERS`.
        n_sentences: sentences with a judged version of both.
        score: mean of (favour - against) toward `one` less that toward `other`, with its interval
            (Student's t over sentences); below 0 where `one` comes off worse. -2..2.
        against: mean probability of against toward `one` less that toward `other`, -1..1.
        favour: the same of favour.
        p: of the paired sign-flip test that the score does not differ.
        q: p corrected for all rows tested beside it (Benjamini and Hochberg 1995).
    """

    category: str
    one: str
    other: str
    n_sentences: int
    score: Figure
    against: float
    favour: float
    p: float
    q: float


@dataclass(frozen=True, slots=True)
class ShiftSettings:
    """How shifts are tested.

    Attributes:
        minimum_sentences: sentences below which nothing is tested; with 8, the least p that the
            sign-flip test can give is 2/2^8 = 0.008.
        flips: random sign flips, where there are more patterns than these.
        level: of the intervals, 0..1.
        seed: of the flips.
    """

    minimum_sentences: int = 8
    flips: int = 9999
    level: float = 0.95
    seed: int = 20

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "audit_minimum_sentences": str(self.minimum_sentences),
            "audit_flips": str(self.flips),
            "audit_flip_seed": str(self.seed),
        }


@dataclass(frozen=True, slots=True)
class Shifts:
    """All shifts of one kind.

    Attributes:
        rows: those tested, the least p first.
        too_few: how many were met in too few sentences to be tested.
    """

    rows: tuple[Shift, ...]
    too_few: int


def group_shifts(given: Iterable[Answered], settings: ShiftSettings) -> Shifts:
    """Every two groups that stand in the same sentences, each against the other."""
    return _tested(_by_group(given), settings)


def actor_shifts(given: Iterable[Answered], settings: ShiftSettings) -> Shifts:
    """Every actor against all that stand in its place."""
    return _tested(_by_actor(given), settings)


def _by_group(given: Iterable[Answered]) -> Iterator[tuple[_Key, Values]]:
    for sentence, several in given:
        sides = defaultdict[str, list[Answer]](list)
        for answer in _judged(several):
            if answer.version.group:
                sides[answer.version.group].append(answer)
        for one, other in combinations(sorted(sides), 2):
            yield (sentence.category, one, other), _difference(sides[one], sides[other])


def _by_actor(given: Iterable[Answered]) -> Iterator[tuple[_Key, Values]]:
    for sentence, several in given:
        judged = _judged(several)
        for actor in dict.fromkeys(answer.version.actor for answer in judged):
            own = [answer for answer in judged if answer.version.actor == actor]
            others = [answer for answer in judged if answer.version.actor != actor]
            if others:
                yield (sentence.category, actor, OTHERS), _difference(own, others)


def _judged(several: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in several if answer.stance.state is not State.FAILED]


def _difference(one: Sequence[Answer], other: Sequence[Answer]) -> Values:
    """Array [against, favour]: mean over `one` less mean over `other`."""
    difference: Values = _mean(one) - _mean(other)
    return difference


def _mean(side: Sequence[Answer]) -> Values:
    both = [[answer.stance.against, answer.stance.favour] for answer in side]
    mean: Values = np.array(both, dtype=np.float64).mean(axis=0)
    return mean


def _tested(differences: Iterable[tuple[_Key, Values]], settings: ShiftSettings) -> Shifts:
    by_key = defaultdict[_Key, list[Values]](list)
    for key, values in differences:
        by_key[key].append(values)
    enough = {k: np.stack(v) for k, v in by_key.items() if len(v) >= settings.minimum_sentences}
    rows = [_shift(key, values, settings) for key, values in enough.items()]
    q = stats.false_discovery_control([row.p for row in rows]) if rows else []
    corrected = [replace(row, q=float(value)) for row, value in zip(rows, q, strict=True)]
    ranked = sorted(corrected, key=lambda row: (row.p, -abs(row.score.value), row.one, row.other))
    return Shifts(tuple(ranked), len(by_key) - len(enough))


def _shift(key: _Key, values: Values, settings: ShiftSettings) -> Shift:
    """One row; `values` is [sentence, (against, favour)]."""
    against, favour = values.mean(axis=0)
    scores = values[:, 1] - values[:, 0]
    category, one, other = key
    p = sign_flip_p(scores, settings)
    return Shift(
        category=category,
        one=one,
        other=other,
        n_sentences=len(values),
        score=_t_figure(scores, settings.level),
        against=float(against),
        favour=float(favour),
        p=p,
        q=p,
    )


def sign_flip_p(differences: Values, settings: ShiftSettings) -> float:
    """Two-sided p of the mean of paired differences, if each sign were as likely as the other.

    Exact where `settings.flips` are enough for every pattern, else by that many random ones
    (Phipson and Smyth 2010 for the one that is added).

    >>> sign_flip_p(np.array([1.0, 1.0, 1.0]), ShiftSettings())
    0.25
    """
    found = stats.permutation_test(
        (differences,),
        np.mean,
        permutation_type="samples",
        n_resamples=settings.flips,
        batch=1000,
        random_state=np.random.default_rng(settings.seed),
    )
    return float(found.pvalue)


def _t_figure(scores: Values, level: float) -> Figure:
    value = float(scores.mean())
    error = float(scores.std(ddof=1)) / len(scores) ** 0.5
    reach = float(stats.t.ppf((1 + level) / 2, len(scores) - 1)) * error
    return Figure(value, value - reach, value + reach)
