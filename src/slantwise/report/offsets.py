"""Offsets as a browser counts them: in UTF-16 units, not characters."""

from bisect import bisect_left

from slantwise.records import Span

LAST_OF_ONE_UNIT = 0xFFFF


class Utf16Offsets:
    """Turns Python character offsets of one text into UTF-16 offsets.

    >>> Utf16Offsets("a😀b").at(2), Utf16Offsets("plain").at(2)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._wide = [
            place for place, character in enumerate(text) if ord(character) > LAST_OF_ONE_UNIT
        ]

    def at(self, offset: int) -> int:
        """UTF-16 offset of the Python offset `offset`."""
        return offset + bisect_left(self._wide, offset)

    def span(self, span: Span) -> tuple[int, int]:
        """UTF-16 start and length of `span`."""
        start = self.at(span.start)
        return start, self.at(span.end) - start
