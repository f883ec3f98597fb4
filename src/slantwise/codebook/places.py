"""Lines of a codebook file, so that an error can say where it stands.

The TOML reader of Python's library gives values without lines; this finds them in the text.
"""

import re

_KIND = re.compile(r"^\s*\[\[\s*kind\s*\]\]")


class Places:
    r"""Finds the line of a key or a value of one kind.

    >>> Places('name = "x"\n[[kind]]\nid = "a"\nterms = ["b",\n "cc"]').line(0, "terms", "cc")
    5
    """

    def __init__(self, text: str) -> None:
        """Note where every [[kind]] begins."""
        self._lines = text.splitlines()
        self._kinds = [n for n, line in enumerate(self._lines) if _KIND.match(line)]

    def line(self, kind: int, key: str, value: str = "") -> int:
        """Line, counted from 1, of a value; else of its key; else of the kind's beginning.

        Args:
            kind: number of the kind in the file; -1 for what stands before the first.
            key: the key; "" for the kind itself.
            value: a text among the key's values; "" for the key itself.
        """
        first, end = self._bounds(kind)
        at = first
        if key:
            wanted = re.compile(
                rf"""^\s*(?:\[\[?\s*(?:kind\.)?)?["']?{re.escape(key)}["']?\s*[=\]]"""
            )
            at = next((n for n in range(first, end) if wanted.match(self._lines[n])), first)
        if value:
            forms = (value, value.replace("\\", "\\\\"))
            for n in range(at, end):
                if any(form in self._lines[n] for form in forms):
                    return n + 1
        return at + 1

    def _bounds(self, kind: int) -> tuple[int, int]:
        if kind < 0:
            return 0, self._kinds[0] if self._kinds else len(self._lines)
        if kind >= len(self._kinds):
            return 0, len(self._lines)
        following = self._kinds[kind + 1 : kind + 2]
        return self._kinds[kind], following[0] if following else len(self._lines)
