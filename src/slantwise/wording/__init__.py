"""Wording contrasts: how outlets word the same actor, place and act.

`read_wordings` is a stage of the analysis. Contrasts of a finished run are `wording.contrasts`, and
keyword in context is `wording.kwic`: an analysis has no need to import them.
"""

from slantwise.wording.reading import Wordings, read_wordings
from slantwise.wording.settings import WordingSettings

__all__ = ["WordingSettings", "Wordings", "read_wordings"]
