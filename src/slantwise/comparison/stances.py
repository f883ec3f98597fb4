"""How a voice of an outlet presents an actor: articles by stance, and their mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.comparison.counts import ABSTAINED, FAILED, N_STATES, VOICES, Ints, RunCounts
from slantwise.comparison.intervals import mean_interval, standard_errors_of
from slantwise.comparison.ranking import is_one
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records import Voice
from slantwise.records.comparison import Interval, StanceCell, Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """Judgements of articles that count, grouped by outlet, actor and voice.

    Attributes:
        counts: the run.
        units: what is resampled.
        cells: rows of `counts.stances` by (outlet, actor, voice) numbers.
    """

    counts: RunCounts
    units: Units
    cells: dict[tuple[int, int, int], Ints]

    def totals(self, outlet: int, actor: int, voice: Voice) -> Totals:
        """Sum of scores over articles judged (labelled or abstained), by unit."""
        stances = self.counts.stances
        rows = self.cells.get((outlet, actor, VOICES.index(voice)), np.empty(0, np.int64))
        judged = rows[stances.state[rows] != FAILED]
        unit = self.units.unit[stances.article[judged]]
        return add_up(unit, stances.scores_at(judged)[:, None], np.ones(len(judged)))


def any_voice_totals(judgements: Judgements, actor: int) -> tuple[Totals, ...]:
    """For every outlet, sums of scores over articles by unit, all voices taken together.

    An article's score is the mean over its mentions of the actor, whoever words them.
    """
    return tuple(
        _any_voice(judgements, outlet, actor) for outlet in range(len(judgements.counts.outlets))
    )


def _any_voice(judgements: Judgements, outlet: int, actor: int) -> Totals:
    stances, unit = judgements.counts.stances, judgements.units.unit
    none = np.empty(0, np.int64)
    rows = np.concatenate(
        [judgements.cells.get((outlet, actor, voice), none) for voice in range(len(VOICES))]
    )
    judged = rows[stances.n_judged[rows] > 0]
    weight = stances.n_judged[judged].astype(np.float64)
    by_article = add_up(
        stances.article[judged], (weight * stances.scores_at(judged))[:, None], weight
    )
    scores = by_article.numerators / by_article.denominators[:, None]
    return add_up(unit[by_article.units], scores, np.ones(len(by_article)))


def widest(counts: RunCounts, units: Units) -> tuple[Ints, Ints, Ints]:
    """Actors in order, the most widely mentioned first, with their articles and outlets.

    Actors that an article names by a common noun alone are left out: the next article's are others.

    Arrays [actor]: numbers in order of articles, then outlets, then id; number of articles that
    mention an actor or a member; number of outlets that do. The last two are by actor number.
    Wire copies do not count.
    """
    stances = counts.stances
    ours = units.counted[stances.article]
    article, actor = stances.article[ours], stances.actor[ours]
    n_actors = len(counts.actors)
    n_articles = _distinct(actor, article, shape=(n_actors, len(counts.ids)))
    of_outlet = counts.outlet[article]
    n_outlets = _distinct(actor, of_outlet, shape=(n_actors, len(counts.outlets)))
    ids = [seen.id for seen in counts.actors]
    met = [n for n in range(len(ids)) if is_one(counts, n)]
    order = sorted(met, key=lambda n: (-n_articles[n], -n_outlets[n], ids[n]))
    return np.array(order, np.int64), n_articles, n_outlets


def judgements_of(counts: RunCounts, units: Units, actors: Sequence[int]) -> Judgements:
    """The judgements toward the chosen actors."""
    stances = counts.stances
    wanted = np.zeros(len(counts.actors) + 1, np.bool_)
    wanted[list(actors)] = True
    rows = np.flatnonzero(units.counted[stances.article] & wanted[stances.actor])
    shape = (len(counts.outlets), len(counts.actors), len(VOICES))
    cell = np.ravel_multi_index(
        (counts.outlet[stances.article[rows]], stances.actor[rows], stances.voice[rows]), shape
    )
    order = np.argsort(cell, kind="stable")
    parts = np.split(rows[order], np.flatnonzero(np.diff(cell[order])) + 1)
    cells = {}
    for part in parts:
        if len(part):
            first = part[0]
            outlet = int(counts.outlet[stances.article[first]])
            cells[outlet, int(stances.actor[first]), int(stances.voice[first])] = part
    return Judgements(counts, units, cells)


def stance_cells(
    judgements: Judgements, actors: Sequence[int], settings: ComparisonSettings
) -> Iterator[StanceCell]:
    """One cell an outlet × actor × voice that holds a judgement, in that order."""
    keys = [
        (outlet, actor, number)
        for outlet in range(len(judgements.counts.outlets))
        for actor in actors
        for number in range(len(VOICES))
        if (outlet, actor, number) in judgements.cells
    ]
    totals = [judgements.totals(outlet, actor, VOICES[number]) for outlet, actor, number in keys]
    for key, mean in zip(keys, means_of(totals, settings), strict=True):
        yield _cell(judgements, key, mean)


def means_of(totals: Sequence[Totals], settings: ComparisonSettings) -> list[Interval | None]:
    """The mean of each of the totals with its interval; None where units are too few."""
    enough = [number for number, each in enumerate(totals) if len(each) >= settings.minimum_units]
    errors = standard_errors_of(
        [totals[number] for number in enough], n_resamples=settings.n_resamples, seed=settings.seed
    )
    means: list[Interval | None] = [None] * len(totals)
    for number, error in zip(enough, errors, strict=True):
        each = totals[number]
        means[number] = mean_interval(float(each.ratios[0]), float(error[0]), len(each))
    return means


def _cell(judgements: Judgements, key: tuple[int, int, int], mean: Interval | None) -> StanceCell:
    counts, (outlet, actor, voice) = judgements.counts, key
    rows = judgements.cells[key]
    by_state = np.bincount(counts.stances.state[rows], minlength=N_STATES).tolist()
    return StanceCell(
        outlet=counts.outlets[outlet],
        actor=counts.actors[actor].id,
        voice=VOICES[voice],
        n_articles=len(rows),
        against=by_state[0],
        neutral=by_state[1],
        favour=by_state[2],
        abstained=by_state[ABSTAINED],
        failed=by_state[FAILED],
        mean=mean,
        verdict=Verdict.COMPARED if mean else Verdict.TOO_FEW,
    )


def _distinct(groups: Ints, members: Ints, *, shape: tuple[int, int]) -> Ints:
    """Array [group]: number of different members; `shape` counts groups and members there are."""
    cells = np.unique(np.ravel_multi_index((groups, members), shape))
    return np.bincount(np.unravel_index(cells, shape)[0], minlength=shape[0])
