"""Names under which measures, choices made otherwise and their outcomes are shown."""

from dataclasses import dataclass

from slantwise.records.comparison import Measure, Outcome, Variant


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """How one measure is shown.

    Attributes:
        measure: the measure.
        title: heading of its differences.
        subject: what the rows name: a kind or an actor.
        meaning: what its values are, in one line.
    """

    measure: Measure
    title: str
    subject: str
    meaning: str


MEASURES: tuple[MeasureEntry, ...] = (
    MeasureEntry(
        Measure.RATE,
        "By kind, per 1,000 words of the own voice",
        "Kind",
        "findings in the outlet’s own voice per 1,000 words of that voice",
    ),
    MeasureEntry(
        Measure.STANCE,
        "Mean stance in the own voice",
        "Actor",
        "mean expected stance of the outlet’s own voice, −1 against to +1 in favour, over articles",
    ),
    MeasureEntry(
        Measure.QUOTED_WORDS,
        "Share of quoted words, direct and reported",
        "Speaker",
        "words of the actor’s side among all quoted words whose speaker is known",
    ),
    MeasureEntry(
        Measure.DIRECT_WORDS,
        "Share of directly quoted words",
        "Speaker",
        "the same, inside quotation marks only",
    ),
    MeasureEntry(
        Measure.LOADED,
        "Loaded introductions",
        "Speaker",
        "introductions of the actor’s side with a loaded attribution or a discrediting qualifier",
    ),
    MeasureEntry(
        Measure.AGENCY,
        "Harms that name their doer",
        "Doer",
        "harms charged to the actor’s side, in the outlet’s own voice, whose clause names the doer",
    ),
    MeasureEntry(
        Measure.MENTION,
        "Events that mention the actor",
        "Actor",
        "events that the outlet reports on which it mentions the actor’s side, in any voice",
    ),
)
"""Every measure, in the order in which the report shows them."""

VARIANTS = {
    Variant.QUOTATIONS: "quotations in",
    Variant.WIRE: "wire copies in",
    Variant.LAXER: "threshold −0.1",
    Variant.STRICTER: "threshold +0.1",
}
"""Names of the choices made otherwise, in a narrow column."""

OUTCOME_SIGNS = {
    Outcome.HOLDS: "✓",
    Outcome.TURNS: "⇄",
    Outcome.FADES: "~",
    Outcome.CLEARS: "+",
    Outcome.UNCLEAR: "·",
    Outcome.TOO_FEW: "–",
}
"""A sign beside the words, so that a column can be scanned."""
