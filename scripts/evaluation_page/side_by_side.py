"""The chief figures of all models in one table, and what a model loses that has open data alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from evaluation_page.measuring import learned_by
from evaluation_page.rows import CROSS_VALIDATED, MEASURED
from evaluation_page.sets import CrossValidated, Measured
from evaluation_page.tables import NOT_YET, Measurements, folds_of, interval, table

RESEARCH: Final = "base"
OPEN: Final = "open"
NO_HEAD: Final = "no such head"
BABE: Final = "babe train"

TRANSFERRED: Final = {
    ("bias", "macro_f1"): ("babe.framing-sentences", "macro_f1"),
    ("bias", "mcc"): ("babe.framing-sentences", "mcc"),
    ("loaded", "f1"): ("babe.framing-spans", "loaded_token_f1"),
}
"""Figures by folds, and where the same stands of a model that never saw BABE (key, metric)."""

HEAD: Final = """\
## Side by side

The chief figures of every model with their 95 % intervals; the tables below hold the others, the
commands and where published figures stand.
"""

LICENCES: Final = """\
**What `open` loses.** `base` and `large` learned from every set at hand, each on its own terms;
`open` (models/recipes/open.toml) only from NewsMTSC (MIT), NewsSD-ENG (CC BY 4.0), Anno-lexical
(MIT) and our own sentences, whose licences allow any use. It has no heads for directed stance,
techniques and attributed speech, which none of these sets teaches: voices are then told by rules
alone. BABE, which `open` never saw, is read by it as a whole, the others by cross-validation.
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the table shows of one model.

    Attributes:
        text: the figure with its interval, or why there is none.
        value: the figure; None where there is none.
        n: number of items, where there is a figure.
    """

    text: str
    value: float | None = None
    n: str = ""


def side_by_side(models: Sequence[Measurements]) -> str:
    """The section: one row a set and chief metric, one column a model."""
    names = [f"`{found.model.name}`" for found in models]
    known = {found.model.name for found in models}
    both = {RESEARCH, OPEN} <= known
    heads = ["task", "data", "split", "n", "metric", *names, "published"]
    heads += [f"`{OPEN}` loses, points"] * both
    untrained = [] if OPEN in known else [f"`{OPEN}` has not been trained yet.\n"]
    return "\n".join([HEAD, table(heads, list(rows(models))), LICENCES, *untrained])


def rows(models: Sequence[Measurements]) -> Iterator[list[str]]:
    """The cells of every row; events are told without the model."""
    for row in MEASURED:
        if row.task != "articles" and row.learned_as != BABE:
            for metric in row.chief:
                cells = {found.model.name: cell(row, metric, found) for found in models}
                published = row.metrics[metric]
                where = (row.task, row.data, row.split)
                yield cells_of(where, metric, cells, published.value if published else "")
    for source in CROSS_VALIDATED:
        for (head, metric), transferred in TRANSFERRED.items():
            cells = {
                found.model.name: folded(source, head, metric, found)
                if BABE in learned_by(found.model)
                else figure_of(found, *transferred)
                for found in models
            }
            published = source.metrics[head, metric]
            where = (f"framing, {head}", "BABE, given part", source.split)
            yield cells_of(where, metric, cells, published.value if published else "")


def cells_of(
    where: tuple[str, str, str], metric: str, cells: Mapping[str, Cell], published: str
) -> list[str]:
    """One line of the table."""
    n = next((cell.n for cell in cells.values() if cell.n), "")
    line = [*where, n, metric, *(cell.text for cell in cells.values()), published]
    if RESEARCH in cells and OPEN in cells:
        line.append(lost(cells[RESEARCH].value, cells[OPEN].value))
    return line


def lost(research: float | None, free: float | None) -> str:
    """The difference in hundredths; empty where a figure is missing."""
    return "" if research is None or free is None else f"{100 * (research - free):+.1f}"


def cell(row: Measured, metric: str, found: Measurements) -> Cell:
    """A model's figure on a set, or why there is none."""
    if row.head and row.head not in found.model.heads:
        return Cell(NO_HEAD)
    return figure_of(found, row.key, metric)


def figure_of(found: Measurements, key: str, metric: str) -> Cell:
    """A figure of `slantwise evaluate`, by key of its row."""
    result = found.results.get(key)
    if result is None or metric not in result["metrics"]:
        return Cell(NOT_YET)
    measured = result["metrics"][metric]
    return Cell(told(measured), float(measured["value"]), str(result["gold"]["n"]))


def folded(source: CrossValidated, head: str, metric: str, found: Measurements) -> Cell:
    """A figure by cross-validation, or why there is none."""
    folds = folds_of(found.model, source.file)
    if isinstance(folds, str):
        return Cell(folds)
    figures: Mapping[str, Any] = folds["figures"].get(head, {})
    if f"{metric}_low" not in figures:
        return Cell(NOT_YET)
    value, low, high = (figures[f"{metric}{end}"] for end in ("", "_low", "_high"))
    said = told({"value": value, "low": low, "high": high})
    return Cell(f"{said}, {folds['n_folds']} folds", float(value), str(figures["n"]))


def told(figure: Mapping[str, float]) -> str:
    """A figure with its interval."""
    return f"{figure['value']:.3f} ({interval(figure)})"
