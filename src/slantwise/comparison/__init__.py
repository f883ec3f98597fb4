"""The `comparison` stage: outlets side by side on the same events, with their doubt.

Named so because `slantwise.compare` is the public call; `report` shows what is made here.
"""

from slantwise.comparison.comparing import compare_run
from slantwise.comparison.settings import ComparisonSettings

__all__ = ["ComparisonSettings", "compare_run"]
