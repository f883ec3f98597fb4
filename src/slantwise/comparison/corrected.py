"""Gaps between outlets corrected with a human-coded sample.

The totals by event are made of pseudo-outcomes in place of the model's values (`pseudo_outcomes`)
and go through the same differences and the same bootstrap over events as every other gap. Each
event's total is unbiased for what coders would have counted in it, so the spread of the totals
between events holds both sorts of doubt: which events there were, and which units were coded.
That takes the draws in different events for independent; drawn without replacement in strata that
cross events they lean the other way, which makes the intervals a little too wide.

Words are counted in the voice that the model gives them, for the rates' denominators too.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from slantwise.coding import Coded, Task, agreement
from slantwise.coding.frame import Frame
from slantwise.coding.population import frame_of, run_digest
from slantwise.coding.settings import SampleSettings
from slantwise.coding.truth import Truth, truth_of
from slantwise.comparison.coded_totals import (
    N_ESTIMATES,
    CodedSubject,
    CodedTotals,
    coded_run,
)
from slantwise.comparison.coders import coder_alphas, model_errors
from slantwise.comparison.counts import RunCounts
from slantwise.comparison.matched import differences
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.totals import Totals, shared
from slantwise.comparison.units import Units
from slantwise.comparison.unmatched import difference
from slantwise.errors import CodingError
from slantwise.records.comparison import Interval, Verdict
from slantwise.records.correction import CorrectedGap, Correction
from slantwise.run import RunFolder

MINIMUM_CODED = {Task.FRAMING: 100, Task.STANCE: 50}
"""Coded units of each outlet, on the events compared, below which a gap is not corrected: with 50
sentences an outlet the interval of a rare kind covered 92.5 % in place of 95 %, with 100 it covered
94 % (scripts/simulate_correction.py; run it again after a change)."""

MINIMUM_HITS = 10
"""Coded units of both outlets in which coders found what is compared, below which a gap is not
corrected: it would rest on a handful of sentences, and on hardly any spread to judge them by."""


def correct(
    run: RunFolder,
    coded: Coded,
    *,
    scene: tuple[RunCounts, Units],
    actors: Sequence[str] = (),
    settings: ComparisonSettings,
) -> Correction:
    """The gaps of a run corrected with a coded sample of it.

    Framing: findings per 1,000 words of the own voice, all kinds and each kind that coders
    marked. Stance: mean stance and shares of against and favour, an article's mentions of the
    actor (or a member) weighing as one, for each of `actors` that the sample holds.

    Args:
        run: the run.
        coded: a coded sample of the same run.
        scene: the run in numbers; which of its articles count, and what is resampled.
        actors: ids of the actors compared.
        settings: of the comparison.

    Raises:
        CodingError: the sample is of another run, or counts findings from another confidence.
    """
    frame, truth = _matching(run, coded, settings)
    side_by_side = coded_run(*scene, frame, coded=coded, truth=truth)
    uncoded = _without_codings(coded, truth)
    gaps = []
    for subject in side_by_side.subjects(actors):
        sides = [side_by_side.totals(subject, number) for number in range(len(frame.outlets))]
        for first, second in combinations(range(len(sides)), 2):
            names = (frame.outlets[first], frame.outlets[second])
            pair = _Pair(names, (sides[first], sides[second]), scene[1].name == "event")
            reason = pair.too_few(uncoded, frame.task, settings.minimum_units)
            gaps.append(pair.gap(subject, reason, settings))
    found = agreement(coded)
    return Correction(
        task=coded.sample.task.value,
        sample=coded.sample.id,
        n_sampled=len(coded.sample.units),
        n_coded=len(truth.number),
        coders=len({coding.coder for coding in coded.codings}),
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.outlet_a, gap.outlet_b))),
        n_double=found.n_double,
        agreement=coder_alphas(found),
        errors=model_errors(found),
    )


class _Pair:
    """Two outlets on what both report."""

    def __init__(
        self, names: tuple[str, str], sides: tuple[CodedTotals, CodedTotals], matched: bool
    ) -> None:
        self.names, self.sides, self.matched = names, sides, matched
        a, b = sides[0].totals, sides[1].totals
        self.totals: tuple[Totals, Totals] = shared(a, b) if matched else (a, b)
        self.n_units = min(len(total) for total in self.totals)
        here = [np.isin(s.coded, t.units) for s, t in zip(sides, self.totals, strict=True)]
        self.n_coded = [int(mask.sum()) for mask in here]
        self.n_hits = sum(int(s.hits[mask].sum()) for s, mask in zip(sides, here, strict=True))

    def gap(self, subject: CodedSubject, reason: str, settings: ComparisonSettings) -> CorrectedGap:
        found = [None] * N_ESTIMATES if reason else self._intervals(settings)
        return CorrectedGap(
            measure=subject.measure,
            outlet_a=self.names[0],
            outlet_b=self.names[1],
            kind=subject.kind,
            actor=subject.actor,
            naive=found[0],
            supervised=found[1],
            powered=found[2],
            tuning_a=self.sides[0].slope,
            tuning_b=self.sides[1].slope,
            n_coded_a=self.n_coded[0],
            n_coded_b=self.n_coded[1],
            n_units=self.n_units,
            verdict=Verdict.TOO_FEW if reason else Verdict.COMPARED,
            reason=reason,
        )

    def too_few(self, uncoded: frozenset[str], task: Task, minimum_units: int) -> str:
        """Why the gap is not corrected; empty where it is."""
        least = MINIMUM_CODED[task]
        for name, n_coded in zip(self.names, self.n_coded, strict=True):
            if name in uncoded:
                return f"{name} has a stratum without a coded unit"
            if n_coded < least:
                return f"{name} has {n_coded} coded units here; at least {least} are needed"
        if self.n_hits < MINIMUM_HITS:
            return f"coders found it in {self.n_hits} units; at least {MINIMUM_HITS} are needed"
        if self.n_units < minimum_units:
            what = "shared events" if self.matched else "articles"
            return f"{self.n_units} {what}; at least {minimum_units} are needed"
        return ""

    def _intervals(self, settings: ComparisonSettings) -> list[Interval | None]:
        n_resamples, seed = settings.n_resamples, settings.seed
        if self.matched:
            found = differences([self.totals], n_resamples=n_resamples, seed=seed)
        else:
            found = difference(*self.totals, n_resamples=n_resamples, seed=seed)
        gaps, reach = (found.a - found.b)[0].tolist(), found.reach[0].tolist()
        return [Interval(gap, gap - r, gap + r) for gap, r in zip(gaps, reach, strict=True)]


def _matching(run: RunFolder, coded: Coded, settings: ComparisonSettings) -> tuple[Frame, Truth]:
    """The run's frame, checked to be the one that the sample was drawn from."""
    sample = coded.sample
    where = coded.path or f"sample {sample.id}"
    if sample.run != run_digest(run):
        raise CodingError(
            f"{where}, line 1: the sample was drawn from another run than {run.path}, or the run "
            "was made again with other settings; give the run that was sampled."
        )
    counted_from = sample.settings["min_confidence"]
    if counted_from != str(settings.min_confidence):
        raise CodingError(
            f"{where}, line 1: the sample counts findings from confidence {counted_from}, the "
            f"comparison from {settings.min_confidence}; draw the sample and compare with one."
        )
    drawn_with = SampleSettings(
        task=sample.task,
        actors=tuple(filter(None, sample.settings["actors"].split("\n"))),
        min_confidence=settings.min_confidence,
    )
    frame = frame_of(run, drawn_with)
    if sum(stratum.n_units for stratum in sample.strata) != len(frame):
        raise CodingError(
            f"{where}, line 1: the sample was drawn from another number of units than the "
            f"{len(frame)} of {run.path}; give the run that was sampled."
        )
    return frame, truth_of(coded)


def _without_codings(coded: Coded, truth: Truth) -> frozenset[str]:
    """Outlets with a stratum of which no unit is coded: nothing is known of its error."""
    strata = coded.sample.strata
    reached = np.bincount(truth.stratum, minlength=len(strata)).tolist()
    return frozenset(s.outlet for s, n in zip(strata, reached, strict=True) if not n)
