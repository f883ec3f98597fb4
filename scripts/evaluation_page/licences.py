"""What a model loses that learned only from data whose licence allows any use."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from evaluation_page.measuring import Result, learned_by
from evaluation_page.rows import MEASURED
from evaluation_page.sets import Measured
from evaluation_page.tables import NOT_YET, Measurements, folds_of, table

RESEARCH: Final = "base"
OPEN: Final = "open"

HEAD: Final = """\
## What `open` loses

`base` learned from every set at hand, each on its own terms; `open` (models/recipes/open.toml) only
from NewsMTSC (MIT), NewsSD-ENG (CC BY 4.0), Anno-lexical (MIT) and our own sentences, whose
licences allow any use. It has no heads for directed stance, techniques and attributed speech, which
none of these sets teaches: voices are then told by rules alone. The first metric of each row of the
tables above, of both; on BABE, `base` by cross-validation and `open` on sentences it never saw.
"""


def losses(models: Sequence[Measurements]) -> str:
    """The section: one row a set, with the figures of both models and the difference."""
    by_name = {found.model.name: found for found in models}
    research, free = by_name.get(RESEARCH), by_name.get(OPEN)
    heads = ("task", "data", "split", "metric", f"`{RESEARCH}`", f"`{OPEN}`", "loss in points")
    rows = [row_of(row, research, free) for row in MEASURED if row.task != "articles"]
    return f"{HEAD}\n{table(heads, rows)}"


def row_of(row: Measured, research: Measurements | None, free: Measurements | None) -> list[str]:
    """The cells of one set."""
    metric = next(iter(row.metrics))
    one, other = value_of(row, metric, research), value_of(row, metric, free)
    cells = [one if isinstance(one, str) else f"{one:.3f}" for one in (one, other)]
    lost = "" if isinstance(one, str) or isinstance(other, str) else f"{100 * (one - other):+.1f}"
    return [row.task, row.data, row.split, metric, *cells, lost]


def value_of(row: Measured, metric: str, found: Measurements | None) -> float | str:
    """The model's figure on a set, or why there is none."""
    if found is None:
        return "not trained yet"
    if row.learned_as and row.learned_as in learned_by(found.model):
        return folded(row, metric, folds_of(found.model, "crossvalidation.json"))
    if row.head and row.head not in found.model.heads:
        return "no such head"
    result: Result | None = found.results.get(row.key)
    if result is None or metric not in result["metrics"]:
        return NOT_YET
    return float(result["metrics"][metric]["value"])


def folded(row: Measured, metric: str, folds: Mapping[str, Any] | str) -> float | str:
    """The figure on BABE by cross-validation, where loaded words are those of the head."""
    if isinstance(folds, str):
        return folds
    head, name = ("loaded", "f1") if row.task == "framing-spans" else ("bias", metric)
    figures = folds.get("figures", {}).get(head, {})
    return float(figures[name]) if name in figures else NOT_YET
