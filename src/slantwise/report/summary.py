"""A comparison in a few lines of plain text: what the command line says when it is done."""

from slantwise.records.comparison import Comparison
from slantwise.report.headlines import caution, headlines, nothing_stands
from slantwise.report.numbering import number
from slantwise.report.words import as_text, plural


def summary_lines(comparison: Comparison, *, limit: int = 5) -> tuple[str, ...]:
    """What was compared, then the differences that stand, the largest effect first."""
    shared = [e for e in comparison.events if len({outlet for outlet, _ in e.articles}) > 1]
    compared = (
        f"{plural(comparison.n_articles, 'article')} of "
        f"{plural(len(comparison.outlets), 'outlet')}; "
        f"{plural(len(shared), 'event')} told by more than one"
    )
    if comparison.n_not_analysed:
        compared += f"; {plural(comparison.n_not_analysed, 'record')} not analysed"
    told = headlines(comparison, number(comparison), limit=limit)
    if not told:
        return (compared, nothing_stands(comparison))
    lines = tuple(f"{as_text(h.sentence)} {h.doubt}".strip() for h in told)
    return tuple(filter(None, (compared, caution(told, comparison), *lines)))
