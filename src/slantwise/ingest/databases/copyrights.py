"""Copyright notices, which databases print with every article."""

import re

_COPYRIGHT = re.compile(r"(?:copyright\b|\(c\)\s|©)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d{2}\b")


def is_copyright(text: str) -> bool:
    """Whether the text begins like a copyright notice.

    >>> is_copyright("Copyright 2010 The Example"), is_copyright("The copyright of it")
    (True, False)
    """
    return _COPYRIGHT.match(text) is not None


def copyright_year(text: str) -> str:
    """The first year in a copyright notice; empty where it names none, or the text is none."""
    match = _YEAR.search(text) if is_copyright(text) else None
    return match.group() if match else ""
