"""docs/evaluation.md: one row a figure."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation_page.measuring import Result
from evaluation_page.rows import CROSS_VALIDATED, MEASURED, CrossValidated, Measured, Published
from slantwise.encode import Model

HEADS = (
    *("task", "data", "split", "n", "metric", "value", "95 % interval"),
    *("model", "command", "published", "source"),
)
NOT_YET = "not measured yet"
UNDEFINED = "not defined on this gold"

HEAD = """\
# Evaluation

Made by `python scripts/make_evaluation_page.py`; do not edit.

Every figure is measured on the int8 graph as shipped, by `slantwise evaluate` on gold in the forms
of [gold.md](gold.md). Intervals are percentile bootstraps over lines (1,000 draws). An abstention
counts against macro-F1 and accuracy. The gold file NAME.TASK.jsonl of a command is written by
`python scripts/make_gold.py RELEASE FOLDER --out DIR` from a release, which is not part of this
repository, or from our own corpora (*ours*).

**Read published figures with care.** They are what their makers report, mostly on test parts that
are not given out, while ours are on the parts named here: the items are not the same, and a
difference of a point or two says nothing.

Thresholds and temperatures of the heads were chosen on half of each dev set (the model card has
the figures on the other half alone). Sentences of BABE that are given out were all learned from:
its figures come from cross-validation, in which each fold is read by a model that has not seen it;
thresholds come from the other folds.

How often an answer changes when only the actor does is on [a page of its own](audit.md).
"""


def page(models: Mapping[str, tuple[Model, Callable[[Measured], Result | None]]]) -> str:
    """The page: a table and notes for every model.

    Args:
        models: by name, the model, and what gives the figures of a row, or None.
    """
    parts = [HEAD]
    for name, (model, result_of) in models.items():
        results = {row.key: result_of(row) for row in MEASURED}
        rows = [cells for row in MEASURED for cells in measured_rows(row, results[row.key], model)]
        for source in CROSS_VALIDATED:
            rows += folded_rows(source, model)
        parts += [f"## `{name}`\n", f"Model digest `{model.digest}`.\n", table(HEADS, rows)]
        parts += ["### Notes on the sets\n", notes(results)]
    return "\n".join(parts)


def measured_rows(row: Measured, result: Result | None, model: Model) -> Iterator[list[str]]:
    """One list of cells a metric, or one that says that nothing was measured."""
    where = [row.task, row.data, row.split]
    command = f"`slantwise evaluate {row.task} {row.key}.jsonl --model {model.name}`"
    if result is None:
        yield [*where, "", ", ".join(row.metrics), NOT_YET, "", "", command, "", ""]
        return
    n, digest = str(result["gold"]["n"]), result["signature"]["model_digest"][:12]
    for metric, published in row.metrics.items():
        figure = result["metrics"].get(metric)
        value = [UNDEFINED, ""]
        if figure is not None:
            value = [f"{figure['value']:.3f}", f"{figure['low']:.3f} to {figure['high']:.3f}"]
        yield [*where, n, metric, *value, f"`{digest}`", command, *shown(published)]


def folded_rows(source: CrossValidated, model: Model) -> Iterator[list[str]]:
    """Figures of a cross-validation, or a row that says there are none yet."""
    where = ["framing-sentences", "BABE, given part", source.split]
    spans = ["framing-spans", *where[1:]]
    found = read_folds(model.folder / source.file, model)
    if isinstance(found, str):
        wanted = ", ".join(f"{head} {metric}" for head, metric in source.metrics)
        yield [*where, "", wanted, found, "", "", "", "", ""]
        return
    figures = found["figures"]
    command = "`python scripts/crossvalidate_babe.py DATA`"
    for (head, metric), published in source.metrics.items():
        if metric in figures.get(head, {}):
            yield [
                *(where if head == "bias" else spans),
                str(figures[head]["n"]),
                f"{metric}, {found['n_folds']} folds",
                f"{figures[head][metric]:.3f}",
                spread(figures[head], metric),
                f"`{model.digest[:12]}`",
                command,
                *shown(published),
            ]


def read_folds(path: Path, model: Model) -> dict[str, Any] | str:
    """The content of a file of cross-validation, or why there are no figures of this model."""
    if not path.is_file():
        return NOT_YET
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    settings = json.loads((model.folder / "settings.json").read_text(encoding="utf-8"))
    recipe = settings.get("training", {}).get("recipe_sha256")
    if found.get("recipe_sha256") != recipe:
        return f"{NOT_YET} ({path.name} is of another recipe)"
    return found


def spread(figures: Mapping[str, float], metric: str) -> str:
    """The interval of a figure, or where there is none the range over folds."""
    if f"{metric}_low" in figures:
        return f"{figures[f'{metric}_low']:.3f} to {figures[f'{metric}_high']:.3f}"
    for name in (metric, f"{metric}_at_half"):
        if f"{name}_lowest_fold" in figures:
            low, high = figures[f"{name}_lowest_fold"], figures[f"{name}_highest_fold"]
            return f"folds {low:.3f} to {high:.3f}" + (" (at 0.5)" if name != metric else "")
    return "none kept"


def shown(published: Published | None) -> list[str]:
    """The two cells of a published figure."""
    return [published.value, published.source] if published else ["", ""]


def notes(results: Mapping[str, Result | None]) -> str:
    """One item a measured set: its digest, what became of the items, and what to know."""
    lines = []
    for key, result in results.items():
        if result is not None:
            counts = f"{result['scored']} scored, {result['abstained']} abstained"
            said = [f"{counts}, {result['failed']} failed", *result["notes"]]
            lines.append(f"- `{key}` (sha256 `{result['gold']['sha256'][:12]}`): {'; '.join(said)}")
    return "\n".join(lines) + "\n"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)
