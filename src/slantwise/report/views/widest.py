"""Which outlets the tables of a page show, where there are more than a page can hold."""

from dataclasses import replace

from slantwise.records.comparison import Comparison
from slantwise.report.words import count


def with_outlets(comparison: Comparison, *, most: int) -> Comparison:
    """The figures of the `most` outlets that have most articles, in the comparison's order.

    Ties keep the order. Differences, events and actors stay whole; as given where no outlet is
    left out.
    """
    ranked = sorted(comparison.outlets, key=lambda row: -row.n_articles)[:most]
    if len(ranked) == len(comparison.outlets):
        return comparison
    kept = {row.outlet for row in ranked}
    return replace(
        comparison,
        outlets=tuple(row for row in comparison.outlets if row.outlet in kept),
        rates=tuple(row for row in comparison.rates if row.outlet in kept),
        stances=tuple(row for row in comparison.stances if row.outlet in kept),
        speech=tuple(row for row in comparison.speech if row.outlet in kept),
        introductions=tuple(row for row in comparison.introductions if row.outlet in kept),
        agency=tuple(row for row in comparison.agency if row.outlet in kept),
        coverage=tuple(row for row in comparison.coverage if row.outlet in kept),
        mentions=tuple(row for row in comparison.mentions if row.outlet in kept),
        spoken=tuple(row for row in comparison.spoken if row.outlet in kept),
    )


def outlets_note(comparison: Comparison, shown: Comparison) -> str:
    """What the tables leave out and where it stands, in words; empty where nothing is left out."""
    left = len(comparison.outlets) - len(shown.outlets)
    if not left:
        return ""
    return (
        f"The tables of this page show the {count(len(shown.outlets))} outlets with most articles; "
        f"the other {count(left)} stand in the CSV tables, unrounded. Differences, events and the "
        "sentences behind them are of all outlets."
    )
