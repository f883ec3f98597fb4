"""What could not be compared, and why, in words."""

from slantwise.records.comparison import Comparison, Measure, Verdict
from slantwise.report.words import Pieces, count, listed, name, plain, plural

_MOST_PAIRS = 6
"""Pairs named one by one on the first screen; more are counted."""


def not_compared(comparison: Comparison) -> tuple[Pieces, ...]:
    """What could not be compared and why, one sentence a reason; empty where nothing is amiss."""
    pairs, actors = _pairs_too_few(comparison), _actors_too_few(comparison)
    return (*_articles_left_out(comparison), *pairs, *actors, *_differences_too_few(comparison))


def _articles_left_out(comparison: Comparison) -> list[Pieces]:
    reasons: list[Pieces] = []
    if comparison.n_not_analysed:
        left_out = plural(comparison.n_not_analysed, "article")
        verb = "was" if comparison.n_not_analysed == 1 else "were"
        words = f"{left_out} {verb} read but not analysed; the run’s problems give the reasons."
        reasons.append((plain(words),))
    wire = sum(row.n_wire for row in comparison.outlets)
    if wire:
        copies = plural(wire, "article is a wire copy", "articles are wire copies")
        reasons.append((plain(f"{copies}, listed but counted once."),))
    return reasons


def _pairs_too_few(comparison: Comparison) -> list[Pieces]:
    shared: dict[tuple[str, str], tuple[int, bool]] = {}
    for gap in comparison.gaps:
        pair = (gap.outlet_a, gap.outlet_b)
        most, compared = shared.get(pair, (0, False))
        compared = compared or gap.verdict is Verdict.COMPARED
        shared[pair] = (max(most, gap.n_units), compared)
    few = {pair: most for pair, (most, compared) in shared.items() if not compared}
    if len(few) > _MOST_PAIRS:
        return [_many_pairs(len(few), len(shared), comparison)]
    return [_too_few(pair, most, comparison) for pair, most in few.items()]


def _many_pairs(n_few: int, n_pairs: int, comparison: Comparison) -> Pieces:
    """All pairs that could not be compared, in one sentence."""
    least = plural(comparison.minimum_units, comparison.unit)
    return (
        plain(f"{count(n_few)} of {plural(n_pairs, 'pair')} of outlets could not be compared at "),
        plain(f"all: they {_verb(comparison)} fewer than {least} with anything to count. They "),
        plain("stand in tables/gaps.csv as too few to compare."),
    )


def _too_few(pair: tuple[str, str], most: int, comparison: Comparison) -> Pieces:
    return (
        name(pair[0]),
        plain(" and "),
        name(pair[1]),
        plain(_shortage(comparison, most)),
    )


def _actors_too_few(comparison: Comparison) -> list[Pieces]:
    gaps = [gap for gap in comparison.gaps if gap.measure is Measure.STANCE and gap.actor]
    never = {gap.actor: None for gap in gaps}
    for gap in gaps:
        if gap.verdict is Verdict.COMPARED:
            never.pop(gap.actor, None)
    if not never or all(gap.verdict is Verdict.TOO_FEW for gap in comparison.gaps):
        return []
    verb = _verb(comparison)
    names = [actor.name for actor in comparison.actors if actor.id in never]
    return [
        (
            plain(f"Stance toward {plural(len(never), 'actor')} could not be compared, for no "),
            plain(f"two outlets {verb} {plural(comparison.minimum_units, comparison.unit)} "),
            plain("on which both judge them: "),
            *listed(names),
            plain("."),
        )
    ]


def _differences_too_few(comparison: Comparison) -> list[Pieces]:
    n_few = sum(gap.verdict is Verdict.TOO_FEW for gap in comparison.gaps)
    if not n_few or n_few == len(comparison.gaps):
        return []
    least = plural(comparison.minimum_units, comparison.unit)
    return [
        (
            plain(
                f"{count(n_few)} of {plural(len(comparison.gaps), 'difference')} looked for had "
            ),
            plain(f"fewer than {least} with anything to count and were not computed."),
        )
    ]


def _shortage(comparison: Comparison, most: int) -> str:
    units = plural(most, comparison.unit)
    if most >= comparison.minimum_units:
        few = f"fewer than {comparison.minimum_units} of them with anything to count."
        verb = "share" if comparison.unit == "event" else "have at least"
        return f" {verb} {units}, {few}"
    if comparison.unit == "event":
        return f" share {units}; at least {comparison.minimum_units} are needed."
    needed = f"at least {comparison.minimum_units} of each are needed."
    return f": the one that has fewer has {units} that could be compared; {needed}"


def _verb(comparison: Comparison) -> str:
    return "share" if comparison.unit == "event" else "have together"
