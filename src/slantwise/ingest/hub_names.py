"""Names of data sets on a hub, where a path may stand."""

from pathlib import Path

HUB = "hub:"
"""What such a name begins with."""


def is_hub_name(path: Path) -> bool:
    """Whether the path is no path but the name of a data set on a hub.

    >>> is_hub_name(Path("hub:owner/name")), is_hub_name(Path("owner/name"))
    (True, False)
    """
    return str(path).startswith(HUB)
