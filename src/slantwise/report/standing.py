"""Which differences stand, in what order, and where their evidence lies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from slantwise.records import Voice
from slantwise.records.comparison import Comparison, GapRow, Interval, Measure
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Query
from slantwise.report.words import count, plural

Q_LIMIT = 0.05


def standing(gaps: Iterable[GapRow]) -> list[GapRow]:
    """The gaps whose interval excludes 0, in their order."""
    return [gap for gap in gaps if gap.difference is not None and _excludes_zero(gap.difference)]


def ranked(gaps: Iterable[GapRow]) -> list[GapRow]:
    """Gaps that hold at q <= 0.05 first, then by size of effect; ties keep their order."""
    return sorted(gaps, key=lambda gap: (not safe(gap), -abs(gap.effect or 0.0)))


def upright(gap: GapRow) -> GapRow:
    """The same gap with the higher outlet first, so that the difference is not negative.

    Its checks are turned with it.
    """
    if gap.difference is None or gap.difference.value >= 0:
        return gap
    checks = tuple(
        replace(check, difference=_turned(check.difference)) if check.difference else check
        for check in gap.checks
    )
    return replace(
        gap,
        outlet_a=gap.outlet_b,
        outlet_b=gap.outlet_a,
        a=gap.b,
        b=gap.a,
        difference=_turned(gap.difference),
        checks=checks,
        effect=None if gap.effect is None else -gap.effect,
    )


def gap_query(gap: GapRow, comparison: Comparison, numbering: Numbering) -> Query:
    """The evidence behind a gap: both outlets, their own voice, shared events only."""
    outlets = (numbering.outlet[gap.outlet_a], numbering.outlet[gap.outlet_b])
    shared = outlets if comparison.unit == "event" else ()
    if gap.measure is Measure.RATE:
        return Query("findings", outlets, kind=gap.kind, voice=Voice.OUTLET, shared=shared)
    actor = None if gap.actor is None else numbering.actor.get(gap.actor)
    if gap.measure in (Measure.QUOTED_WORDS, Measure.LOADED):
        return Query("words", outlets, speaker=actor, shared=shared)
    if gap.measure is Measure.DIRECT_WORDS:
        return Query("words", outlets, voice=Voice.DIRECT, speaker=actor, shared=shared)
    if gap.measure is Measure.AGENCY:
        return Query("harms", outlets, actor=actor, voice=Voice.OUTLET, shared=shared)
    if gap.measure is Measure.MENTION:
        return Query("stances", outlets, actor=actor, shared=shared)
    return Query("stances", outlets, actor=actor, voice=Voice.OUTLET, shared=shared)


def safe(gap: GapRow) -> bool:
    """Whether a gap holds at q <= 0.05 over all comparisons."""
    return gap.q is not None and gap.q <= Q_LIMIT


def of_itself(gap: GapRow, names: Mapping[str, str]) -> bool:
    """Whether a gap is about one of its own two outlets, as an actor of the news."""
    return names.get(gap.actor or "") in (gap.outlet_a, gap.outlet_b)


def left_to_tables(comparison: Comparison) -> str:
    """Which differences that stand are no headlines, in words; empty where there are none."""
    names = {actor.id: actor.name for actor in comparison.actors}
    left = [gap for gap in standing(comparison.gaps) if of_itself(gap, names)]
    if not left:
        return ""
    held = sum(map(safe, left))
    verb = "is" if len(left) == 1 else "are"
    which = "all" if held == len(left) > 1 else count(held)
    hold = f", {which} of which {'holds' if held == 1 else 'hold'} among all," if held else ""
    return (
        f"Not listed here {verb} {plural(len(left), 'difference')}{hold} in how often an outlet "
        "mentions itself or how it presents itself: the table of differences has "
        f"{'it' if len(left) == 1 else 'them'}."
    )


def _turned(difference: Interval) -> Interval:
    return Interval(-difference.value, -difference.high, -difference.low)


def _excludes_zero(interval: Interval) -> bool:
    return interval.low > 0 or interval.high < 0
