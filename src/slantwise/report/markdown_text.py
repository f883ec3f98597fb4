"""Text from the data as literal Markdown, and tables of it."""

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]|#~])")
_BREAKS = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")
# Marks that turn the direction of what follows; a name that holds one is kept apart.
_TURNS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    r"""Text from the data as literal Markdown on one line: no markup, no HTML, no table cells.

    >>> escape("<b>*a*|b")
    '&lt;b&gt;\\*a\\*\\|b'
    """
    one_line = _BREAKS.sub(" ", text).strip()
    marked = _MARKS.sub(r"\\\1", one_line)
    escaped = "".join(_ENTITIES.get(character, character) for character in marked)
    return f"{_ISOLATE}{escaped}{_END}" if _TURNS.search(escaped) else escaped


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown already."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
