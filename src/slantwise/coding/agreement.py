"""How far coders agree with one another, and the model with the coders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.coding.alpha import Alpha, Metric, alpha
from slantwise.coding.frame import KINDS, STANCES
from slantwise.coding.records import Answer, Coded, Task
from slantwise.coding.shares import Design, Share, share
from slantwise.coding.truth import (
    Mask,
    Truth,
    coded_classes,
    predictions_of,
    truth_of,
    values_of,
)

ANY = "any loaded stretch"
ALL_OUTLETS = "all outlets"


@dataclass(frozen=True, slots=True)
class CoderAgreement:
    """Agreement of the coders on one question.

    Attributes:
        what: the question: a class, "stance", or the number of loaded stretches.
        metric: nominal or ordinal.
        alpha: Krippendorff's alpha.
    """

    what: str
    metric: Metric
    alpha: Alpha


@dataclass(frozen=True, slots=True)
class ModelError:
    """The model against the coders on one class, weighted to all units of the run.

    Attributes:
        outlet: name of the outlet, or "all outlets".
        name: the class.
        precision: of the units that the model gives the class, the share that coders give it;
            None where the model gives it to none coded.
        recall: of the units that coders give the class, the share that the model gives it; None
            where coders give it to none.
        n_units: coded units.
    """

    outlet: str
    name: str
    precision: Share | None
    recall: Share | None
    n_units: int


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often coders give a class to units of one label of the model.

    Attributes:
        outlet: name of the outlet, or "all outlets".
        model: the model's label.
        coders: the coders' class.
        share: of all units, weighted.
        n: coded units in the cell; a fraction where coders differ.
    """

    outlet: str
    model: str
    coders: str
    share: float
    n: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything that `slantwise code agreement` says.

    Attributes:
        task: what was coded.
        n_sampled: units drawn.
        n_coded: units with an answer.
        n_double: units with the answers of two coders or more.
        n_unsure: codings that say "unsure".
        coders: names of those who coded, sorted.
        reliability: alpha by question; kinds that nobody marked on a doubly coded unit are
            left out.
        errors: by outlet and class, all outlets first.
        confusions: by outlet, model label and class, all outlets first; empty cells left out.
    """

    task: Task
    n_sampled: int
    n_coded: int
    n_double: int
    n_unsure: int
    coders: tuple[str, ...]
    reliability: tuple[CoderAgreement, ...]
    errors: tuple[ModelError, ...]
    confusions: tuple[Confusion, ...]


def agreement(coded: Coded, *, n_resamples: int = 2000, seed: int = 20250412) -> Agreement:
    """Agreement among coders, and error of the model by class and outlet.

    Without codings, alphas are undefined and the tables of errors empty.
    """
    truth = truth_of(coded)
    by_unit = coded.by_unit()
    return Agreement(
        task=coded.sample.task,
        n_sampled=len(coded.sample.units),
        n_coded=len(by_unit),
        n_double=sum(len(codings) > 1 for codings in by_unit.values()),
        n_unsure=sum(coding.answer.unsure for coding in coded.codings),
        coders=tuple(sorted({coding.coder for coding in coded.codings})),
        reliability=tuple(_reliability(coded, n_resamples=n_resamples, seed=seed)),
        errors=tuple(_errors(coded, truth)),
        confusions=tuple(_confusions(coded, truth)),
    )


def class_names(task: Task) -> tuple[str, ...]:
    """The coders' classes, in order."""
    if task is Task.FRAMING:
        return (ANY, *(kind.value for kind in KINDS))
    return tuple(stance.value for stance in STANCES)


def _reliability(coded: Coded, *, n_resamples: int, seed: int) -> Iterator[CoderAgreement]:
    units = [[coding.answer for coding in codings] for codings in coded.by_unit().values()]
    for what, metric, values in _questions(coded.sample.task, units):
        found = alpha(values, metric, n_resamples=n_resamples, seed=seed)
        if found.value is not None or what in (ANY, "stance"):
            yield CoderAgreement(what, metric, found)


def _questions(
    task: Task, units: Sequence[Sequence[Answer]]
) -> Iterator[tuple[str, Metric, list[list[float | None]]]]:
    """Every question with the values that coders gave each unit."""

    def asked(column: int, *, yes_or_no: bool) -> list[list[float | None]]:
        rows = [[values_of(task, answer)[column] for answer in answers] for answers in units]
        return [[float(v > 0) if yes_or_no else v for v in row] for row in rows]

    if task is Task.STANCE:
        yield "stance", Metric.NOMINAL, asked(0, yes_or_no=False)
        yield "stance", Metric.ORDINAL, asked(0, yes_or_no=False)
        for stance in STANCES:
            values = [[float(answer.stance is stance) for answer in row] for row in units]
            yield stance.value, Metric.NOMINAL, [list(row) for row in values]
        return
    yield ANY, Metric.NOMINAL, asked(0, yes_or_no=True)
    yield "number of loaded stretches", Metric.ORDINAL, asked(0, yes_or_no=False)
    for number, kind in enumerate(KINDS, 1):
        yield kind.value, Metric.NOMINAL, asked(number, yes_or_no=True)


def _outlets(coded: Coded, truth: Truth) -> Iterator[tuple[str, Mask]]:
    strata = coded.sample.strata
    outlets = np.array([strata[number].outlet for number in truth.stratum.tolist()], object)
    if len(truth.number):
        yield ALL_OUTLETS, np.ones(len(truth.number), np.bool_)
    for outlet in sorted(set(outlets.tolist())):
        yield outlet, outlets == outlet


def _errors(coded: Coded, truth: Truth) -> Iterator[ModelError]:
    said, true = predictions_of(coded, truth), coded_classes(coded, truth)
    for outlet, mask in _outlets(coded, truth):
        design = Design(truth.stratum[mask], truth.design.weight[mask])
        for number, name in enumerate(class_names(coded.sample.task)):
            model, coders = said[mask, number], true[mask, number]
            precision = share(model * coders, model, design)
            recall = share(model * coders, coders, design)
            if precision is not None or recall is not None:
                yield ModelError(outlet, name, precision, recall, int(mask.sum()))


def _confusions(coded: Coded, truth: Truth) -> Iterator[Confusion]:
    said, true = predictions_of(coded, truth), coded_classes(coded, truth)
    if coded.sample.task is Task.FRAMING:
        said = np.stack([said[:, 0], 1 - said[:, 0]], axis=1)
        true = np.stack([true[:, 0], 1 - true[:, 0]], axis=1)
        models: tuple[str, ...] = ("finding", "none")
        classes: tuple[str, ...] = (ANY, "none")
    else:
        classes = class_names(Task.STANCE)
        models = (*classes, "abstained")
    for outlet, mask in _outlets(coded, truth):
        weight = truth.design.weight[mask]
        for row, model in enumerate(models):
            for column, name in enumerate(classes):
                cell = said[mask, row] * true[mask, column]
                if cell.any():
                    held = float((weight * cell).sum() / weight.sum())
                    yield Confusion(outlet, model, name, held, float(cell.sum()))
