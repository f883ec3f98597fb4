"""The method of one comparison in a paragraph that may be taken into a paper as it stands.

In the past tense, with every choice that a reviewer asks for; what it cites stands in
`references`. A choice that the comparison does not record is left out, never guessed.
"""

from slantwise.records import KINDS_VERSION, Kind
from slantwise.records.comparison import Comparison, Variant, Verdict
from slantwise.report.standing import safe
from slantwise.report.words import as_text, count, days, listed, plural

_TASKS = {"framing": "findings", "stance": "stance"}
_DIGITS = 12
"""Hexadecimal digits of the model's digest: enough to tell models apart, short enough to print."""

_REFINED = 50
"""As `comparison.matched.REFINE`: flips are multiplied by it where p is small."""

_TRIED = {
    Variant.QUOTATIONS: "with quoted and reported words counted in",
    Variant.WIRE: "with wire copies counted for every outlet that ran them",
    Variant.LAXER: "with the threshold on findings 0.1 lower",
    Variant.STRICTER: "with it 0.1 higher",
}

BOOTSTRAP = (
    "Cameron, A. C., Gelbach, J. B., and Miller, D. L. (2008). Bootstrap-based improvements for "
    "inference with clustered errors. Review of Economics and Statistics, 90(3), 414–427."
)
FALSE_DISCOVERY = (
    "Benjamini, Y., and Hochberg, Y. (1995). Controlling the false discovery rate: A practical and "
    "powerful approach to multiple testing. Journal of the Royal Statistical Society: Series B, "
    "57(1), 289–300."
)
POWERED = (
    "Angelopoulos, A. N., Bates, S., Fannjiang, C., Jordan, M. I., and Zrnic, T. (2023). "
    "Prediction-powered inference. Science, 382(6671), 669–674."
)


def paste(comparison: Comparison) -> str:
    """What was compared, how, on how much, and what was done about chance and error."""
    sentences = (
        _read(comparison),
        _marked(comparison),
        _stance(comparison),
        _compared(comparison),
        _copies(comparison),
        _intervals(comparison),
        _tested(comparison),
        _few(comparison),
        _tried(comparison),
        _error(comparison),
    )
    return " ".join(filter(None, sentences))


def references(comparison: Comparison) -> tuple[str, ...]:
    """What the paragraph cites, in order of the authors' names."""
    powered = (POWERED,) if comparison.corrections else ()
    return (*powered, FALSE_DISCOVERY, BOOTSTRAP)


def _setting(comparison: Comparison, key: str) -> str:
    """A setting as signed; empty where it was not set or is not recorded."""
    value = comparison.signature.get(key, "")
    return "" if value == "None" else value


def _read(comparison: Comparison) -> str:
    firsts = [event.first for event in comparison.events if event.first]
    lasts = [event.last for event in comparison.events if event.last]
    when = days(min(firsts, default=None), max(lasts, default=None))
    version, model = (_setting(comparison, key) for key in ("slantwise", "model"))
    digest = _setting(comparison, "model_digest")[:_DIGITS]
    named = f"model {model}{f', digest {digest}' if digest else ''}, " if model else ""
    left = ""
    if comparison.n_not_analysed:
        left = f" {plural(comparison.n_not_analysed, 'further article')} could not be analysed."
    return (
        f"We analysed {plural(comparison.n_articles, 'article')} of "
        f"{plural(len(comparison.outlets), 'outlet')}{f' ({when})' if when else ''} with "
        f"slantwise{f' {version}' if version else ''} ({named}label set version {KINDS_VERSION})."
        f"{left}"
    )


def _marked(comparison: Comparison) -> str:
    keys = ("framing_threshold", "comparison_min_confidence")
    given = [value for key in keys if (value := _setting(comparison, key))]
    sure = f" at a confidence of {max(given, key=float)} or more" if given else ""
    return (
        f"A classifier marked spans of loaded framing of {len(Kind)} kinds{sure} and charged each "
        "to one voice (the outlet’s own, direct quotation, reported speech, scare quotation "
        "marks). Rates were findings in the outlet’s own voice per 1,000 words of that voice; "
        "quoted and reported words were counted apart and entered neither side of a rate."
    )


