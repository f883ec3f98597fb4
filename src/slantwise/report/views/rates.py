"""Kinds of loaded framing by outlet: rates with their intervals, numerators and denominators."""

from dataclasses import dataclass

from slantwise.records import Kind, Voice
from slantwise.records.comparison import Comparison, Interval, RateRow, Verdict
from slantwise.report.codebook import KINDS, KindEntry
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure, Query
from slantwise.report.svg import Scale, scale_from_zero
from slantwise.report.words import count, decimal, spread

WIDTH = 260


@dataclass(frozen=True, slots=True)
class RateLine:
    """One outlet's rate of one kind.

    Attributes:
        outlet: name of the outlet.
        shape: number of its marker.
        rate: rate with interval, per 1,000 words; None where too few.
        value: the rate as shown, with its evidence; None where too few.
        interval: the interval in words; empty where too few.
        n_findings: numerator with its evidence.
        n_words: denominator, with the articles it counts in.
        n_articles: articles with words in that voice.
    """

    outlet: str
    shape: int
    rate: Interval | None
    value: Figure | None
    interval: str
    n_findings: Figure
    n_words: Figure
    n_articles: str


@dataclass(frozen=True, slots=True)
class RateGroup:
    """One kind with a line for each outlet.

    Attributes:
        entry: the kind; None for all kinds together.
        lines: one an outlet, in the comparison's order.
        scale: axis of the figures.
    """

    entry: KindEntry | None
    lines: tuple[RateLine, ...]
    scale: Scale


@dataclass(frozen=True, slots=True)
class Forest:
    """All kinds of one voice.

    Attributes:
        voice: whose words.
        total: all kinds together; None where the comparison gives no such row.
        kinds: kinds with at least one finding, in the order of the label set.
        silent: kinds without a finding in that voice.
    """

    voice: Voice
    total: RateGroup | None
    kinds: tuple[RateGroup, ...]
    silent: tuple[KindEntry, ...]


def forest(comparison: Comparison, numbering: Numbering, *, voice: Voice) -> Forest:
    """Rates of one voice, kinds without findings listed apart; no kinds where there are none."""
    rows: dict[Kind | None, list[RateRow]] = {}
    for row in comparison.rates:
        if row.voice is voice:
            rows.setdefault(row.kind, []).append(row)
    entries = [entry for entry in KINDS if entry.kind in rows]
    heard = [entry for entry in entries if any(row.n_findings for row in rows[entry.kind])]
    shared = _scale([row for entry in heard for row in rows[entry.kind]])
    total = rows.get(None)
    return Forest(
        voice=voice,
        total=RateGroup(None, _lines(total, numbering), _scale(total)) if total else None,
        kinds=tuple(
            RateGroup(entry, _lines(rows[entry.kind], numbering), shared) for entry in heard
        ),
        silent=tuple(entry for entry in entries if entry not in heard),
    )


def _scale(rows: list[RateRow]) -> Scale:
    highs = [row.per_1k_words.high for row in rows if row.per_1k_words is not None]
    return scale_from_zero(max(highs, default=1.0), width=WIDTH)


def _lines(rows: list[RateRow], numbering: Numbering) -> tuple[RateLine, ...]:
    ordered = sorted(rows, key=lambda row: numbering.outlet[row.outlet])
    return tuple(_line(row, numbering) for row in ordered)


def _line(row: RateRow, numbering: Numbering) -> RateLine:
    outlet = numbering.outlet[row.outlet]
    query = Query("findings", (outlet,), kind=row.kind, voice=row.voice, n=row.n_findings)
    behind = query if row.n_findings else None
    rate = row.per_1k_words if row.verdict is Verdict.COMPARED else None
    return RateLine(
        outlet=row.outlet,
        shape=outlet,
        rate=rate,
        value=None if rate is None else Figure(decimal(rate.value, digits=1), behind),
        interval="" if rate is None else spread(rate, digits=1),
        n_findings=Figure(count(row.n_findings), behind),
        n_words=Figure(count(row.n_words), Query("articles", (outlet,)) if row.n_words else None),
        n_articles=count(row.n_articles),
    )
