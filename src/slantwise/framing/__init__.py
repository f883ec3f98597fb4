"""The `framing` stage: loaded spans with kind, voice, actors, direction and confidence."""

from slantwise.framing.findings import Candidate, FramingSettings, candidates, find
from slantwise.framing.lexicon import Lexicon, read_lexicon
from slantwise.framing.weighing import Weights

__all__ = [
    "Candidate",
    "FramingSettings",
    "Lexicon",
    "Weights",
    "candidates",
    "find",
    "read_lexicon",
]
