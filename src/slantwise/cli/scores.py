"""An evaluation in the terminal."""

from typing import Any

from rich.console import Console
from rich.table import Table


def table(evaluation: Any, console: Console | None = None) -> None:
    """Print the metrics with their intervals and what was scored."""
    data = evaluation.to_dict()
    shown = Table(
        "metric", "value", "95 % interval", title=f"{data['task']}: {data['gold']['path']}"
    )
    for name, metric in data["metrics"].items():
        shown.add_row(
            name, f"{metric['value']:.3f}", f"{metric['low']:.3f} to {metric['high']:.3f}"
        )
    console = console or Console()
    console.print(shown)
    console.print(
        f"{data['scored']} scored, {data['abstained']} abstained, {data['failed']} failed; "
        f"model {data['signature']['model']} {data['signature']['model_digest'][:12]}"
    )
    for note in evaluation.notes:
        console.print(f"note: {note}", highlight=False)
