"""Models that can be named: which there are, what they learned from and how good they are.

Beside the pipeline; `slantwise models` prints what comes back.
"""

from slantwise.installed.adding import add
from slantwise.installed.described import ModelFigure, ModelInfo, card, installed
from slantwise.installed.licences import DataTerms, use_in_words

__all__ = [
    "DataTerms",
    "ModelFigure",
    "ModelInfo",
    "add",
    "card",
    "installed",
    "use_in_words",
]
