"""CSV rows of who speaks, introductions, agency, coverage, mentions, stance by speakers, checks."""

from collections.abc import Iterator, Sequence

from slantwise.records import HarmForm, Stance
from slantwise.records.comparison import Comparison, Interval

Cell = str | int | float | None
Row = Sequence[Cell]


def measure_rows(comparison: Comparison) -> dict[str, Iterator[Row]]:
    """Rows of every table by file name, the first being the header."""
    return {
        "agency.csv": _agency(comparison),
        "checks.csv": _checks(comparison),
        "coverage.csv": _coverage(comparison),
        "introductions.csv": _introductions(comparison),
        "mentions.csv": _mentions(comparison),
        "speech.csv": _speech(comparison),
        "spoken.csv": _spoken(comparison),
    }


def _names(comparison: Comparison) -> dict[str, str]:
    return {actor.id: actor.name for actor in comparison.actors}


def _speech(comparison: Comparison) -> Iterator[Row]:
    names = _names(comparison)
    yield [
        *("outlet", "actor", "name", "quoted", "n_words", "n_known", "n_unknown"),
        *("share", "low", "high", "n_articles", "n_units", "verdict"),
    ]
    for row in comparison.speech:
        yield [
            *(row.outlet, row.actor, names.get(row.actor), row.quoted),
            *(row.n_words, row.n_known, row.n_unknown),
            *three(row.share),
            *(row.n_articles, row.n_units, row.verdict),
        ]


def _introductions(comparison: Comparison) -> Iterator[Row]:
    names = _names(comparison)
    yield [
        *("outlet", "actor", "name", "n_loaded", "n_introductions", "n_unknown"),
        *("share", "low", "high", "n_articles", "n_units", "verdict"),
    ]
    for row in comparison.introductions:
        yield [
            *(row.outlet, row.actor, names.get(row.actor)),
            *(row.n_loaded, row.n_introductions, row.n_unknown),
            *three(row.share),
            *(row.n_articles, row.n_units, row.verdict),
        ]


def _agency(comparison: Comparison) -> Iterator[Row]:
    names = _names(comparison)
    yield [
        *("outlet", "actor", "name", "n_named", "n_harms", *HarmForm, "n_unknown"),
        *("share", "low", "high", "n_articles", "n_units", "verdict"),
    ]
    for row in comparison.agency:
        yield [
            *(row.outlet, row.actor, names.get(row.actor), row.n_named, row.n_harms),
            *(row.forms.get(form, 0) for form in HarmForm),
            row.n_unknown,
            *three(row.share),
            *(row.n_articles, row.n_units, row.verdict),
        ]


def _coverage(comparison: Comparison) -> Iterator[Row]:
    yield ["outlet", "first", "last", "n_reported", "n_events", "n_undated", "left_out"]
    for row in comparison.coverage:
        first, last = (day.isoformat() if day else None for day in (row.first, row.last))
        counts = (row.n_reported, row.n_events, row.n_undated)
        yield [row.outlet, first, last, *counts, "; ".join(row.left_out)]


def _mentions(comparison: Comparison) -> Iterator[Row]:
    names = _names(comparison)
    yield [
        *("outlet", "actor", "name", "n_mentioned", "n_events"),
        *("share", "low", "high", "verdict"),
    ]
    for row in comparison.mentions:
        yield [
            *(row.outlet, row.actor, names.get(row.actor), row.n_mentioned, row.n_events),
            *three(row.share),
            row.verdict,
        ]


def _spoken(comparison: Comparison) -> Iterator[Row]:
    names = _names(comparison)
    yield [
        *("outlet", "speaker", "speaker_name", "actor", "actor_name", "quoted", "n_articles"),
        *(*Stance, "abstained", "failed", "mean", "low", "high", "n_units", "verdict"),
    ]
    for cell in comparison.spoken:
        who = (cell.speaker, names.get(cell.speaker), cell.actor, names.get(cell.actor))
        yield [
            *(cell.outlet, *who, cell.quoted, cell.n_articles),
            *(cell.against, cell.neutral, cell.favour, cell.abstained, cell.failed),
            *three(cell.mean),
            *(cell.n_units, cell.verdict),
        ]


def _checks(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("measure", "outlet_a", "outlet_b", "kind", "actor", "variant"),
        *("difference", "low", "high", "n_units", "outcome"),
    ]
    for gap in comparison.gaps:
        kind = None if gap.actor is not None else gap.kind or "all"
        for check in gap.checks:
            yield [
                *(gap.measure, gap.outlet_a, gap.outlet_b, kind, gap.actor, check.variant),
                *three(check.difference),
                *(check.n_units, check.outcome),
            ]


def three(interval: Interval | None) -> tuple[float | None, float | None, float | None]:
    """Value and ends of an interval, or three times nothing."""
    if interval is None:
        return (None, None, None)
    return (interval.value, interval.low, interval.high)
