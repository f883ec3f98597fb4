"""The differences that stand, in words.

A difference stands where its 95 % interval excludes 0. Those that also hold at q <= 0.05 over
all comparisons come first, then by size of effect; the sentence says which of the two it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.records import Kind
from slantwise.records.comparison import (
    Comparison,
    GapRow,
    Measure,
    Verdict,
)
from slantwise.report.amounts import amount, extent
from slantwise.report.codebook import entry
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Query
from slantwise.report.standing import gap_query, of_itself, ranked, safe, standing, upright
from slantwise.report.telling import (
    at_floor,
    chance,
    correction_told,
    robustness,
    share_sentence,
    units,
)
from slantwise.report.words import (
    Piece,
    Pieces,
    decimal,
    name,
    plain,
    plural,
    probability,
    strong,
)

_MOST_OTHERS = 3
_Subject = tuple[Measure, Kind | None, str | None]


@dataclass(frozen=True, slots=True)
class Headline:
    """One difference that stands.

    Attributes:
        sentence: the difference in words.
        interval: the difference with its interval and the number of units, in words.
        correction: what a coded sample makes of it, in words; empty where none was coded for it.
        certainty: effect, what is left among all comparisons and under other choices, in words.
        also: further pairs of outlets that differ in the same, the largest effect first; at
            most three, then how many more.
        gap: the row behind the sentence, first outlet above the second.
        query: the evidence behind it.
        safe: whether it holds among all comparisons.
    """

    sentence: Pieces
    interval: str
    correction: str
    certainty: str
    also: tuple[Pieces, ...]
    gap: GapRow
    query: Query
    safe: bool

    @property
    def doubt(self) -> str:
        """Interval, events, effect and what is left among all comparisons, in words."""
        corrected = f"{self.correction}; " if self.correction else ""
        return f"{self.interval}; {corrected}{self.certainty}"

    @property
    def standing(self) -> str:
        """Whether it holds among all comparisons, in words."""
        return "holds among all" if self.safe else "not safe among so many"


def headlines(comparison: Comparison, numbering: Numbering, *, limit: int) -> tuple[Headline, ...]:
    """The differences that stand, one for each kind or actor, at most `limit`; may be empty.

    Of an actor and the one it rolls up to only the first stands here, for both count the same
    mentions. How an outlet names itself is no finding about the news: it is left to the tables.
    """
    subjects: dict[_Subject, list[GapRow]] = {}
    names = {actor.id: actor.name for actor in comparison.actors}
    for gap in ranked(standing(comparison.gaps)):
        if of_itself(gap, names):
            continue
        subjects.setdefault((gap.measure, gap.kind, gap.actor), []).append(upright(gap))
    return tuple(
        _headline(gaps, comparison, numbering) for gaps in _unrelated(subjects, comparison)[:limit]
    )


def _unrelated(
    subjects: dict[_Subject, list[GapRow]], comparison: Comparison
) -> list[list[GapRow]]:
    parents = {actor.id: actor.parent for actor in comparison.actors}
    taken: set[str] = set()
    kept = []
    for (_, _, actor), gaps in subjects.items():
        line = _line_of(actor, parents)
        if taken.isdisjoint(line) and not any(actor in _line_of(t, parents) for t in taken):
            kept.append(gaps)
            taken.update(line[:1])
    return kept


def _line_of(actor: str | None, parents: dict[str, str | None]) -> list[str]:
    """The actor and all that it rolls up to."""
    line: list[str] = []
    while actor is not None and actor not in line:
        line.append(actor)
        actor = parents.get(actor)
    return line


def _headline(gaps: list[GapRow], comparison: Comparison, numbering: Numbering) -> Headline:
    names = {actor.id: actor.name for actor in comparison.actors}
    return Headline(
        sentence=_sentence(gaps[0], names),
        interval=_interval(gaps[0], comparison),
        correction=correction_told(gaps[0], comparison),
        certainty=_certainty(gaps[0], comparison),
        also=_others(gaps[1:]),
        gap=gaps[0],
        query=gap_query(gaps[0], comparison, numbering),
        safe=safe(gaps[0]),
    )


def caution(told: Sequence[Headline], comparison: Comparison) -> str:
    """Words above headlines none of which holds after correction; empty where one does."""
    if not told or any(headline.safe for headline in told):
        return ""
    words = (
        "None of these holds among all "
        f"{plural(comparison.family_size, 'comparison')}: each stands only where it is looked at "
        "alone. Take them as hints."
    )
    if any(at_floor(headline.gap, comparison.unit) for headline in told):
        words += (
            " Some have the smallest p that so few shared events can give: more events, or fewer "
            "comparisons planned beforehand, would tell."
        )
    return words


def nothing_stands(comparison: Comparison) -> str:
    """Honest words for a first screen without a finding."""
    compared = sum(gap.verdict is Verdict.COMPARED for gap in comparison.gaps)
    if not compared:
        return "Nothing could be compared, for the reasons given here."
    return (
        f"No difference stands at 95 %: of {plural(compared, 'difference')} compared between "
        "outlets, every interval includes 0. This does not show that the outlets are alike: "
        "each interval says how large a difference may still be."
    )


def _sentence(gap: GapRow, names: dict[str, str]) -> Pieces:
    if gap.measure is Measure.RATE:
        return _rate_sentence(gap)
    actor = name(names.get(gap.actor or "", gap.actor or ""))
    if gap.measure.is_share:
        return share_sentence(gap, actor)
    return (
        plain("The words of "),
        name(gap.outlet_a),
        plain(" present "),
        actor,
        plain(f" {_how_presented(gap)} than those of "),
        name(gap.outlet_b),
        *_against(gap, "mean stance "),
    )


def _how_presented(gap: GapRow) -> str:
    """Which way the higher outlet leans; where both lean against, it leans so less."""
    return "less unfavourably" if gap.a is not None and gap.a < 0 else "more favourably"


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
        *_against(gap, ""),
    )


def _against(gap: GapRow, words: str) -> tuple[Piece, ...]:
    if gap.a is None or gap.b is None:
        return (plain("."),)
    signed = gap.measure is Measure.STANCE
    first, second = (
        amount(gap.measure, value, signed=signed, points=False) for value in (gap.a, gap.b)
    )
    return (plain(": "), strong(f"{words}{first} against {second}"), plain("."))


def _interval(gap: GapRow, comparison: Comparison) -> str:
    told = units(gap, comparison.unit)
    if gap.difference is None:
        return told
    value = amount(gap.measure, gap.difference.value, signed=True)
    ends = extent(gap.measure, gap.difference)
    return f"Difference {value}, 95 % interval {ends}; {told}"


def _certainty(gap: GapRow, comparison: Comparison) -> str:
    parts = ["effect not computed" if gap.effect is None else f"d = {decimal(gap.effect)}"]
    parts.append(chance(gap, comparison))
    if checked := robustness(gap):
        parts.append(checked)
    return "; ".join(parts)


def _others(gaps: list[GapRow]) -> tuple[Pieces, ...]:
    shown = tuple(_also(gap) for gap in gaps[:_MOST_OTHERS])
    more = len(gaps) - len(shown)
    return (*shown, (plain(plural(more, "more pair")),)) if more else shown


def _also(gap: GapRow) -> Pieces:
    spreads = "" if gap.difference is None else extent(gap.measure, gap.difference)
    return (
        name(gap.outlet_a),
        plain(" above "),
        name(gap.outlet_b),
        plain(f" by {amount(gap.measure, _value(gap))} ({spreads}; {probability('q', gap.q)})"),
    )


def _value(gap: GapRow) -> float:
    return 0.0 if gap.difference is None else gap.difference.value
