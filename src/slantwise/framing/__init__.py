"""The `framing` stage: loaded spans with kind, voice, actors, direction and confidence."""

from slantwise.framing.candidates import Candidate, candidates
from slantwise.framing.choosing import Chooser, read_chooser
from slantwise.framing.falling import Cast
from slantwise.framing.findings import Found, find
from slantwise.framing.harms import harms
from slantwise.framing.hits import Hit
from slantwise.framing.lexicon import Lexicon, read_lexicon
from slantwise.framing.settings import FramingSettings
from slantwise.framing.weighing import Weights, weights_of

__all__ = [
    "Candidate",
    "Cast",
    "Chooser",
    "Found",
    "FramingSettings",
    "Hit",
    "Lexicon",
    "Weights",
    "candidates",
    "find",
    "harms",
    "read_chooser",
    "read_lexicon",
    "weights_of",
]
