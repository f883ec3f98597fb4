"""The label sets of the encoder's heads, in the order of their output columns.

A published version never changes; a changed set gets a new version number.
"""

from collections.abc import Iterable
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
# Part-of-speech tags of the Penn Treebank as spaCy's English models write them, and the classes of
# named entities that slantwise reads, each beginning (B) or going on (I).
TAGS: Final = (
    *("$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW"),
    *("HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT"),
    *("POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG"),
    *("VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``"),
)
ENTITY_TYPES: Final = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW")
NO_ENTITY: Final = "O"
ENTITIES: Final = (NO_ENTITY, *(f"{part}-{name}" for name in ENTITY_TYPES for part in "BI"))
HEADS: Final = (
    "bias",
    "loaded",
    "kind",
    "technique",
    "stance",
    "holder",
    "target",
    "attributed",
    "hit_from",
    "hit_on",
    "tag",
    "entity",
)
"""Names of the network's outputs, in order."""
OUTPUTS: Final = {
    "directed": ("holder", "target"),
    "hit": ("hit_from", "hit_on"),
    "words": ("tag", "entity"),
}
"""Outputs of the tasks that have two; any other task has one of its own name."""


def outputs_of(tasks: Iterable[str]) -> tuple[str, ...]:
    """The outputs of some tasks, in the order of `HEADS`.

    >>> outputs_of(["directed", "bias"])
    ('bias', 'holder', 'target')
    """
    wanted = {name for task in tasks for name in OUTPUTS.get(task, (task,))}
    return tuple(name for name in HEADS if name in wanted)
