"""How far a model's probabilities can be trusted: rounding to int8, calibration, abstention."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from evaluation_page.rows import COVERAGE_KEY
from evaluation_page.tables import NOT_YET, Measurements, folds_of, interval, table
from slantwise.evaluation.tasks.stances import COVERAGES

COMPARED: Final = ("macro_f1", "accuracy", "f1", "span_f1", "cue_f1", "source_f1")
"""Figures of metrics.json that are compared between int8 and fp32; a higher one is better."""

MOST_POINTS: Final = 0.5
"""Points, hundredths of a figure, that int8 is meant to lose at most."""

MOST_ECE: Final = 0.04
"""Calibration error that is meant to be reached."""

Figures = Mapping[str, Mapping[str, Mapping[str, float]]]


def rounding(found: Measurements) -> str:
    """The loss of int8 against fp32, a row a figure of metrics.json."""
    metrics = found.document("metrics.json")
    if not metrics:
        return f"Loss against fp32: {NOT_YET}.\n"
    rows = list(losses(metrics["int8"], metrics["fp32"]))
    over = sum("over" in row[-1] for row in rows)
    heads = ("task", "data", "n", "metric", "int8", "fp32", "loss in points")
    return "\n".join(
        [
            f"Written by the training (metrics.json) on dev data; {over} of {len(rows)} figures "
            f"lose more than {MOST_POINTS} points (hundredths of the figure). A loss below 0 is a "
            "gain. One stance label in "
            f"{share(metrics.get('stance_agreement_int8_fp32'))} differs between the two graphs.\n",
            table(heads, rows),
        ]
    )


def share(agreement: float | None) -> str:
    """How many labels there are for one that differs.

    >>> share(0.99), share(1.0), share(None)
    ('100', 'none', 'an unknown number')
    """
    if agreement is None:
        return "an unknown number"
    return f"{1 / (1 - agreement):.0f}" if agreement < 1 else "none"


def losses(int8: Figures, fp32: Figures) -> Iterator[list[str]]:
    """One list of cells a figure that both graphs have."""
    for task, sets in int8.items():
        for name, figures in sets.items():
            whole = fp32.get(task, {}).get(name, {})
            for metric in COMPARED:
                if metric in figures and metric in whole:
                    points = 100 * (whole[metric] - figures[metric])
                    said = f"{points:+.2f}" + (" **over**" if points > MOST_POINTS else "")
                    where = [task, name, str(int(figures["n"])), metric]
                    yield [*where, f"{figures[metric]:.3f}", f"{whole[metric]:.3f}", said]


def calibration(found: Measurements) -> str:
    """The calibration error of every head, a row a data set."""
    rows = list(errors(found.document("metrics.json").get("int8", {})))
    folds = folds_of(found.model, "crossvalidation.json")
    for head, figures in ({} if isinstance(folds, str) else folds["figures"]).items():
        if "ece" in figures:
            value = figures["ece"]
            rows.append(
                [
                    head,
                    "BABE, by cross-validation",
                    str(figures["n"]),
                    f"{value:.3f}",
                    marked(value),
                ]
            )
    if not rows:
        return f"Calibration error: {NOT_YET}.\n"
    over = sum("over" in row[-1] for row in rows)
    heads = ("head", "data", "n", "all", "half that nothing was chosen on")
    return "\n".join(
        [
            "Ten bins of equal width, of the answer that is given. Temperatures were chosen on "
            f"one half of each dev set; on the other, {over} of {len(rows)} are over "
            f"{MOST_ECE}. Those of sentence bias and loaded words come from cross-validation on "
            "BABE, for which NewsSD-ENG and corpora/framing are other data altogether: a figure "
            "that was not halved stands in both columns.\n",
            table(heads, rows),
        ]
    )


def errors(int8: Figures) -> Iterator[list[str]]:
    """One list of cells a head and data set with a calibration error."""
    for task, sets in int8.items():
        for name, figures in sets.items():
            if "ece" in figures:
                other = figures.get("ece_other_half", figures["ece"])
                n = str(int(figures["n"]))
                yield [task, name, n, f"{figures['ece']:.3f}", marked(other)]


def marked(value: float) -> str:
    """A calibration error, marked where it is over the one meant.

    >>> marked(0.04), marked(0.05)
    ('0.040', '0.050 **over**')
    """
    return f"{value:.3f}" + (" **over**" if value > MOST_ECE else "")


def coverage(found: Measurements) -> str:
    """Error rates of stance where only the surest mentions are answered."""
    result = found.results.get(COVERAGE_KEY)
    if result is None:
        return f"Error rates by coverage (`{COVERAGE_KEY}`): {NOT_YET}.\n"
    metrics, n = result["metrics"], result["gold"]["n"]
    rows = [
        [f"{percent} %", f"{metrics[name]['value']:.3f}", interval(metrics[name])]
        for percent in COVERAGES
        if (name := f"risk_at_{percent}") in metrics
    ]
    return "\n".join(
        [
            f"{n} mentions of NewsMTSC dev (rw and mt), the half on which neither temperature nor "
            "line was chosen. The surest mentions are answered first; a rate that falls with the "
            "share answered shows that the probabilities rank answers rightly.\n",
            table(("answered", "error rate", "95 % interval"), [*rows, at_the_line(result)]),
        ]
    )


def at_the_line(result: Mapping[str, Any]) -> list[str]:
    """The row of the abstention line that ships."""
    right, line = result["metrics"]["accuracy_answered"], result["signature"]["abstain_below"]
    answered = 100 * result["scored"] / result["gold"]["n"]
    return [
        f"{answered:.1f} %: at the shipped line, probability {float(line):.3f}",
        f"{1 - right['value']:.3f}",
        interval({"low": 1 - right["high"], "high": 1 - right["low"]}),
    ]
