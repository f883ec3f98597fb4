"""docs/evaluation.md: one row a figure."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation_page.certainty import calibration, coverage, rounding
from evaluation_page.code import code_of
from evaluation_page.measuring import Result, learned_by
from evaluation_page.rows import CROSS_VALIDATED, MEASURED
from evaluation_page.sets import CrossValidated, Measured, Published
from evaluation_page.side_by_side import side_by_side
from evaluation_page.tables import NOT_YET, Measurements, folds_of, interval, table
from slantwise.encode import Model

HEADS = (
    *("task", "data", "split", "n", "metric", "value", "95 % interval"),
    *("model", "command", "published", "source"),
)
UNDEFINED = "not defined on this gold"

HEAD = """\
# Evaluation

Made by `python scripts/make_evaluation_page.py` from what `python scripts/evaluate_all.py DATA`
has measured; do not edit.

Every figure is measured on the int8 graph as shipped, by `slantwise evaluate` on gold in the forms
of [gold.md](gold.md). The gold file NAME.TASK.jsonl of a command is written by
`python scripts/make_gold.py RELEASE FOLDER --out DIR` from a release, which is not part of this
repository, or from our own corpora (*ours*); `evaluate_all.py` does both for every row. A gold file
named A-among-B holds the lines of A and after them those of B.

Intervals are percentile bootstraps over lines (1,000 draws). An abstention counts against macro-F1
and accuracy. Resampling adds chance gaps to a calibration error (ece), so that its interval lies
high: the value is the better estimate. A model marked *earlier code* was measured before the code
that answers the task was last changed.

**Read published figures with care.** They are what their makers report, mostly on test parts that
are not given out, while ours are on the parts named here: the items are not the same, and a
difference of a point or two says nothing.

**What was learned and chosen on what.** Thresholds and temperatures of the heads were chosen on
half of each dev set. Sentences of BABE that are given out were all learned from: its figures come
from cross-validation, in which each fold is read by a model that has not seen it; thresholds come
from the other folds. Folds of sentences still share outlets and topics with what was learned; folds
by outlet and by topic do not (near-duplicate sentences share a fold in all three). Training leaves
out every sentence half of whose five-word runs stand in a set that figures are measured on. Of DSE,
whose split leaks, rows of valid that train holds too, wholly or nearly, are left out of the figure;
the notes on the sets say how many. Weights of findings and of aligned acts were fitted on our own
dev data, and those of whom a finding falls on on our train data, never on test data
([decision 13](decisions/0013-whom-findings-fall-on.md)). AllSides' groups are a machine's guess and
are not scored.

How often an answer changes when only the actor does is on [a page of its own](audit.md).
"""


def page(models: Sequence[Measurements]) -> str:
    """The page: the models side by side, then tables and notes for each."""
    parts = [HEAD, side_by_side(models)]
    for found in models:
        parts += [
            f"## `{found.model.name}`\n",
            f"Model digest `{found.model.digest}`.\n",
            table(HEADS, list(all_rows(found))),
            "### Notes on the sets\n",
            notes(found.results),
            "### What int8 loses\n",
            rounding(found),
            "### Calibration\n",
            calibration(found),
            "### Abstention\n",
            coverage(found),
        ]
    return "\n".join(parts)


def all_rows(found: Measurements) -> Iterator[list[str]]:
    """The cells of every figure of a model; sets that it learned from are no rows."""
    learned = learned_by(found.model)
    for row in MEASURED:
        if row.learned_as not in learned:
            yield from measured_rows(row, found.results.get(row.key), found.model)
    if "babe train" in learned:
        for source in CROSS_VALIDATED:
            yield from folded_rows(source, found.model)


def measured_rows(row: Measured, result: Result | None, model: Model) -> Iterator[list[str]]:
    """One list of cells a metric, or one that says that nothing was measured."""
    where = [row.task, row.data, row.split]
    command = f"`{row.command} --model {model.name}`"
    if result is None:
        why = NOT_YET if not row.head or row.head in model.heads else "the model has no such head"
        yield [*where, "", ", ".join(row.metrics), why, "", "", command, "", ""]
        return
    n, digest = str(result["gold"]["n"]), f"`{result['signature']['model_digest'][:12]}`"
    if result.get("code") != code_of(row.task):
        digest += ", earlier code"
    for metric, published in row.metrics.items():
        figure = result["metrics"].get(metric)
        value = [UNDEFINED, ""]
        if figure is not None:
            value = [f"{figure['value']:.3f}", interval(figure)]
        yield [*where, n, metric, *value, digest, command, *shown(published)]


def folded_rows(source: CrossValidated, model: Model) -> Iterator[list[str]]:
    """Figures of a cross-validation, or a row that says there are none yet."""
    where = ["framing-sentences", "BABE, given part", source.split]
    spans = ["framing-spans", *where[1:]]
    found = folds_of(model, source.file)
    if isinstance(found, str):
        wanted = ", ".join(f"{head} {metric}" for head, metric in source.metrics)
        yield [*where, "", wanted, found, "", "", "", "", ""]
        return
    figures = found["figures"]
    command = f"`{source.command} --recipe models/recipes/{model.name}.toml`"
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
