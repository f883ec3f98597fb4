"""How far coders agree with one another, and where the model errs, for the page and Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from slantwise.records import Kind
from slantwise.records.comparison import Interval
from slantwise.records.correction import CoderAlpha, Correction, ModelAgainstCoders
from slantwise.report.codebook import entry
from slantwise.report.words import count, decimal, spread

NOT_DEFINED = "not defined"


@dataclass(frozen=True, slots=True)
class AlphaLine:
    """Agreement of the coders on one question.

    Attributes:
        what: the question.
        metric: nominal or ordinal.
        alpha: Krippendorff's alpha with its interval, in words.
        n_units: units that two or more coded.
    """

    what: str
    metric: str
    alpha: str
    n_units: str


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """The model against the coders on one class.

    Attributes:
        outlet: name of the outlet; "all outlets" for all.
        what: the class.
        precision: with interval, in words.
        n_model: coded units that the model gives the class.
        recall: with interval, in words.
        n_coders: coded units that coders give it.
    """

    outlet: str
    what: str
    precision: str
    n_model: str
    recall: str
    n_coders: str


@dataclass(frozen=True, slots=True)
class Coders:
    """What a coded sample says of coders and model.

    Attributes:
        n_double: units that two or more coded, in words.
        alphas: one a question; none where no unit was coded twice.
        by_outlet: the model's error outlet by outlet: on any finding, or on each stance.
        by_class: the rest: kind by kind, all outlets first.
    """

    n_double: str
    alphas: tuple[AlphaLine, ...]
    by_outlet: tuple[ErrorLine, ...]
    by_class: tuple[ErrorLine, ...]


def coders(correction: Correction) -> Coders:
    """What the page says of agreement and error; empty tables without codings."""
    kinds = {kind.value for kind in Kind}
    return Coders(
        n_double=count(correction.n_double),
        alphas=tuple(_alpha(row) for row in correction.agreement),
        by_outlet=_errors(row for row in correction.errors if row.name not in kinds),
        by_class=_errors(row for row in correction.errors if row.name in kinds),
    )


def _alpha(row: CoderAlpha) -> AlphaLine:
    return AlphaLine(_class(row.what), row.metric, _shown(row.alpha), count(row.n_units))


def _errors(rows: Iterable[ModelAgainstCoders]) -> tuple[ErrorLine, ...]:
    return tuple(
        ErrorLine(
            outlet=row.outlet,
            what=_class(row.name),
            precision=_shown(row.precision),
            n_model=count(row.n_model),
            recall=_shown(row.recall),
            n_coders=count(row.n_coders),
        )
        for row in rows
    )


def _class(name: str) -> str:
    """A class as readers call it.

    >>> _class("charged-verb"), _class("any loaded stretch")
    ('charged verb', 'any loaded stretch')
    """
    return entry(Kind(name)).name if name in {kind.value for kind in Kind} else name


def _shown(interval: Interval | None) -> str:
    if interval is None:
        return NOT_DEFINED
    return f"{decimal(interval.value)} ({spread(interval)})"
