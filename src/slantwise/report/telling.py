"""Sentences for differences of shares, and for what a difference rests on."""

from slantwise.records.comparison import GapRow, Measure, Outcome
from slantwise.report.amounts import amount
from slantwise.report.measures import VARIANTS
from slantwise.report.words import Piece, Pieces, count, name, plain, plural, strong

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
    return f"holds under {'the' if len(tried) == 1 else 'all'} {plural(len(tried), 'other choice')}"
