"""Names, tags and line styles under which kinds, voices and stances are shown.

The tag stands beside every marked span, so that neither colour nor line alone carries the kind.
"""

from dataclasses import dataclass
from typing import Literal

from slantwise.records import HarmForm, Kind, Stance, Voice

Line = Literal["solid", "double", "dotted", "dashed", "wavy"]


@dataclass(frozen=True, slots=True)
class KindEntry:
    """How one kind is shown.

    Attributes:
        kind: the kind.
        name: its name in running text, singular.
        plural: what is counted, after a number.
        tag: two letters beside a marked span.
        line: style of the underline; kinds of one family share it.
        meaning: what the kind is, in one line.
    """

    kind: Kind
    name: str
    plural: str
    tag: str
    line: Line
    meaning: str


KINDS: tuple[KindEntry, ...] = (
    KindEntry(
        Kind.EVALUATIVE,
        "evaluative wording",
        "evaluative words",
        "EV",
        "solid",
        "emotive modifier or noun that judges",
    ),
    KindEntry(
        Kind.LABEL,
        "judging label",
        "judging labels",
        "LB",
        "solid",
        "a name that judges a person, group or body",
    ),
    KindEntry(
        Kind.CONTESTED_STATUS,
        "contested status",
        "contested-status terms",
        "CS",
        "double",
        "one side’s term where the status itself is disputed",
    ),
    KindEntry(
        Kind.CHARGED_VERB,
        "charged verb",
        "charged verbs",
        "CV",
        "dashed",
        "a verb that adds force, violence or intent",
    ),
    KindEntry(
        Kind.LOADED_ATTRIBUTION,
        "loaded attribution",
        "loaded attributions",
        "LA",
        "dotted",
        "a reporting verb that implies truth, falsehood or guilt",
    ),
    KindEntry(
        Kind.VAGUE_ATTRIBUTION,
        "vague attribution",
        "vague attributions",
        "VA",
        "dotted",
        "unnamed source or weakened claim",
    ),
    KindEntry(
        Kind.DISCREDITING,
        "discrediting qualifier",
        "discrediting qualifiers",
        "DQ",
        "dotted",
        "a qualifier that lowers trust in a source or body",
    ),
    KindEntry(
        Kind.SCARE_QUOTES,
        "scare quotation marks",
        "scare quotations",
        "SQ",
        "dotted",
        "quotation marks that attribute to nobody and show distance",
    ),
    KindEntry(
        Kind.EXAGGERATION,
        "exaggeration",
        "exaggerations",
        "EX",
        "solid",
        "inflates scale, certainty or importance",
    ),
    KindEntry(
        Kind.THREAT_METAPHOR,
        "threat metaphor",
        "threat metaphors",
        "TM",
        "wavy",
        "fear appeal, or people as flood, vermin, disease or beast",
    ),
    KindEntry(
        Kind.EUPHEMISM,
        "euphemism",
        "euphemisms",
        "EU",
        "double",
        "softens or hides harm",
    ),
    KindEntry(
        Kind.AGENCY,
        "agency",
        "shifts of agency",
        "AG",
        "dashed",
        "the doer of a harm is left out, or one side alone is made the doer",
    ),
    KindEntry(
        Kind.ASSOCIATION,
        "association",
        "associations",
        "AS",
        "wavy",
        "guilt or virtue by association, coded cue",
    ),
)
"""Every kind, in the order of the label set."""

KIND_NUMBER = {entry.kind: number for number, entry in enumerate(KINDS)}
"""Position of each kind in `KINDS`, by which the page refers to it."""

VOICES: tuple[Voice, ...] = (Voice.OUTLET, Voice.DIRECT, Voice.REPORTED, Voice.SCARE)
"""Voices in the order in which the page numbers them."""

VOICE_NAMES = {
    Voice.OUTLET: "outlet’s own voice",
    Voice.DIRECT: "direct quotation",
    Voice.REPORTED: "reported speech",
    Voice.SCARE: "scare quotation marks",
}
"""Voices in running text."""

STANCES: tuple[Stance, ...] = (Stance.AGAINST, Stance.NEUTRAL, Stance.FAVOUR)
"""Stances in the order in which the page numbers them; abstained is 3 and failed is 4."""


def entry(kind: Kind) -> KindEntry:
    """How `kind` is shown.

    >>> entry(Kind.CHARGED_VERB).tag
    'CV'
    """
    return KINDS[KIND_NUMBER[kind]]


@dataclass(frozen=True, slots=True)
class FormEntry:
    """How one form of telling a harm is shown.

    Attributes:
        form: the form.
        name: its name in running text.
    """

    form: HarmForm
    name: str


FORM_ENTRIES = (
    FormEntry(HarmForm.ACTIVE, "doer named as the subject"),
    FormEntry(HarmForm.PASSIVE_BY, "passive, doer named after “by”"),
    FormEntry(HarmForm.NOMINAL_BY, "as a noun, doer named beside it"),
    FormEntry(HarmForm.PASSIVE, "passive, doer left out"),
    FormEntry(HarmForm.NOMINAL, "as a noun or by a thing, doer left out"),
    FormEntry(HarmForm.INTRANSITIVE, "as a death or a loss, doer left out"),
)
"""Forms in the order in which the page numbers them."""

FORMS: tuple[HarmForm, ...] = tuple(entry.form for entry in FORM_ENTRIES)
"""The forms alone, in that order."""
