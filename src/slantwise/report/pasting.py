"""The method of one comparison in a paragraph that may be taken into a paper as it stands."""

from slantwise.records import Kind
from slantwise.records.comparison import Comparison, Verdict
from slantwise.report.words import count, days, plural

_TASKS = {"framing": "findings", "stance": "stance"}


def paste(comparison: Comparison) -> str:
    """What was compared, how, on how much, and what was done about chance and error."""
    return " ".join(
        (
            _read(comparison),
            _marked(comparison),
            _compared(comparison),
            _tested(comparison),
            _error(comparison),
        )
    )


def _read(comparison: Comparison) -> str:
    firsts = [event.first for event in comparison.events if event.first]
    lasts = [event.last for event in comparison.events if event.last]
    when = days(min(firsts, default=None), max(lasts, default=None))
    version = comparison.signature.get("slantwise", "")
    model = comparison.signature.get("model", "")
    tool = f"slantwise{f' {version}' if version else ''}{f' (model {model})' if model else ''}"
    left = ""
    if comparison.n_not_analysed:
        left = f" {plural(comparison.n_not_analysed, 'further article')} could not be analysed."
    return (
        f"We analysed {plural(comparison.n_articles, 'article')} of "
        f"{plural(len(comparison.outlets), 'outlet')}{f' ({when})' if when else ''} with {tool}."
        f"{left}"
    )


def _marked(comparison: Comparison) -> str:
    keys = ("framing_threshold", "comparison_min_confidence")
    given = [value for key in keys if (value := comparison.signature.get(key, "None")) != "None"]
    sure = f" at a confidence of {max(given, key=float)} or more" if given else ""
    return (
        f"A classifier marked spans of loaded framing of {len(Kind)} kinds{sure} and charged each "
        "to a voice (the outlet’s own, direct quotation, reported speech, scare quotation marks); "
        "we report findings in the outlet’s own voice per 1,000 words of that voice. Stance toward "
        "an actor is the mean expected stance of the own voice over articles, from −1 (against) to "
        "+1 (favour), judgements below the model’s threshold entering with their expected value."
    )


def _compared(comparison: Comparison) -> str:
    wire = sum(row.n_wire for row in comparison.outlets)
    copies = f"; {plural(wire, 'wire copy', 'wire copies')} counted once" if wire else ""
    if comparison.unit != "event":
        return (
            "As no event was reported by several outlets, articles were compared as they are, so "
            f"that differences may reflect what outlets cover{copies}."
        )
    shared = [e for e in comparison.events if len({outlet for outlet, _ in e.articles}) > 1]
    given = sum(event.given for event in shared)
    how = "named in the data" if given == len(shared) else "matched by text, actors and dates"
    if 0 < given < len(shared):
        how = f"{count(given)} of them named in the data, the others matched by text and date"
    return (
        "Each pair of outlets was compared on the events that both report "
        f"({plural(len(shared), 'event')} shared by at least two outlets, {how}{copies})."
    )


def _tested(comparison: Comparison) -> str:
    unit = comparison.unit
    resamples = comparison.signature.get("comparison_n_resamples")
    drawn = f" with {resamples} resamples" if resamples else ""
    test = "sign flips of the events’ contributions" if unit == "event" else "permuted articles"
    too_few = sum(gap.verdict is Verdict.TOO_FEW for gap in comparison.gaps)
    return (
        "Intervals are 95 % t intervals with cluster-bootstrap standard errors over "
        f"{unit}s{drawn}; p values come from {test} and were corrected by Benjamini and "
        f"Hochberg’s procedure over all {plural(comparison.family_size, 'comparison')}. "
        f"Differences that rest on fewer than {plural(comparison.minimum_units, unit)} with "
        f"anything to count were not computed ({count(too_few)} left out for this reason)."
    )


def _error(comparison: Comparison) -> str:
    if not comparison.corrections:
        return (
            "The classifier’s own error was not corrected, as no human-coded sample was available."
        )
    done = " and ".join(
        f"{count(sum(gap.verdict is Verdict.COMPARED for gap in each.gaps))} of "
        f"{plural(len(each.gaps), 'difference')} in {_TASKS[each.task]} "
        f"({plural(each.n_coded, 'unit')} coded by {plural(each.coders, 'person', 'people')})"
        for each in comparison.corrections
    )
    return (
        "With a human-coded probability sample, the classifier’s error was taken out of "
        f"{done} by prediction-powered inference; the others had too few codings."
    )
