"""The label sets of the encoder's heads, in the order of their output columns.

A published version never changes; a changed set gets a new version number.
"""

from typing import Final

from slantwise.records.labels import Kind, Stance

KINDS: Final = tuple(kind.value for kind in Kind)
STANCES: Final = tuple(stance.value for stance in Stance)
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
