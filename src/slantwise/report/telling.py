"""Sentences for differences of shares, and for what a difference rests on.

What chance and a coded sample say of a difference stands here too.
"""

from math import isclose

from slantwise.records.comparison import Comparison, GapRow, Interval, Measure, Outcome
from slantwise.records.correction import CorrectedGap, CorrectedMeasure
from slantwise.report.amounts import amount, extent
from slantwise.report.measures import VARIANTS
from slantwise.report.words import (
    Piece,
    Pieces,
    count,
    name,
    plain,
    plural,
    probability,
    strong,
)

_SENTENCES: dict[Measure, tuple[str, str, str, str]] = {
    Measure.QUOTED_WORDS: ("Of the words it quotes, ", " gives ", " a larger share than ", ""),
    Measure.DIRECT_WORDS: (
        "Of the words it quotes directly, ",
        " gives ",
        " a larger share than ",
        "",
    ),
    Measure.LOADED: (
        "",
        " introduces the words of ",
        " with a loaded verb or label more often than ",
        "",
    ),
    Measure.AGENCY: (
        "",
        " names ",
        " as the doer of its harms more often than ",
        "",
    ),
    Measure.MENTION: (
        "",
        " mentions ",
        " more often than ",
        " on the events that both report",
    ),
}


def share_sentence(gap: GapRow, actor: Piece) -> Pieces:
    """A difference of shares in words, the higher outlet first."""
    start, verb, more, tail = _SENTENCES[gap.measure]
    values: tuple[Piece, ...] = (plain(f"{tail}."),)
    if gap.a is not None and gap.b is not None:
        first, second = (amount(gap.measure, value, points=False) for value in (gap.a, gap.b))
        values = (plain(f"{tail}: "), strong(f"{first} against {second}"), plain("."))
    opening = (plain(start),) if start else ()
    return (
        *opening,
        name(gap.outlet_a),
        plain(verb),
        actor,
        plain(more),
        name(gap.outlet_b),
        *values,
    )


def units(gap: GapRow, unit: str) -> str:
    """What a difference rests on: events that both report, or articles of each outlet.

    Where articles are the unit, they are counted for the outlet that has fewer, and the sentence
    says so.
    """
    if unit == "event":
        told = plural(gap.n_units, "shared event")
        if gap.n_informative is None or gap.n_informative == gap.n_units:
            return told
        return f"{told}, {count(gap.n_informative)} of them with anything to count"
    told = f"at least {plural(gap.n_units, 'article')} of each outlet"
    if gap.n_informative is None:
        return told
    return f"{told}, {count(gap.n_informative)} of both with anything to count"


def robustness(gap: GapRow) -> str:
    """What becomes of the difference under other choices; empty where none was tried."""
    tried = [check for check in gap.checks if check.outcome is not Outcome.TOO_FEW]
    if not tried:
        return ""
    weak = [
        f"{check.outcome.value} with {VARIANTS[check.variant]}"
        for check in tried
        if check.outcome is not Outcome.HOLDS
    ]
    if weak:
        return ", ".join(weak)
    named = {1: "the other choice", 2: "both other choices"}
    return f"holds under {named.get(len(tried), f'all {len(tried)} other choices')}"


def at_floor(gap: GapRow, unit: str) -> bool:
    """Whether p is the smallest that the test can give for so few events.

    Flipping the signs of n events gives 2 to the power n cases; the one seen and its mirror are
    always among the extreme ones.
    """
    n = gap.n_units if gap.n_informative is None else gap.n_informative
    least: float = 2.0 ** (1 - n)
    return unit == "event" and gap.p is not None and isclose(gap.p, least, rel_tol=1e-3)


def chance(gap: GapRow, comparison: Comparison) -> str:
    """p, and q among all comparisons, in words; that p could not be smaller, where it could not."""
    family = plural(comparison.family_size, "comparison")
    least = ", the smallest that so few events can give" if at_floor(gap, comparison.unit) else ""
    return f"{probability('p', gap.p)}{least}; {probability('q', gap.q)} among {family}"


_CORRECTED = {Measure.RATE: CorrectedMeasure.RATE, Measure.STANCE: CorrectedMeasure.STANCE}


def correction_told(gap: GapRow, comparison: Comparison) -> str:
    """What a coded sample makes of a difference, in words; empty where none was coded for it."""
    wanted = (_CORRECTED.get(gap.measure), gap.kind, gap.actor, {gap.outlet_a, gap.outlet_b})
    for correction in comparison.corrections:
        for found in correction.gaps:
            subject = (found.measure, found.kind, found.actor, {found.outlet_a, found.outlet_b})
            if subject == wanted:
                return _corrected(gap, found)
    return ""


def _corrected(gap: GapRow, found: CorrectedGap) -> str:
    if found.powered is None:
        return f"Not corrected: {found.reason}"
    value = found.powered
    if found.outlet_a != gap.outlet_a:
        value = Interval(-value.value, -value.high, -value.low)
    stands = "" if value.low > 0 or value.high < 0 else "; it no longer stands"
    shown = amount(gap.measure, value.value, signed=True)
    return f"Corrected with the coded sample: {shown}, {extent(gap.measure, value)}{stands}"
