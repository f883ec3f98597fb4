"""Differences between outlets, the largest effects first, and how many there were."""

from dataclasses import dataclass, replace

from slantwise.records.comparison import (
    Check,
    Comparison,
    GapRow,
    Interval,
    Measure,
    Outcome,
    Verdict,
)
from slantwise.report.amounts import amount, extent
from slantwise.report.codebook import entry
from slantwise.report.measures import MEASURES, OUTCOME_SIGNS, VARIANTS
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure
from slantwise.report.standing import gap_query, ranked, standing, upright
from slantwise.report.svg import Scale, scale_around_zero
from slantwise.report.words import Piece, count, decimal, name, plain, probability

WIDTH = 190


@dataclass(frozen=True, slots=True)
class CheckView:
    """One difference under one other choice.

    Attributes:
        choice: what is done otherwise.
        outcome: what becomes of the difference, with a sign before the words.
        shown: the difference then, with its interval; empty where too few.
        weakens: whether it does not hold.
    """

    choice: str
    outcome: str
    shown: str
    weakens: bool


@dataclass(frozen=True, slots=True)
class GapLine:
    """One difference; the first outlet is the higher one.

    Attributes:
        subject: the kind or the actor.
        first: name of the higher outlet.
        second: name of the lower outlet.
        values: their two values on the shared events, with the evidence of each.
        difference: with interval.
        shown: the difference as shown, with its evidence.
        interval: in words.
        effect: standardised effect; a dash where not computed.
        p: permutation p.
        q: after correction.
        n_units: shared events (or articles), and in brackets those that tell anything.
        checks: the same under other choices.
        stands: whether the interval excludes 0.
    """

    subject: Piece
    first: str
    second: str
    values: tuple[Figure, Figure]
    difference: Interval
    shown: Figure
    interval: str
    effect: str
    p: str
    q: str
    n_units: str
    checks: tuple[CheckView, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class GapTable:
    """The differences of one sort, drawn on one axis.

    Attributes:
        title: what differs, in words.
        subject: what the rows name: a kind or an actor.
        lines: those that stand first, then by size of effect; may be empty.
        n_compared: compared gaps of that sort, of which `lines` may be the first.
        n_too_few: gaps of that sort that could not be compared.
        scale: axis of the figures.
    """

    title: str
    subject: str
    lines: tuple[GapLine, ...]
    n_compared: int
    n_too_few: int
    scale: Scale


def gap_tables(
    comparison: Comparison, numbering: Numbering, *, max_gaps: int
) -> tuple[GapTable, ...]:
    """Rates of all kinds together, rates by kind, stances, shares; at most `max_gaps` lines each.

    A measure without any row is left out.
    """
    sorts = [
        (
            "Loaded findings per 1,000 words of the own voice",
            "Kind",
            [g for g in comparison.gaps if g.measure is Measure.RATE and not g.kind],
        )
    ]
    for each in MEASURES:
        gaps = [g for g in comparison.gaps if g.measure is each.measure and (g.kind or g.actor)]
        if gaps or not each.measure.is_share:
            sorts.append((each.title, each.subject, gaps))

    def table(title: str, subject: str, gaps: list[GapRow]) -> GapTable:
        shown, n_compared = _shown(gaps, max_gaps)
        names = {actor.id: actor.name for actor in comparison.actors}
        return GapTable(
            title=title,
            subject=subject,
            lines=tuple(_line(gap, names, comparison, numbering) for gap in shown),
            n_compared=n_compared,
            n_too_few=len(gaps) - n_compared,
            scale=scale_around_zero(_reach(shown), width=WIDTH),
        )

    return tuple(table(*sort) for sort in sorts)


def _shown(gaps: list[GapRow], most: int) -> tuple[list[GapRow], int]:
    compared = [gap for gap in gaps if gap.verdict is Verdict.COMPARED and gap.difference]
    firm = standing(compared)
    known = set(firm)
    ordered = ranked(firm) + ranked([gap for gap in compared if gap not in known])
    return [upright(gap) for gap in ordered[:most]], len(compared)


def _reach(gaps: list[GapRow]) -> float:
    ends = [gap.difference for gap in gaps if gap.difference is not None]
    return max((max(abs(end.low), abs(end.high)) for end in ends), default=1.0)


def units_note(comparison: Comparison) -> str:
    """What the numbers of units mean, in words."""
    if comparison.unit == "event":
        return (
            "The last column counts the events that both report, and in brackets those in which "
            "either outlet has anything to count: a difference rests on these."
        )
    return (
        "No events are shared, so articles are compared with articles. The last column counts the "
        "articles of the outlet that has fewer, and in brackets the articles of both in which "
        "there is anything to count."
    )


def _line(
    gap: GapRow, names: dict[str, str], comparison: Comparison, numbering: Numbering
) -> GapLine:
    difference = gap.difference or Interval(0.0, 0.0, 0.0)
    shown = amount(gap.measure, difference.value, signed=True)
    query = gap_query(gap, comparison, numbering)
    first, second = (replace(query, outlets=(outlet,)) for outlet in query.outlets)
    told = "" if gap.n_informative is None else f" ({count(gap.n_informative)})"
    return GapLine(
        subject=_subject(gap, names),
        first=gap.outlet_a,
        second=gap.outlet_b,
        values=(Figure(_value(gap, gap.a), first), Figure(_value(gap, gap.b), second)),
        difference=difference,
        shown=Figure(shown, query),
        interval=extent(gap.measure, difference),
        effect="–" if gap.effect is None else decimal(gap.effect),
        p=probability("p", gap.p).removeprefix("p = ").removeprefix("p "),
        q=probability("q", gap.q).removeprefix("q = ").removeprefix("q "),
        n_units=count(gap.n_units) + told,
        checks=tuple(_check(gap, check) for check in gap.checks),
        stands=bool(standing([gap])),
    )


def _check(gap: GapRow, check: Check) -> CheckView:
    shown = ""
    if check.difference is not None:
        value = amount(gap.measure, check.difference.value, signed=True)
        shown = f"{value}, {extent(gap.measure, check.difference)}"
    return CheckView(
        choice=VARIANTS[check.variant],
        outcome=f"{OUTCOME_SIGNS[check.outcome]} {check.outcome.value}",
        shown=shown,
        weakens=check.outcome in (Outcome.TURNS, Outcome.FADES),
    )


def _subject(gap: GapRow, names: dict[str, str]) -> Piece:
    if gap.actor is not None:
        return name(names.get(gap.actor, gap.actor))
    return plain(entry(gap.kind).name if gap.kind else "all kinds together")


def _value(gap: GapRow, value: float | None) -> str:
    if value is None:
        return "–"
    return amount(gap.measure, value, signed=gap.measure is Measure.STANCE, points=False)
