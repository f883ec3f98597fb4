"""The `comparison` stage: outlets side by side on the same events, with their doubt.

Named so because `slantwise.compare` is the public call; `report` shows what is made here.
"""

from slantwise.comparison.comparing import Scene, compare_run, compare_scene, read_scene
from slantwise.comparison.settings import ComparisonSettings

__all__ = ["ComparisonSettings", "Scene", "compare_run", "compare_scene", "read_scene"]
