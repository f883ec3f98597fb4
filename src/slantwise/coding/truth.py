"""What the coders' answers make of each unit: the value that the model's is held against."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.coding.frame import KINDS, STANCES, Floats, Ints
from slantwise.coding.records import Answer, Coded, Task
from slantwise.coding.shares import Design
from slantwise.records import Kind, Stance


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """Coded units of a sample: those with at least one answer that is not "unsure".

    Attributes:
        number: array [unit], position in the sample's units.
        values: array [unit, measure], mean over the unit's coders: loaded stretches in the
            outlet's own voice, all and by kind; or stance (-1, 0, 1), against and favour (0, 1).
        stratum: array [unit], number of its stratum.
        probability: array [unit], the share of its stratum's units that are coded. Units that
            came back without an answer are thus taken to be like the coded ones of their stratum.
    """

    number: Ints
    values: Floats
    stratum: Ints
    probability: Floats

    @property
    def design(self) -> Design:
        """How the units were drawn."""
        return Design(self.stratum, 1 / self.probability)


def truth_of(coded: Coded) -> Truth:
    """The coded units, in the sample's order; arrays of length 0 where none is."""
    sample = coded.sample
    by_unit = coded.by_unit()
    numbers = [n for n, unit in enumerate(sample.units) if unit.id in by_unit]
    width = len(values_of(sample.task, Answer(stance=Stance.NEUTRAL)))
    rows = [
        np.mean([values_of(sample.task, c.answer) for c in by_unit[sample.units[n].id]], axis=0)
        for n in numbers
    ]
    stratum = np.array([sample.key[n].stratum for n in numbers], np.int64)
    n_coded = np.bincount(stratum, minlength=len(sample.strata))
    sizes = np.array([stratum.n_units for stratum in sample.strata], np.float64)
    return Truth(
        number=np.array(numbers, np.int64),
        values=np.array(rows, np.float64).reshape(len(rows), width),
        stratum=stratum,
        probability=n_coded[stratum] / sizes[stratum],
    )


def values_of(task: Task, answer: Answer) -> list[float]:
    """An answer as numbers, in the order of `Frame.predicted`.

    A stretch marked as scare quotation marks is in the voice `scare`, not in the outlet's own:
    it counts among its kind's values and not among all.

    >>> values_of(Task.STANCE, Answer(stance=Stance.AGAINST))
    [-1.0, 1.0, 0.0]
    """
    if task is Task.STANCE:
        against, favour = answer.stance is Stance.AGAINST, answer.stance is Stance.FAVOUR
        return [float(favour) - float(against), float(against), float(favour)]
    kinds = [mark.kind for mark in answer.marks]
    own = sum(kind is not Kind.SCARE_QUOTES for kind in kinds)
    return [float(own), *(float(kinds.count(kind)) for kind in KINDS)]


def predictions_of(coded: Coded, truth: Truth) -> Floats:
    """Array [unit, class] of 0 and 1: what the key says the model labelled each coded unit.

    Framing: whether it found anything, then each kind. Stance: each stance, then abstained.
    """
    rows = []
    for number in truth.number.tolist():
        entry = coded.sample.key[number]
        if coded.sample.task is Task.FRAMING:
            rows.append([entry.label == "finding", *(kind in entry.kinds for kind in KINDS)])
        else:
            names = (*(stance.value for stance in STANCES), "abstained")
            rows.append([entry.label == name for name in names])
    width = 1 + len(KINDS) if coded.sample.task is Task.FRAMING else 1 + len(STANCES)
    return np.array(rows, np.float64).reshape(len(rows), width)


def coded_classes(coded: Coded, truth: Truth) -> Floats:
    """Array [unit, class] of shares of its coders that give the unit each class.

    Framing: any loaded stretch, then each kind. Stance: each stance.
    """
    by_unit = coded.by_unit()
    rows = [
        np.mean(
            [_classes(coded.sample.task, c.answer) for c in by_unit[coded.sample.units[n].id]],
            axis=0,
        )
        for n in truth.number.tolist()
    ]
    width = 1 + len(KINDS) if coded.sample.task is Task.FRAMING else len(STANCES)
    return np.array(rows, np.float64).reshape(len(rows), width)


def _classes(task: Task, answer: Answer) -> list[float]:
    if task is Task.STANCE:
        return [float(answer.stance is stance) for stance in STANCES]
    return [float(value > 0) for value in values_of(task, answer)]


Mask = NDArray[np.bool_]
"""Array [unit]: whether it counts."""