def _stance(comparison: Comparison) -> str:
    line = _setting(comparison, "abstain_below")
    below = f"below {line}" if line else "below the model’s threshold"
    return (
        "Stance toward an actor was the mean expected stance of the own voice (probability of "
        "favour less that of against, from −1 to +1) over articles; judgements whose likeliest "
        f"label had a probability {below} were given no label and entered with their expected "
        "stance."
    )


def _compared(comparison: Comparison) -> str:
    if comparison.unit != "event":
        return (
            "As no event was reported by several outlets, articles were compared as they are, so "
            "that differences may reflect what outlets cover."
        )
    shared = [e for e in comparison.events if len({outlet for outlet, _ in e.articles}) > 1]
    given = sum(event.given for event in shared)
    how = "named in the data" if given == len(shared) else "matched by text and date"
    if 0 < given < len(shared):
        how = f"{count(given)} of them named in the data, the others matched by text and date"
    return (
        "Each pair of outlets was compared on the events that both reported "
        f"({plural(len(shared), 'event')} shared by at least two outlets, {how})."
    )


def _copies(comparison: Comparison) -> str:
    wire = sum(row.n_wire for row in comparison.outlets)
    if not wire:
        return "No article was a wire copy or near-duplicate of another."
    share = _setting(comparison, "events_copy_containment")
    alike = ""
    if share:
        alike = (
            f" (at least {100 * float(share):.0f} % of the five-word sequences of the shorter "
            "text in the longer)"
        )
    copies = plural(wire, "wire copy or near-duplicate", "wire copies and near-duplicates")
    verb = "was" if wire == 1 else "were"
    return f"{copies}{alike} {verb} counted once, with the outlet that ran the text first."


def _intervals(comparison: Comparison) -> str:
    unit = comparison.unit
    resamples, seed = (_setting(comparison, f"comparison_{key}") for key in ("n_resamples", "seed"))
    drawn = f"{count(int(resamples))} resamples, " if resamples else ""
    seeded = f"seed {seed}; " if seed else ""
    freedom = (
        "one degree of freedom less than there were events"
        if unit == "event"
        else "degrees of freedom after Welch and Satterthwaite"
    )
    return (
        f"Intervals of differences were 95 % t intervals ({freedom}) with standard errors from a "
        f"cluster bootstrap over {unit}s ({drawn}{seeded}Cameron et al., 2008)."
    )


def _tested(comparison: Comparison) -> str:
    held = sum(safe(gap) for gap in comparison.gaps)
    return (
        f"Two-sided p values came from {_test(comparison)} and were corrected by Benjamini and "
        f"Hochberg’s (1995) procedure over all {plural(comparison.family_size, 'comparison')}, of "
        f"every measure and pair of outlets together; {count(held)} of them had q of 0.05 or less."
    )


def _test(comparison: Comparison) -> str:
    resamples = _setting(comparison, "comparison_n_resamples")
    if comparison.unit != "event":
        deals = f" ({count(int(resamples))} random deals)" if resamples else ""
        return f"permuting the articles of the two outlets{deals}"
    flips = ""
    if resamples:
        most = int(resamples)
        flips = (
            f" (all patterns of signs where there were at most {count(most)}, else {count(most)} "
            f"random ones, {count(_REFINED * most)} where p was small)"
        )
    return f"flipping the signs of the events’ contributions{flips}"


def _few(comparison: Comparison) -> str:
    too_few = sum(gap.verdict is Verdict.TOO_FEW for gap in comparison.gaps)
    if not too_few:
        return ""
    verb = "was" if too_few == 1 else "were"
    return (
        f"{plural(too_few, 'further difference')} {verb} not computed, resting on fewer than "
        f"{plural(comparison.minimum_units, comparison.unit)} with anything to count."
    )


def _tried(comparison: Comparison) -> str:
    found = {check.variant for gap in comparison.gaps for check in gap.checks}
    tried = [words for variant, words in _TRIED.items() if variant in found]
    if not tried:
        return ""
    listing = as_text(listed(tried))
    return f"Where the choice applied, each difference was computed once more {listing}."


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
        f"{done} by prediction-powered inference (Angelopoulos et al., 2023); the others had too "
        "few codings."
    )
