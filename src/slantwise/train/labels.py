"""The label sets of the encoder's heads, in the order of their output columns.

A published version never changes; a changed set gets a new version number.
"""

from typing import Final

KINDS_VERSION: Final = 1
KINDS: Final = (
    "evaluative",
    "label",
    "contested-status",
    "charged-verb",
    "loaded-attribution",
    "vague-attribution",
    "discrediting",
    "scare-quotes",
    "exaggeration",
    "threat-metaphor",
    "euphemism",
    "agency",
    "association",
)
STANCES: Final = ("against", "neutral", "favour")
ATTRIBUTED: Final = ("content", "cue", "source")
ANY_TECHNIQUE: Final = "any"
# Names as the labels files of the Propaganda Techniques Corpus, version 2, spell them.
TECHNIQUES: Final = (
    "Appeal_to_Authority",
    "Appeal_to_fear-prejudice",
    "Bandwagon,Reductio_ad_hitlerum",
    "Black-and-White_Fallacy",
    "Causal_Oversimplification",
    "Doubt",
    "Exaggeration,Minimisation",
    "Flag-Waving",
    "Loaded_Language",
    "Name_Calling,Labeling",
    "Repetition",
    "Slogans",
    "Thought-terminating_Cliches",
    "Whataboutism,Straw_Men,Red_Herring",
    ANY_TECHNIQUE,
)
HEADS: Final = (
    "bias",
    "loaded",
    "kind",
    "technique",
    "stance",
    "holder",
    "target",
    "attributed",
)
"""Output names of the exported graph, in order."""
