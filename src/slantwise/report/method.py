"""Method, limits and citation in words, from the settings that the comparison carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from slantwise.records import KINDS_VERSION, Kind, Voice
from slantwise.records.comparison import Comparison
from slantwise.report.pasting import paste, references
from slantwise.report.views.stances import state_totals
from slantwise.report.words import count, day, plural

NOT_RECORDED = "not recorded"

PORTRAYAL = (
    "Stance toward an actor means how the words of a voice present that actor (portrayal), not "
    "what the writer privately thinks. The report describes patterns of wording; it does not "
    "judge an outlet or a writer."
)

UNCORRECTED = (
    "The figures rest on an automatic classifier whose error is not corrected here, for no "
    "human-coded sample was given. Where the classifier errs more often on one outlet’s style than "
    "on another’s, a part of a difference may be its error. Intervals show the doubt that comes "
    "from the choice of events and articles, not this one. Before a figure is published, code a "
    "sample by hand."
)

CORRECTED = (
    "Where the section on correction gives a corrected difference, the classifier’s error is taken "
    "out with a human-coded sample, and the interval carries the doubt of both; all other figures, "
    "rates and means of single outlets among them, rest on the classifier as it is."
)

SHARES = (
    "Who gets to speak: words attributed to a speaker, counted once, for the speaker and for each "
    "body or state it belongs to, over all attributed words whose speaker is known. A loaded "
    "introduction is one by the outlet whose verb or source holds a finding of loaded attribution "
    "or discrediting. Agency: tellings of harm in the outlet’s own voice, by a list of verbs and "
    "nouns of harm; one without a doer counts for an actor where the article names that actor "
    "beside words of force no more than two sentences away, and an article on the event names it "
    "as the doer of a harm. Intervals of shares are symmetric in log-odds. Differences in all "
    "these are tested as the others are, and stand in the same family of comparisons."
)

CHECKS = (
    "Each difference compared is computed once more with quoted voices counted in, with wire "
    "copies counted in for every outlet that ran them, and, for findings, with the threshold 0.1 "
    "lower and higher. It holds where the interval then excludes 0 on the same side."
)

_VERSION = ("slantwise", "code_version", "version", "code")
_MODEL = ("model", "model_name")
_THRESHOLDS = ("threshold", "abstain_below", "min_confidence")

_LIMITS = (
    "An interval that includes 0 does not show that two outlets are alike, and “too few to "
    "compare” is not a result.",
    "Outlets are compared on the events they share. What an outlet leaves out altogether is not "
    "in its rates; events and actors left out are listed apart, and absence from the sample is "
    "not absence from the outlet.",
    "A stance of an article is averaged over its mentions of the actor, most of which are neutral "
    "in news. Means therefore lie near 0, and a gap between two outlets is smaller than their "
    "pointed sentences suggest: compare gaps with one another, not with the ends of the scale, "
    "and read the shares against and in favour beside the mean.",
    "The doer of a harm told without one is a guess from the same article, and the words of harm "
    "are a list. On short invented texts coded by hand (corpora/agency, 80 test texts) 0.83 of "
    "the tellings of harm were found, and 0.82 of the doers left out were guessed right; on real "
    "articles neither has been measured. Read the sentences behind a figure of agency before you "
    "use it.",
    "Confidence is a probability calibrated on other texts; on topics, outlets or styles far from "
    "those it may be too high or too low.",
    "Who speaks in a quotation is read from punctuation, reporting verbs and syntax. Where no "
    "speaker was found, the words stay with the voice and count for no speaker.",
    "A finding is a word or phrase that coders would mark as loaded, not a false statement; harsh "
    "facts in plain words are no findings.",
)


@dataclass(frozen=True, slots=True)
class Method:
    """How the figures were made.

    Attributes:
        model: name of the model, from the signature; "not recorded" where it has none.
        paste: the method in one paragraph, to be taken into a paper.
        references: what that paragraph cites.
        paragraphs: the method in full.
        limits: what the figures do not show.
        signature: every entry of the signature, in order of its keys.
        citation: how to cite the report.
        bibtex: the same as a BibTeX entry.
    """

    model: str
    paste: str
    references: tuple[str, ...]
    paragraphs: tuple[str, ...]
    limits: tuple[str, ...]
    signature: tuple[tuple[str, str], ...]
    citation: str
    bibtex: str


def method(comparison: Comparison, *, generated: date | None) -> Method:
    """Method, limits, signature and citation of one comparison."""
    return Method(
        model=_first(comparison.signature, *_MODEL),
        paste=paste(comparison),
        references=references(comparison),
        paragraphs=(
            _units(comparison),
            _findings(comparison),
            PORTRAYAL,
            _doubt(comparison),
            SHARES,
            *_coverage(comparison),
            CHECKS,
        ),
        limits=(
            CORRECTED if comparison.corrections else UNCORRECTED,
            _states(comparison),
            *_LIMITS,
        ),
        signature=tuple(sorted(comparison.signature.items())),
        citation=_citation(comparison, generated),
        bibtex=_bibtex(comparison, generated),
    )


def _units(comparison: Comparison) -> str:
    what = (
        "Two outlets are compared only on events that both report, so that what they cover does "
        "not pass for how they word it."
        if comparison.unit == "event"
        else "The data name no events that several outlets share, so articles are compared as "
        "they are: a difference may come from what the outlets cover."
    )
    return (
        f"{plural(comparison.n_articles, 'article')} of "
        f"{plural(len(comparison.outlets), 'outlet')} were analysed. {what} Wire copies and "
        "near-duplicates count once, with the first outlet that ran them."
    )


def _coverage(comparison: Comparison) -> tuple[str, ...]:
    """When an actor matters to an event; () where no event is shared."""
    outlets = comparison.signature.get("comparison_min_naming_outlets")
    mentions = comparison.signature.get("comparison_min_naming_mentions")
    if comparison.unit != "event" or outlets is None or mentions is None:
        return ()
    return (
        "Whom an outlet leaves out is told of actors that matter to an event: at least "
        f"{plural(int(outlets), 'outlet')} mention them on it, or one does so "
        f"{plural(int(mentions), 'time')} or more. In the table of mentions the other outlets "
        "alone decide this; in differences, all of them. An outlet of the sample is no actor in "
        "these two (“told the Courier” is no coverage), and neither is a platform that is only "
        "where something was said (“wrote on Facebook”).",
    )


def _findings(comparison: Comparison) -> str:
    thresholds = [
        f"{key.replace('_', ' ')} {value}"
        for key, value in sorted(comparison.signature.items())
        if key.endswith(_THRESHOLDS) and value != "None"
    ]
    stated = f" Thresholds: {', '.join(thresholds)}." if thresholds else ""
    return (
        f"A finding is the smallest stretch of loaded words, of one of {len(Kind)} kinds "
        f"(label set, version {KINDS_VERSION}); where it is of several kinds, the main one is "
        "counted. Every finding is charged to a voice: the outlet’s own, direct quotation, "
        "reported speech, or scare quotation marks. Voices are counted apart and never merged; "
        "rates are findings in a voice per 1,000 words of that same voice." + stated
    )


def _doubt(comparison: Comparison) -> str:
    unit = comparison.unit
    test = (
        "The p value is two-sided, by flipping the signs of the events’ contributions"
        if unit == "event"
        else "The p value is two-sided, by permutation of articles"
    )
    return (
        f"Intervals are 95 % t intervals with the cluster-bootstrap standard error over {unit}s"
        f"{_draws(comparison)}; that of a single outlet’s rate is symmetric on the logarithmic "
        "scale, and where nothing was found it reaches up to the rate at which finding nothing has "
        "a chance of 2.5 %. "
        "A mean stance is the mean expected stance, from −1 (against) to +1 (favour), over the "
        "articles labelled "
        f"or abstained. {test}; q is p after Benjamini–Hochberg over all "
        f"{count(comparison.family_size)} differences compared; d is the standardised mean of the "
        f"differences by {unit}. Below {plural(comparison.minimum_units, unit)} nothing is "
        "compared: the report then says “too few to compare”."
    )


def _draws(comparison: Comparison) -> str:
    resamples = comparison.signature.get("comparison_n_resamples")
    seed = comparison.signature.get("comparison_seed")
    return f" ({resamples} resamples, seed {seed})" if resamples and seed else ""


def _states(comparison: Comparison) -> str:
    cells = [cell for cell in comparison.stances if cell.voice is Voice.OUTLET]
    labelled, abstained, failed = state_totals(cells)
    return (
        f"Of {count(labelled + abstained + failed)} judgements of an article’s own voice toward an "
        f"actor, {count(labelled)} were labelled, {count(abstained)} abstained (the probability "
        f"lay below the threshold) and {count(failed)} failed; an actor that rolls up to another "
        f"counts in both. {plural(comparison.n_not_analysed, 'article')} could not be analysed "
        f"and {plural(comparison.n_problems, 'problem')} stand in the run’s own list."
    )


def _citation(comparison: Comparison, generated: date | None) -> str:
    version = _first(comparison.signature, *_VERSION)
    model = _first(comparison.signature, *_MODEL)
    when = f", made on {day(generated)}" if generated else ""
    return (
        f"slantwise (version {version}), comparison of the run “{comparison.run}” with the model "
        f"{model}{when}. The signature and the digests of all files stand in manifest.json."
    )


def _bibtex(comparison: Comparison, generated: date | None) -> str:
    version = _first(comparison.signature, *_VERSION)
    year = f"  year = {{{generated.year}}},\n" if generated else ""
    return (
        "@misc{slantwise-comparison,\n"
        f"  title = {{Comparison of the run “{comparison.run}”}},\n"
        f"{year}"
        f"  howpublished = {{slantwise, version {version}, model "
        f"{_first(comparison.signature, *_MODEL)}}},\n"
        f"  note = {{{plural(comparison.n_articles, 'article')} of "
        f"{plural(len(comparison.outlets), 'outlet')}}}\n"
        "}"
    )


def _first(signature: Mapping[str, str], *keys: str) -> str:
    return next((signature[key] for key in keys if key in signature), NOT_RECORDED)
