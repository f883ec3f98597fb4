"""Character spans, the thread that ties every figure to a text.

First in the package: every other record refers to spans.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in Python characters.

    Attributes:
        start: offset of the first character.
        end: offset after the last character; never before `start`.

    >>> Span(4, 9).of("The hills burned.")
    'hills'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"a span runs from 0 <= start <= end, found {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """The same span `by` characters further on."""
        return Span(self.start + by, self.end + by)


def covered(spans: Iterable[Span]) -> int:
    """Number of characters in the union of the spans; 0 for none.

    >>> covered([Span(0, 4), Span(2, 6), Span(8, 9)])
    7
    """
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
