"""Wording contrasts: how outlets word the same actor, place and act.

`read_wordings` is a stage of the analysis; the rest compares a finished run.
"""

from slantwise.wording.contrasts import contrast_run
from slantwise.wording.kwic import KwicLine, KwicSettings, kwic
from slantwise.wording.reading import Wordings, read_wordings
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import has_wordings

__all__ = [
    "KwicLine",
    "KwicSettings",
    "WordingSettings",
    "Wordings",
    "contrast_run",
    "has_wordings",
    "kwic",
    "read_wordings",
]
