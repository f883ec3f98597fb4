"""The frame that a sample is drawn from: every unit of a run with the model's answer.

`population` reads it from a run.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.coding.records import Task
from slantwise.records import Kind, Stance

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

KINDS = tuple(Kind)
STANCES = tuple(Stance)
NONE, FINDING = 0, 1
"""Labels of a framing unit."""

ABSTAINED = len(STANCES)
"""Label of a stance unit that the model abstained on; the others are positions in `STANCES`."""

LIKELY = 0.5
"""Probability of biased wording from which a sentence without a finding is a band of its own."""

SURE = 0.7
"""Probability of the model's own label from which a unit is in the band of the sure ones."""

BANDS: Mapping[Task, tuple[str, ...]] = {
    Task.FRAMING: (
        f"no finding, biased wording below {LIKELY}",
        f"no finding, biased wording {LIKELY} or more",
        f"finding, confidence below {SURE}",
        f"finding, confidence {SURE} or more",
    ),
    Task.STANCE: (
        *(f"{stance}, probability below {SURE}" for stance in STANCES),
        *(f"{stance}, probability {SURE} or more" for stance in STANCES),
        "abstained",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Every unit of a run that could be drawn, in order of articles and places.

    Attributes:
        task: what a unit is.
        ids: article ids, in the order of the run.
        outlets: names of the outlets, sorted.
        outlet: array [article], number of its outlet.
        article: array [unit], number of its article.
        place: array [unit], index of the sentence or mention in the article.
        label: array [unit]: `NONE` or `FINDING`; or a stance's position, or `ABSTAINED`.
        probability: array [unit], the model's, of the label; of a loaded sentence for framing.
        predicted: array [unit, measure]: findings in the outlet's own voice, all and by main
            kind (`KINDS`, with scare quotation marks, which are a voice of their own and not
            among all); or expected stance, and probabilities of against and favour.
        band: array [unit], position in `BANDS[task]`.
        actors: for stance, lineage (the actor and all it rolls up to) by number of the actor.
        actor: array [unit], number of the actor; 0 for framing.
    """

    task: Task
    ids: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet: Ints
    article: Ints
    place: Ints
    label: Ints
    probability: Floats
    predicted: Floats
    band: Ints
    actors: tuple[tuple[str, ...], ...]
    actor: Ints

    def __len__(self) -> int:
        return len(self.article)

    @property
    def stratum(self) -> Ints:
        """Array [unit]: outlet number times the number of bands, plus band."""
        strata: Ints = self.outlet[self.article] * len(BANDS[self.task]) + self.band
        return strata

    def toward(self, actor: str, units: Ints | None = None) -> NDArray[np.bool_]:
        """Array [unit]: whether it is a mention of the actor or of a member; of `units`, or all."""
        known = np.array([actor in line for line in self.actors] or [False])
        mask: NDArray[np.bool_] = known[self.actor if units is None else self.actor[units]]
        return mask
