"""Wording contrasts: how outlets word the same actor, place and act.

`read_wordings` is a stage of the analysis; the rest compares a finished run.
"""

from slantwise.wording.reading import Wordings, read_wordings

__all__ = ["Wordings", "read_wordings"]
