"""The `stance` stage: stance toward each mention, rolled up to article × actor × voice."""

from slantwise.stance.mentions import failed, from_logits, judge
from slantwise.stance.rollup import lineage, roll_up

__all__ = ["failed", "from_logits", "judge", "lineage", "roll_up"]
