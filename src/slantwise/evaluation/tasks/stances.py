"""Figures of stance judgements, shared by the three stance tasks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.evaluation.metrics import (
    Metric,
    accuracy,
    calibration_error,
    macro_f1,
    only,
    risk_at_coverage,
    risk_coverage_area,
)
from slantwise.evaluation.metrics.classes import NO_ANSWER
from slantwise.evaluation.scored import Scored, reasons_in_words
from slantwise.records import Stance, StanceJudgement, State

_STANCES = tuple(Stance)

COVERAGES = (100, 95, 90, 80, 70, 50)
"""Shares, in per cent, of which the error rate is given."""


@dataclass(frozen=True, slots=True)
class StanceAnswer:
    """What the coder and the analyser say of one item.

    Attributes:
        gold: the coder's stance.
        judgement: the analyser's.
    """

    gold: Stance
    judgement: StanceJudgement


def compare(answers: Sequence[StanceAnswer]) -> Scored:
    """Figures over the three classes.

    An abstention or a failure counts against `macro_f1` and `accuracy`; the figures on answered
    items are `…_answered`. `ece` weighs the probability of the likeliest class against how often
    it is right, abstentions included and failures left out. `risk_coverage_area` takes the
    likeliest class as the answer and its probability as the order of answering; a failure counts
    as wrong and enters last. `risk_at_90` is the error rate where the surest 90 % are answered.
    """
    judgements = [answer.judgement for answer in answers]
    gold = np.array([_STANCES.index(answer.gold) for answer in answers], dtype=np.int64)
    found = np.array([_class(judgement) for judgement in judgements], dtype=np.int64)
    answered = found != NO_ANSWER
    judged = np.array([j.state is not State.FAILED for j in judgements], dtype=bool)
    sure = np.array([judgement.probability for judgement in judgements], dtype=np.float64)
    right = np.array([_likeliest(j) is a.gold for j, a in zip(judgements, answers, strict=True)])
    macro, share = macro_f1(gold, found, len(_STANCES)), accuracy(gold, found)
    metrics: dict[str, Metric] = {
        "macro_f1": macro,
        "accuracy": share,
        "ece": only(judged, calibration_error(sure, right)),
        "macro_f1_answered": only(answered, macro),
        "accuracy_answered": only(answered, share),
        "risk_coverage_area": risk_coverage_area(sure, right),
    } | {
        f"risk_at_{percent}": risk_at_coverage(sure, right, coverage=percent / 100)
        for percent in COVERAGES
    }
    return Scored(
        metrics=metrics,
        n_units=len(answers),
        answered=int(answered.sum()),
        abstained=sum(judgement.abstained for judgement in judgements),
        failed=int((~judged).sum()),
        notes=reasons_in_words(j.reason for j in judgements if j.state is State.FAILED),
    )


def _class(judgement: StanceJudgement) -> int:
    return NO_ANSWER if judgement.label is None else _STANCES.index(judgement.label)


def _likeliest(judgement: StanceJudgement) -> Stance | None:
    """The stance of the highest probability, the first of equals; None for a failure."""
    if judgement.state is State.FAILED:
        return None
    values = (judgement.against, judgement.neutral, judgement.favour)
    return _STANCES[values.index(max(values))]
