"""Totals by event of one outlet, made of pseudo-outcomes in place of the model's values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.coding import Coded, Task
from slantwise.coding.frame import KINDS, Frame
from slantwise.coding.truth import Truth
from slantwise.comparison.counts import VOICES, Floats, Ints, RunCounts
from slantwise.comparison.pseudo_outcomes import CodedUnits, powered, supervised
from slantwise.comparison.rates import PER
from slantwise.comparison.totals import Totals, add_up
from slantwise.comparison.units import Units
from slantwise.errors import CodingError
from slantwise.records import Kind, Voice
from slantwise.records.correction import CorrectedMeasure

N_ESTIMATES = 3
"""Columns of every total: the model's values, supervised, powered."""


@dataclass(frozen=True, slots=True)
class CodedSubject:
    """What is compared.

    Attributes:
        measure: rate, mean stance or a share.
        column: the column of `Frame.predicted` and of the coders' values that holds it.
        kind: kind of framing; None for all kinds together, and for stance.
        actor: actor id, for stance.
    """

    measure: CorrectedMeasure
    column: int
    kind: Kind | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class CodedTotals:
    """One outlet's totals of one subject, and what they rest on.

    Attributes:
        totals: numerators [unit, estimate]: the model's values, supervised, powered.
        slope: mean lambda of the powered estimate.
        coded: array [coded], the event (or article) of each coded unit.
        hits: array [coded], whether coders found the subject there (a stance not neutral).
    """

    totals: Totals
    slope: float
    coded: Ints
    hits: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class CodedRun:
    """A run and its coded sample, side by side.

    Attributes:
        counts: the run in numbers.
        units: which articles count, and what is resampled.
        frame: every unit that could be drawn.
        coded: the coded units, by their positions in the frame.
        members: for each outlet, array of its units in articles that count, in the frame's order.
    """

    counts: RunCounts
    units: Units
    frame: Frame
    coded: CodedUnits
    members: tuple[Ints, ...]

    def subjects(self, actors: Sequence[str]) -> Iterator[CodedSubject]:
        """What the sample can correct: rates of kinds that coders marked; stances of `actors`."""
        if self.frame.task is Task.FRAMING:
            yield CodedSubject(CorrectedMeasure.RATE, 0)
            for column, kind in enumerate(KINDS, 1):
                marked = self.coded.values[:, column].any()
                if marked and kind is not Kind.SCARE_QUOTES:  # a voice of its own, not the outlet's
                    yield CodedSubject(CorrectedMeasure.RATE, column, kind=kind)
            return
        measures = (CorrectedMeasure.STANCE, CorrectedMeasure.AGAINST, CorrectedMeasure.FAVOUR)
        for actor in actors:
            if self.frame.toward(actor, self.coded.unit).any():
                for column, measure in enumerate(measures):
                    yield CodedSubject(measure, column, actor=actor)

    def totals(self, subject: CodedSubject, outlet: int) -> CodedTotals:
        """Totals of one outlet, tuned on its own coded units."""
        frame = self.frame
        mine = self.members[outlet]
        if subject.actor is not None:
            mine = mine[frame.toward(subject.actor, mine)]
        place = np.searchsorted(mine, self.coded.unit)
        inside = np.append(mine, -1)[place] == self.coded.unit
        coded = self.coded.at(inside)
        event = self.units.unit[frame.article[coded.unit]]
        values = coded.values[:, [subject.column]]
        coded = CodedUnits(place[inside], values, coded.probability)
        predicted = frame.predicted[mine][:, [subject.column]]
        article = frame.article[mine]
        tuned, slope = powered(predicted, coded, self.units.unit[article])
        estimates = np.concatenate([predicted, supervised(predicted, coded), tuned], axis=1)
        framing = frame.task is Task.FRAMING
        return CodedTotals(
            totals=self._rates(estimates, article, outlet)
            if framing
            else self._stances(estimates, article),
            slope=float(slope[0]),
            coded=event,
            hits=values[:, 0] != 0,
        )

    def _rates(self, estimates: Floats, article: Ints, outlet: int) -> Totals:
        """Findings times `PER` over own-voice words."""
        counts, units = self.counts, self.units
        sums = np.zeros((len(counts.ids), N_ESTIMATES))
        np.add.at(sums, article, estimates)
        chosen = np.flatnonzero(units.counted & (counts.outlet == outlet))
        words = counts.words[chosen, VOICES.index(Voice.OUTLET)].astype(np.float64)
        return add_up(units.unit[chosen], PER * sums[chosen], words)

    def _stances(self, estimates: Floats, article: Ints) -> Totals:
        """Sum over articles of the mean over their mentions, over articles."""
        held, place, n_mentions = np.unique(article, return_inverse=True, return_counts=True)
        sums = np.zeros((len(held), N_ESTIMATES))
        np.add.at(sums, place, estimates)
        units = self.units.unit[held]
        return add_up(units, sums / n_mentions[:, None], np.ones(len(held)))


def coded_run(
    counts: RunCounts, units: Units, frame: Frame, *, coded: Coded, truth: Truth
) -> CodedRun:
    """A run and its coded sample, side by side.

    Raises:
        CodingError: a coded unit is not in the frame.
    """
    held = CodedUnits(positions(frame, coded, truth), truth.values, truth.probability)
    counted = np.flatnonzero(units.counted[frame.article])
    outlet = frame.outlet[frame.article[counted]]
    ordered = counted[np.argsort(outlet, kind="stable")]
    ends = np.cumsum(np.bincount(outlet, minlength=len(frame.outlets)))
    return CodedRun(counts, units, frame, held, tuple(np.split(ordered, ends[:-1])))


def positions(frame: Frame, coded: Coded, truth: Truth) -> Ints:
    """Array [coded]: the position in the frame of each coded unit, by article and place.

    Raises:
        CodingError: a unit is not in the frame: the file was changed after it was written.
    """
    number = {id_: n for n, id_ in enumerate(frame.ids)}
    width = 1 + int(frame.place.max(initial=0))
    known = frame.article * width + frame.place
    sample = coded.sample
    wanted = np.array(
        [
            number.get(sample.units[n].article, -1) * width + sample.key[n].place
            for n in truth.number.tolist()
        ],
        np.int64,
    )
    found = np.searchsorted(known, wanted)
    lost = np.append(known, -1)[found] != wanted
    if lost.any():
        unit = sample.units[int(truth.number[lost][0])]
        raise CodingError(
            f"{coded.path or sample.id}: unit {unit.id} of article {unit.article} is not in the "
            "run; the file was changed after it was written: import the codings again."
        )
    return found.astype(np.int64)
