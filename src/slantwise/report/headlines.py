"""The differences that stand, in words.

A difference stands where its 95 % interval excludes 0. Those that also hold at q <= 0.05 over
all comparisons come first, then by size of effect; the sentence says which of the two it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from slantwise.records import Kind, Voice
from slantwise.records.comparison import (
    Comparison,
    GapRow,
    Interval,
    Measure,
    Verdict,
)
from slantwise.report.codebook import entry
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Query
from slantwise.report.words import (
    Piece,
    Pieces,
    count,
    decimal,
    name,
    plain,
    plural,
    probability,
    spread,
    strong,
)

Q_LIMIT = 0.05


@dataclass(frozen=True, slots=True)
class Headline:
    """One difference that stands.

    Attributes:
        sentence: the difference in words.
        doubt: interval, events, effect and what is left after correction, in words.
        also: further pairs of outlets that differ in the same, the largest effect first.
        gap: the row behind the sentence, first outlet above the second.
        query: the evidence behind it.
        safe: whether it holds among all comparisons.
    """

    sentence: Pieces
    doubt: str
    also: tuple[Pieces, ...]
    gap: GapRow
    query: Query
    safe: bool


def headlines(comparison: Comparison, numbering: Numbering, *, limit: int) -> tuple[Headline, ...]:
    """The differences that stand, one for each kind or actor, at most `limit`; may be empty."""
    subjects: dict[tuple[Measure, Kind | None, str | None], list[GapRow]] = {}
    for gap in ranked(standing(comparison.gaps)):
        subjects.setdefault((gap.measure, gap.kind, gap.actor), []).append(upright(gap))
    names = {actor.id: actor.name for actor in comparison.actors}
    return tuple(
        Headline(
            sentence=_sentence(gaps[0], names),
            doubt=_doubt(gaps[0], comparison),
            also=tuple(_also(gap) for gap in gaps[1:]),
            gap=gaps[0],
            query=gap_query(gaps[0], comparison, numbering),
            safe=_safe(gaps[0]),
        )
        for gaps in list(subjects.values())[:limit]
    )


def standing(gaps: Iterable[GapRow]) -> list[GapRow]:
    """The gaps whose interval excludes 0, in their order."""
    return [gap for gap in gaps if gap.difference is not None and _excludes_zero(gap.difference)]


def ranked(gaps: Iterable[GapRow]) -> list[GapRow]:
    """Gaps that hold at q <= 0.05 first, then by size of effect; ties keep their order."""
    return sorted(gaps, key=lambda gap: (not _safe(gap), -abs(gap.effect or 0.0)))


def upright(gap: GapRow) -> GapRow:
    """The same gap with the higher outlet first, so that the difference is not negative."""
    if gap.difference is None or gap.difference.value >= 0:
        return gap
    turned = Interval(-gap.difference.value, -gap.difference.high, -gap.difference.low)
    return replace(
        gap,
        outlet_a=gap.outlet_b,
        outlet_b=gap.outlet_a,
        a=gap.b,
        b=gap.a,
        difference=turned,
        effect=None if gap.effect is None else -gap.effect,
    )


def gap_query(gap: GapRow, comparison: Comparison, numbering: Numbering) -> Query:
    """The evidence behind a gap: both outlets, their own voice, shared events only."""
    outlets = (numbering.outlet[gap.outlet_a], numbering.outlet[gap.outlet_b])
    shared = outlets if comparison.unit == "event" else ()
    if gap.measure is Measure.RATE:
        return Query("findings", outlets, kind=gap.kind, voice=Voice.OUTLET, shared=shared)
    actor = None if gap.actor is None else numbering.actor.get(gap.actor)
    return Query("stances", outlets, actor=actor, voice=Voice.OUTLET, shared=shared)


def nothing_stands(comparison: Comparison) -> str:
    """Honest words for a first screen without a finding."""
    compared = sum(gap.verdict is Verdict.COMPARED for gap in comparison.gaps)
    if not compared:
        return "Nothing could be compared, for the reasons given here."
    return (
        f"No difference stands at 95 %: of {plural(compared, 'difference')} compared between "
        "outlets, every interval includes 0. This does not show that the outlets are alike; "
        "it shows that these articles are too few, or too varied, to tell."
    )


def _excludes_zero(interval: Interval) -> bool:
    return interval.low > 0 or interval.high < 0


def _safe(gap: GapRow) -> bool:
    return gap.q is not None and gap.q <= Q_LIMIT


def _sentence(gap: GapRow, names: dict[str, str]) -> Pieces:
    if gap.measure is Measure.RATE:
        return _rate_sentence(gap)
    actor = name(names.get(gap.actor or "", gap.actor or ""))
    return (
        plain("The words of "),
        name(gap.outlet_a),
        plain(" present "),
        actor,
        plain(" more favourably than those of "),
        name(gap.outlet_b),
        *_against(gap, "mean stance ", digits=2, signed=True),
    )


def _rate_sentence(gap: GapRow) -> Pieces:
    what = entry(gap.kind).plural if gap.kind else "loaded findings"
    more = decimal(_value(gap), digits=1)
    return (
        plain("Per 1,000 words in its own voice, "),
        name(gap.outlet_a),
        plain(" has "),
        strong(f"{more} more {what}"),
        plain(" than "),
        name(gap.outlet_b),
        *_against(gap, "", digits=1),
    )


def _against(gap: GapRow, words: str, *, digits: int, signed: bool = False) -> tuple[Piece, ...]:
    if gap.a is None or gap.b is None:
        return (plain("."),)
    first = decimal(gap.a, digits=digits, signed=signed)
    second = decimal(gap.b, digits=digits, signed=signed)
    return (plain(": "), strong(f"{words}{first} against {second}"), plain("."))


def _doubt(gap: GapRow, comparison: Comparison) -> str:
    rate = gap.measure is Measure.RATE
    parts = []
    if gap.difference is not None:
        parts.append(
            f"difference {decimal(gap.difference.value, digits=1 if rate else 2, signed=True)}, "
            f"95 % interval {spread(gap.difference, digits=1 if rate else 2)}"
        )
    parts.append(_units(gap, comparison))
    parts.append("effect not computed" if gap.effect is None else f"d = {decimal(gap.effect)}")
    parts.append(_after_correction(gap, comparison))
    return "; ".join(parts)


def _units(gap: GapRow, comparison: Comparison) -> str:
    if comparison.unit == "event":
        return plural(gap.n_units, "shared event")
    return plural(gap.n_units, comparison.unit)


def _after_correction(gap: GapRow, comparison: Comparison) -> str:
    family = f"all {count(comparison.family_size)} comparisons"
    q = probability("q", gap.q)
    if _safe(gap):
        return f"holds among {family} ({q})"
    return f"stands alone; among {family} it may be chance ({q})"


def _also(gap: GapRow) -> Pieces:
    digits = 1 if gap.measure is Measure.RATE else 2
    spreads = "" if gap.difference is None else spread(gap.difference, digits=digits)
    return (
        name(gap.outlet_a),
        plain(" above "),
        name(gap.outlet_b),
        plain(f" by {decimal(_value(gap), digits=digits)} ({spreads}; {probability('q', gap.q)})"),
    )


def _value(gap: GapRow) -> float:
    return 0.0 if gap.difference is None else gap.difference.value
