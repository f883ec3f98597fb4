"""Text that remembers, character by character, where in the raw text it came from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slantwise.records import OffsetRun, Span


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and the raw stretch behind each of its characters.

    Attributes:
        text: the text.
        starts: for each character, where its raw stretch starts; never falling.
        ends: for each character, where its raw stretch ends. Characters that stand for one raw
            stretch as a whole share it.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> "Mapped":
        """The characters from `start` to `end`."""
        return Mapped(self.text[start:end], self.starts[start:end], self.ends[start:end])

    @property
    def raw(self) -> Span:
        """The raw stretch from the first character's to the last one's; the text is not empty."""
        return Span(self.starts[0], self.ends[-1])


def unchanged(raw: str, span: Span) -> Mapped:
    """The stretch of raw text as it is."""
    starts, ends = range(span.start, span.end), range(span.start + 1, span.end + 1)
    return Mapped(span.of(raw), starts, ends)


def as_whole(text: str, raw: Span) -> Mapped:
    """The text standing for the raw stretch as a whole."""
    return Mapped(text, [raw.start] * len(text), [raw.end] * len(text))


def joined(parts: Iterable[Mapped]) -> Mapped:
    """The parts one after another."""
    kept = [part for part in parts if part.text]
    if len(kept) == 1:
        return kept[0]
    return Mapped(
        "".join(part.text for part in kept),
        [start for part in kept for start in part.starts],
        [end for part in kept for end in part.ends],
    )


def substituted(text: Mapped, pattern: re.Pattern[str], replacement: str) -> Mapped:
    """The text with each match replaced; the replacement stands for all of the match.

    >>> done = substituted(unchanged("a  b", Span(0, 4)), re.compile(" +"), " ")
    >>> done.text, list(done.starts), list(done.ends)
    ('a b', [0, 1, 3], [1, 3, 4])
    """
    parts, reached = [], 0
    for match in pattern.finditer(text.text):
        parts.append(text.slice(reached, match.start()))
        if replacement:
            parts.append(as_whole(replacement, text.slice(*match.span()).raw))
        reached = match.end()
    if not reached:
        return text
    return joined([*parts, text.slice(reached, len(text))])


def stripped(text: Mapped) -> Mapped:
    """The text without blanks at both ends."""
    start = len(text) - len(text.text.lstrip())
    return text.slice(start, max(start, len(text.text.rstrip())))


def runs(text: Mapped, at: int) -> Iterator[OffsetRun]:
    """The runs of a text that stands at offset `at` of the cleaned text.

    Characters that follow one another in the raw text as they do here make one run; characters
    that share a raw stretch make another, or two where they are as many as the raw ones: a run
    of one length says that they correspond one by one.
    """
    if isinstance(text.starts, range):
        if text.text:
            yield OffsetRun(Span(at, at + len(text)), text.raw)
        return
    start = 0
    while start < len(text):
        end = _end_of_run(text, start)
        raw = Span(text.starts[start], text.ends[end - 1])
        if len(raw) == end - start > 1 and _shared(text, start, start + 1):
            end = start + 1
        yield OffsetRun(Span(at + start, at + end), raw)
        start = end


def _end_of_run(text: Mapped, start: int) -> int:
    starts, ends = text.starts, text.ends
    end = start + 1
    if ends[start] - starts[start] == 1 and not _shared(text, start, end):
        while end < len(text) and starts[end] == ends[end - 1] == ends[end] - 1:
            if _shared(text, end, end + 1):
                break
            end += 1
        return end
    while _shared(text, start, end):
        end += 1
    return end


def _shared(text: Mapped, one: int, other: int) -> bool:
    """Whether the two characters stand for one raw stretch."""
    return other < len(text) and text.starts[one] == text.starts[other]
