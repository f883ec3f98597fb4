"""Offsets as a browser counts them: in UTF-16 units, not characters."""

import re
from bisect import bisect_left

import numpy as np

from slantwise.records import Span
from slantwise.records.reported import Ints

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Turns Python character offsets of one text into UTF-16 offsets.

    >>> Utf16Offsets("a😀b").at(2), Utf16Offsets("plain").at(2)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._wide: list[int] = []
        if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):  # few texts need a look
            self._wide = [found.start() for found in _TWO_UNITS.finditer(text)]

    def at(self, offset: int) -> int:
        """UTF-16 offset of the Python offset `offset`."""
        return offset + bisect_left(self._wide, offset)

    def all_at(self, offsets: Ints) -> Ints:
        """UTF-16 offsets of an array of Python offsets."""
        return offsets + np.searchsorted(self._wide, offsets) if self._wide else offsets

    def span(self, span: Span) -> tuple[int, int]:
        """UTF-16 start and length of `span`."""
        start = self.at(span.start)
        return start, self.at(span.end) - start
