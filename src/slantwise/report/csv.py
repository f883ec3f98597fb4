"""The figures as CSV tables (RFC 4180): one row an observation, plain column names.

A text cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers
are written as numbers. An empty cell means that there is no such figure.
"""

from collections.abc import Iterator

from slantwise.records import Stance, Voice
from slantwise.records.comparison import Comparison
from slantwise.report.evidence import Evidence
from slantwise.report.finding_rows import FindingTable
from slantwise.report.measure_tables import measure_rows, three
from slantwise.report.numbering import Numbering
from slantwise.spreadsheets import Row, table

_ESTIMATES = ("naive", "supervised", "powered")


def tables(
    comparison: Comparison, evidence: Evidence, numbering: Numbering
) -> dict[str, str | FindingTable]:
    """Content of every table by file name.

    actors, corrected, events, findings, gaps, outlets, rates, stances; agreement and errors
    where a coded sample was given.
    A table without rows still has its header.
    """
    return {
        "actors.csv": table(_actors(comparison)),
        **_coded(comparison),
        "corrected.csv": table(_corrected(comparison)),
        "events.csv": table(_events(comparison, numbering)),
        "findings.csv": FindingTable(evidence.findings),
        "gaps.csv": table(_gaps(comparison)),
        "outlets.csv": table(_outlets(comparison)),
        "rates.csv": table(_rates(comparison)),
        "stances.csv": table(_stances(comparison)),
        **{name: table(rows) for name, rows in measure_rows(comparison).items()},
    }


def _outlets(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("outlet", "n_articles", "n_wire", "n_events"),
        *(f"words_{voice}" for voice in Voice),
        *(f"findings_{voice}" for voice in Voice),
    ]
    for row in comparison.outlets:
        words = [row.words.get(voice, 0) for voice in Voice]
        findings = [row.findings.get(voice, 0) for voice in Voice]
        yield [row.outlet, row.n_articles, row.n_wire, row.n_events, *words, *findings]


def _events(comparison: Comparison, numbering: Numbering) -> Iterator[Row]:
    yield ["event", "title", "first", "last", "named_by", "outlet", "article", "copy_of"]
    for event in comparison.events:
        first = event.first.isoformat() if event.first else None
        last = event.last.isoformat() if event.last else None
        named_by = "data" if event.given else "matching"
        for outlet, article in event.articles:
            copy_of = numbering.copy_of.get(article)
            yield [event.id, event.title, first, last, named_by, outlet, article, copy_of]


def _actors(comparison: Comparison) -> Iterator[Row]:
    yield ["actor", "name", "kind", "parent", "n_articles", "n_outlets", "aliases_seen"]
    for row in comparison.actors:
        aliases = "; ".join(row.aliases_seen)
        yield [row.id, row.name, row.kind, row.parent, row.n_articles, row.n_outlets, aliases]


def _rates(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("outlet", "voice", "kind", "n_findings", "n_words"),
        *("per_1k_words", "low", "high", "n_articles", "n_units", "verdict"),
    ]
    for row in comparison.rates:
        counts = (row.n_findings, row.n_words)
        rate = three(row.per_1k_words)
        kind = row.kind or "all"
        yield [
            row.outlet,
            row.voice,
            kind,
            *counts,
            *rate,
            row.n_articles,
            row.n_units,
            row.verdict,
        ]


def _stances(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("outlet", "actor", "name", "voice", "n_articles"),
        *("against", "neutral", "favour", "abstained", "failed"),
        *("share_against", "share_neutral", "share_favour", "mean", "low", "high", "verdict"),
    ]
    names = {actor.id: actor.name for actor in comparison.actors}
    for cell in comparison.stances:
        counts = (cell.against, cell.neutral, cell.favour, cell.abstained, cell.failed)
        yield [
            *(cell.outlet, cell.actor, names.get(cell.actor), cell.voice, cell.n_articles),
            *counts,
            *(cell.share(stance) for stance in Stance),
            *three(cell.mean),
            cell.verdict,
        ]


def _gaps(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("measure", "outlet_a", "outlet_b", "kind", "actor", "a", "b"),
        *("difference", "low", "high", "effect", "p", "q", "n_units", "n_informative", "verdict"),
    ]
    for gap in comparison.gaps:
        kind = None if gap.actor is not None else gap.kind or "all"
        yield [
            *(gap.measure, gap.outlet_a, gap.outlet_b, kind, gap.actor, gap.a, gap.b),
            *three(gap.difference),
            *(gap.effect, gap.p, gap.q, gap.n_units, gap.n_informative, gap.verdict),
        ]


def _corrected(comparison: Comparison) -> Iterator[Row]:
    yield [
        *("task", "measure", "outlet_a", "outlet_b", "kind", "actor"),
        *(f"{name}{end}" for name in _ESTIMATES for end in ("", "_low", "_high")),
        *("tuning_a", "tuning_b", "n_coded_a", "n_coded_b", "n_units", "verdict", "reason"),
    ]
    for correction in comparison.corrections:
        for gap in correction.gaps:
            kind = None if gap.actor is not None else gap.kind or "all"
            yield [
                *(correction.task, gap.measure, gap.outlet_a, gap.outlet_b, kind, gap.actor),
                *(*three(gap.naive), *three(gap.supervised), *three(gap.powered)),
                *(gap.tuning_a, gap.tuning_b, gap.n_coded_a, gap.n_coded_b, gap.n_units),
                *(gap.verdict, gap.reason or None),
            ]


def _coded(comparison: Comparison) -> dict[str, str]:
    """Agreement of the coders and error of the model; no tables without a coded sample."""
    if not comparison.corrections:
        return {}
    agreement: list[Row] = [("task", "question", "metric", "alpha", "low", "high", "n_units")]
    errors: list[Row] = [
        (
            *("task", "outlet", "class", "precision", "precision_low", "precision_high"),
            *("n_model", "recall", "recall_low", "recall_high", "n_coders"),
        )
    ]
    for each in comparison.corrections:
        agreement += [
            (each.task, row.what, row.metric, *three(row.alpha), row.n_units)
            for row in each.agreement
        ]
        errors += [
            (
                *(each.task, row.outlet, row.name, *three(row.precision), row.n_model),
                *(*three(row.recall), row.n_coders),
            )
            for row in each.errors
        ]
    return {"agreement.csv": table(agreement), "errors.csv": table(errors)}
