"""Gaps between outlets corrected with a human-coded sample: what `compare` hands to `report`."""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.records.figures import Interval, Verdict
from slantwise.records.labels import Kind


class CorrectedMeasure(StrEnum):
    """What a corrected gap is measured in."""

    RATE = "findings per 1,000 outlet-voice words"
    STANCE = "mean stance, outlet voice"
    AGAINST = "share against, outlet voice"
    FAVOUR = "share in favour, outlet voice"


@dataclass(frozen=True, slots=True)
class CorrectedGap:
    """One difference between two outlets: as the model has it, and corrected in two ways.

    Attributes:
        measure: what differs.
        outlet_a: first outlet.
        outlet_b: second outlet.
        kind: kind of framing, for rates; None for all kinds together.
        actor: actor id, for stance; None for rates.
        naive: a minus b by the model's labels, with the interval that ignores its error.
        supervised: corrected by design-based supervised learning.
        powered: corrected by prediction-powered inference with power tuning: the one to report.
        tuning_a: lambda of the first outlet, 0..1: how far the model's values are trusted.
        tuning_b: lambda of the second outlet.
        n_coded_a: coded units of the first outlet.
        n_coded_b: coded units of the second outlet.
        n_units: shared events (or articles).
        verdict: compared, or too few; then all three differences are None.
        reason: why there are too few; empty otherwise.
    """

    measure: CorrectedMeasure
    outlet_a: str
    outlet_b: str
    kind: Kind | None
    actor: str | None
    naive: Interval | None
    supervised: Interval | None
    powered: Interval | None
    tuning_a: float
    tuning_b: float
    n_coded_a: int
    n_coded_b: int
    n_units: int
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CoderAlpha:
    """How far coders agree with one another on one question.

    Attributes:
        what: the question: a class, "stance", or the number of loaded stretches.
        metric: "nominal" or "ordinal".
        alpha: Krippendorff's alpha with its interval; None where it is not defined.
        n_units: units that two or more coded.
    """

    what: str
    metric: str
    alpha: Interval | None
    n_units: int


@dataclass(frozen=True, slots=True)
class ModelAgainstCoders:
    """The model's precision and recall of one class, weighted to all units of the run.

    Attributes:
        outlet: name of the outlet, or "all outlets".
        name: the class.
        precision: of the units that the model gives the class, the share that coders give it;
            None where the model gives it to none coded.
        n_model: coded units that the model gives it.
        recall: of the units that coders give the class, the share that the model gives it; None
            where coders give it to none.
        n_coders: coded units that coders give it.
    """

    outlet: str
    name: str
    precision: Interval | None
    n_model: int
    recall: Interval | None
    n_coders: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What one coded sample corrects.

    Attributes:
        task: "framing" or "stance".
        sample: id of the sample.
        n_sampled: units drawn.
        n_coded: units with an answer.
        coders: how many people coded.
        gaps: one row a pair of outlets and subject, in the order of the comparison's outlets.
        n_double: units that two or more coded.
        agreement: of the coders, a row a question.
        errors: of the model, a row an outlet and class, all outlets first.
    """

    task: str
    sample: str
    n_sampled: int
    n_coded: int
    coders: int
    gaps: tuple[CorrectedGap, ...]
    n_double: int = 0
    agreement: tuple[CoderAlpha, ...] = ()
    errors: tuple[ModelAgainstCoders, ...] = ()
