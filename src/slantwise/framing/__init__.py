"""The `framing` stage: loaded spans with kind, voice, actors, direction and confidence."""

from slantwise.framing.findings import Candidate, Found, FramingSettings, candidates, find, find_all
from slantwise.framing.harms import harms
from slantwise.framing.lexicon import Lexicon, read_lexicon
from slantwise.framing.weighing import Weights

__all__ = [
    "Candidate",
    "Found",
    "FramingSettings",
    "Lexicon",
    "Weights",
    "candidates",
    "find",
    "find_all",
    "harms",
    "read_lexicon",
]
