"""An actor-swap audit in the terminal."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from slantwise.evaluation.audit.changes import Change, stance_word

if TYPE_CHECKING:
    from slantwise.evaluation.audit import Audit, Shift
    from slantwise.evaluation.metrics import Figure

_RATES = {
    "stance_changed": "stance",
    "stance_reversed": "reversed",
    "findings_changed": "findings",
    "bias_changed": "sentence bias",
}


def show(audit: "Audit", n_worst: int, console: Console | None = None) -> None:
    """Print rates of change, shifts and the worst pairs."""
    console = console or Console()
    console.print(_rates(audit))
    rows = [*audit.groups.rows, *audit.actors.rows]
    if rows:
        console.print(_shifts(rows))
    too_few = audit.groups.too_few + audit.actors.too_few
    if too_few:
        console.print(f"{too_few} groups and actors stand in too few sentences to be tested")
    for change in audit.worst(n_worst):
        console.print(_pair(change))
    signature = audit.signature
    console.print(f"model {signature['model']} {signature['model_digest'][:12]}", highlight=False)


def _rates(audit: "Audit") -> Table:
    table = Table(
        *("pairs", "n", *_RATES.values()),
        title=f"share of pairs in which the answer changes: {audit.pairs.path}",
    )
    for row in audit.rates:
        figures = [_percent(row.figures.get(name)) for name in _RATES]
        table.add_row(Text(row.stratum), str(row.n_pairs), *figures)
    return table


def _percent(figure: "Figure | None") -> str:
    if figure is None:
        return ""
    low, high = 100 * figure.low, 100 * figure.high
    return f"{100 * figure.value:.1f} % ({low:.1f} to {high:.1f})"


def _shifts(rows: "list[Shift]") -> Table:
    table = Table(
        *("", "than", "sentences", "shift of (favour - against)", "p", "q"),
        title="is one side presented better or worse in the same sentences?",
    )
    for row in rows:
        score = f"{row.score.value:+.3f} ({row.score.low:+.3f} to {row.score.high:+.3f})"
        mark = "*" if row.q < 0.05 else ""
        table.add_row(
            *(Text(row.one), Text(row.other), str(row.n_sentences), score),
            *(f"{row.p:.4f}", f"{row.q:.3f}{mark}"),
        )
    return table


def _pair(change: Change) -> Text:
    lines = [f"{change.sentence.id}: shift {change.shift:+.2f}"]
    for answer in (change.before, change.after):
        said = f"{stance_word(answer.stance)}, {'biased' if answer.biased else 'not biased'}"
        found = ", ".join(span.of(answer.version.text) for span in answer.findings) or "none"
        lines.append(f"  {answer.version.text}\n    [{said}; findings: {found}]")
    return Text("\n".join(lines))
