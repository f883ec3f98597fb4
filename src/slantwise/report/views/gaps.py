"""Differences between outlets, the largest effects first, and how many there were."""

from dataclasses import dataclass, replace

from slantwise.records.comparison import Comparison, GapRow, Interval, Measure, Verdict
from slantwise.report.codebook import entry
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure
from slantwise.report.standing import gap_query, ranked, standing, upright
from slantwise.report.svg import Scale, scale_around_zero
from slantwise.report.words import Piece, count, decimal, name, plain, probability, spread

WIDTH = 190


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
        n_units: shared events (or articles).
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
    """Rates of all kinds together, rates by kind, and stances; at most `max_gaps` lines each."""
    rates = [gap for gap in comparison.gaps if gap.measure is Measure.RATE]
    stances = [gap for gap in comparison.gaps if gap.measure is Measure.STANCE]
    sorts = (
        (
            "Loaded findings per 1,000 words of the own voice",
            "Kind",
            [g for g in rates if not g.kind],
        ),
        ("By kind, per 1,000 words of the own voice", "Kind", [g for g in rates if g.kind]),
        ("Mean stance in the own voice", "Actor", stances),
    )

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
    ordered = ranked(firm) + ranked([gap for gap in compared if gap not in firm])
    return [upright(gap) for gap in ordered[:most]], len(compared)


def _reach(gaps: list[GapRow]) -> float:
    ends = [gap.difference for gap in gaps if gap.difference is not None]
    return max((max(abs(end.low), abs(end.high)) for end in ends), default=1.0)


def _line(
    gap: GapRow, names: dict[str, str], comparison: Comparison, numbering: Numbering
) -> GapLine:
    rate = gap.measure is Measure.RATE
    digits = 1 if rate else 2
    difference = gap.difference or Interval(0.0, 0.0, 0.0)
    shown = decimal(difference.value, digits=digits, signed=True)
    query = gap_query(gap, comparison, numbering)
    first, second = (replace(query, outlets=(outlet,)) for outlet in query.outlets)
    return GapLine(
        subject=_subject(gap, names),
        first=gap.outlet_a,
        second=gap.outlet_b,
        values=(Figure(_value(gap.a, rate), first), Figure(_value(gap.b, rate), second)),
        difference=difference,
        shown=Figure(shown, query),
        interval=spread(difference, digits=digits),
        effect="–" if gap.effect is None else decimal(gap.effect),
        p=probability("p", gap.p).removeprefix("p = ").removeprefix("p "),
        q=probability("q", gap.q).removeprefix("q = ").removeprefix("q "),
        n_units=count(gap.n_units),
        stands=bool(standing([gap])),
    )


def _subject(gap: GapRow, names: dict[str, str]) -> Piece:
    if gap.actor is not None:
        return name(names.get(gap.actor, gap.actor))
    return plain(entry(gap.kind).name if gap.kind else "all kinds together")


def _value(value: float | None, rate: bool) -> str:
    if value is None:
        return "–"
    return decimal(value, digits=1 if rate else 2, signed=not rate)
