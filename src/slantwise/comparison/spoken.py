"""Stance by a speaker: how what someone is quoted saying presents each actor.

Kept apart from the outlet's own voice in every table. A side counts what its members say, of
actors outside the side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.comparison.counts import (
    ABSTAINED,
    FAILED,
    N_STATES,
    VOICES,
    Flags,
    Floats,
    Ints,
    RunCounts,
    parents_of,
    with_sides,
)
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.stances import means_of
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.records import Voice
from slantwise.records.comparison import Quoted, SpokenCell, Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Articles:
    """What one speaker (or side) says of one actor, an article a row.

    Attributes:
        article: array [row], number of the article.
        speaker: array [row], column of the speaker.
        actor: array [row], column of the actor spoken of.
        state: array [row], number of the stance, `ABSTAINED` or `FAILED`.
        score: array [row], expected stance, -1..1; 0 where failed.
    """

    article: Ints
    speaker: Ints
    actor: Ints
    state: Ints
    score: Floats


def spoken_cells(
    counts: RunCounts,
    units: Units,
    chosen: tuple[Sequence[int], Sequence[int]],
    settings: ComparisonSettings,
    *,
    abstain_below: float,
) -> Iterator[SpokenCell]:
    """One cell an outlet × speaker × actor spoken of that holds a judgement, direct first.

    Args:
        counts: the run.
        units: what is resampled.
        chosen: numbers of the speakers, and of the actors spoken of.
        settings: minimum numbers, seed, resamples.
        abstain_below: probability below which several speakers of a side, taken together,
            name no stance.
    """
    for quoted in Quoted:
        said = said_in_articles(counts, units, chosen, quoted=quoted, abstain_below=abstain_below)
        shape = (len(counts.outlets), len(chosen[0]), len(chosen[1]))
        outlet = counts.outlet[said.article]
        cell = np.ravel_multi_index((outlet, said.speaker, said.actor), shape)
        order = np.argsort(cell, kind="stable")
        parts = np.split(order, np.flatnonzero(np.diff(cell[order])) + 1)
        parts = [part for part in parts if len(part)]
        totals = [_totals(said, units, part) for part in parts]
        for part, total, mean in zip(parts, totals, means_of(totals, settings), strict=True):
            by_state = np.bincount(said.state[part], minlength=N_STATES).tolist()
            first = part[0]
            yield SpokenCell(
                outlet=counts.outlets[outlet[first]],
                speaker=counts.actors[chosen[0][said.speaker[first]]].id,
                actor=counts.actors[chosen[1][said.actor[first]]].id,
                quoted=quoted,
                n_articles=len(part),
                against=by_state[0],
                neutral=by_state[1],
                favour=by_state[2],
                abstained=by_state[ABSTAINED],
                failed=by_state[FAILED],
                mean=mean,
                n_units=len(total),
                verdict=Verdict.COMPARED if mean else Verdict.TOO_FEW,
            )


def said_in_articles(
    counts: RunCounts,
    units: Units,
    chosen: tuple[Sequence[int], Sequence[int]],
    *,
    quoted: Quoted,
    abstain_below: float,
) -> Articles:
    """Judgements by article, speaker and actor: the mean over mentions, members with their side."""
    spoken, parents = counts.spoken, parents_of(counts.actors)
    rows, speaker = with_sides(spoken.speaker, parents)
    column_of_speaker, column_of_actor = (_columns(part, len(counts.actors)) for part in chosen)
    first, second = column_of_speaker[speaker], column_of_actor[spoken.actor[rows]]
    kept = (first >= 0) & (second >= 0) & units.counted[spoken.article[rows]]
    if quoted is Quoted.DIRECT:
        kept &= spoken.voice[rows] == VOICES.index(Voice.DIRECT)
    kept &= ~_within(spoken.actor[rows], speaker, parents)
    rows, first, second = rows[kept], first[kept], second[kept]
    shape = (len(counts.ids), max(1, len(chosen[0])), max(1, len(chosen[1])))
    keys = np.ravel_multi_index((spoken.article[rows], first, second), shape)
    known, place = np.unique(keys, return_inverse=True)
    judged = spoken.n_judged[rows].astype(np.float64)
    n_judged, against, favour = (
        np.bincount(place, judged * each, minlength=len(known))
        for each in (np.ones(len(rows)), spoken.against[rows], spoken.favour[rows])
    )
    some = np.where(n_judged > 0, n_judged, 1.0)
    article, by, of = np.unravel_index(known, shape)
    return Articles(
        article=article.astype(np.int64),
        speaker=by.astype(np.int64),
        actor=of.astype(np.int64),
        state=_states(against / some, favour / some, n_judged > 0, abstain_below),
        score=(favour - against) / some,
    )


def _totals(said: Articles, units: Units, part: Ints) -> Totals:
    judged = part[said.state[part] != FAILED]
    unit = units.unit[said.article[judged]]
    return add_up(unit, said.score[judged][:, None], np.ones(len(judged)))


def _states(against: Floats, favour: Floats, judged: Flags, abstain_below: float) -> Ints:
    shares = np.stack([against, 1 - against - favour, favour])
    best = shares.argmax(axis=0)
    sure = shares.max(axis=0, initial=0.0) >= abstain_below
    return np.where(judged, np.where(sure, best, ABSTAINED), FAILED)


def _columns(chosen: Sequence[int], n_actors: int) -> Ints:
    column = np.full(n_actors, -1)
    column[list(chosen)] = np.arange(len(chosen))
    return column


def _within(actor: Ints, side: Ints, parents: Ints) -> Flags:
    """Array [row], whether the actor is the side or rolls up to it."""
    inside: Flags = actor == side
    line = actor
    for _ in range(len(parents)):
        line = np.where(line >= 0, parents[line], -1)
        if not (line >= 0).any():
            break
        inside |= line == side
    return inside
