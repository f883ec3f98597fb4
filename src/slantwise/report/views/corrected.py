"""Differences corrected with a human-coded sample, beside the model's own."""

from dataclasses import dataclass

from slantwise.records.comparison import Comparison, Interval, Verdict
from slantwise.records.correction import CorrectedGap, CorrectedMeasure, Correction
from slantwise.report.codebook import entry
from slantwise.report.views.coders import Coders, coders
from slantwise.report.words import Piece, count, decimal, name, plain, plural, spread

UNCORRECTED = (
    "No human-coded sample was given: the differences above are not corrected for the model’s "
    "error, and where it errs more on one outlet’s style than on another’s, a difference may be "
    "partly or wholly its error. Draw a sample with “slantwise code sample”, have it coded, and "
    "compare again with --coded."
)


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """One difference, as the model has it and corrected.

    Attributes:
        measure: what differs.
        subject: the kind or the actor.
        first: name of the first outlet.
        second: name of the second outlet.
        naive: first minus second by the model's labels, with interval, in words.
        supervised: corrected by design-based supervised learning.
        powered: corrected by prediction-powered inference.
        stands: whether the interval of `powered` excludes 0.
        changed: what the correction does to whether the difference stands; empty for nothing.
        n_coded: coded units of both outlets.
        n_units: shared events (or articles).
    """

    measure: str
    subject: Piece
    first: str
    second: str
    naive: str
    supervised: str
    powered: str
    stands: bool
    changed: str
    n_coded: str
    n_units: str


@dataclass(frozen=True, slots=True)
class CorrectedTable:
    """What one coded sample corrects.

    Attributes:
        title: what was coded.
        basis: what the correction rests on, in words.
        lines: corrected differences; may be empty.
        too_few: outlets, subject and reason where nothing could be corrected.
        coders: agreement of the coders, and error of the model.
    """

    title: str
    basis: str
    lines: tuple[CorrectedLine, ...]
    too_few: tuple[tuple[str, str, Piece, str], ...]
    coders: Coders


@dataclass(frozen=True, slots=True)
class Corrected:
    """The section.

    Attributes:
        warning: that some or all differences are not corrected; empty where all sorts are.
        tables: one a coded sample.
    """

    warning: str
    tables: tuple[CorrectedTable, ...]


def corrected(comparison: Comparison) -> Corrected:
    """The section on correction; without a coded sample, the warning alone."""
    tasks = {correction.task for correction in comparison.corrections}
    names = {actor.id: actor.name for actor in comparison.actors}
    return Corrected(
        warning=_warning(tasks),
        tables=tuple(_table(correction, names) for correction in comparison.corrections),
    )


def _warning(tasks: set[str]) -> str:
    if not tasks:
        return UNCORRECTED
    missing = [
        what for task, what in (("framing", "findings"), ("stance", "stance")) if task not in tasks
    ]
    if not missing:
        return ""
    return (
        f"Differences in {missing[0]} are not corrected: no sample coded for them was given. They "
        "may be partly or wholly the model’s error."
    )


def _table(correction: Correction, names: dict[str, str]) -> CorrectedTable:
    compared = [gap for gap in correction.gaps if gap.verdict is Verdict.COMPARED]
    too_few = [gap for gap in correction.gaps if gap.verdict is Verdict.TOO_FEW]
    what = "Findings" if correction.task == "framing" else "Stance"
    return CorrectedTable(
        title=f"{what}, corrected",
        basis=(
            f"{count(correction.n_coded)} of {plural(correction.n_sampled, 'sampled unit')} coded "
            f"by {plural(correction.coders, 'person', 'people')}; sample {correction.sample}."
        ),
        lines=tuple(_line(gap, names) for gap in compared),
        too_few=tuple(
            (gap.outlet_a, gap.outlet_b, _subject(gap, names), gap.reason) for gap in too_few
        ),
        coders=coders(correction),
    )


def _line(gap: CorrectedGap, names: dict[str, str]) -> CorrectedLine:
    digits = 1 if gap.measure is CorrectedMeasure.RATE else 2
    was, now = _stands(gap.naive), _stands(gap.powered)
    return CorrectedLine(
        measure=gap.measure.value,
        subject=_subject(gap, names),
        first=gap.outlet_a,
        second=gap.outlet_b,
        naive=_shown(gap.naive, digits),
        supervised=_shown(gap.supervised, digits),
        powered=_shown(gap.powered, digits),
        stands=now,
        changed=_change(gap, was=was, now=now),
        n_coded=count(gap.n_coded_a + gap.n_coded_b),
        n_units=count(gap.n_units),
    )


def _change(gap: CorrectedGap, *, was: bool, now: bool) -> str:
    if was and now and gap.naive and gap.powered and gap.naive.value * gap.powered.value < 0:
        return "turns round"
    if was == now:
        return ""
    return "stands only when corrected" if now else "no longer stands"


def _subject(gap: CorrectedGap, names: dict[str, str]) -> Piece:
    if gap.actor is not None:
        return name(names.get(gap.actor, gap.actor))
    return plain(entry(gap.kind).name if gap.kind else "all kinds together")


def _stands(interval: Interval | None) -> bool:
    return interval is not None and not interval.low <= 0 <= interval.high


def _shown(interval: Interval | None, digits: int) -> str:
    if interval is None:
        return "–"
    value = decimal(interval.value, digits=digits, signed=True)
    return f"{value} ({spread(interval, digits=digits)})"
