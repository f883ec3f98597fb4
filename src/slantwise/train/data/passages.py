"""Cutting an annotated article into sentences with the spans that fall on each."""

from collections.abc import Iterable, Iterator

from slantwise.train.examples import ClassSpan, Extent


def sentence_extents(text: str) -> list[Extent]:
    """Extents of the sentences of `text`, trimmed of white space, none empty."""
    from sentencex import get_sentence_boundaries

    extents = []
    for line_start, line in lines(text):
        for part in get_sentence_boundaries("en", line):
            trimmed = trim(text, line_start + part["start_index"], line_start + part["end_index"])
            if trimmed[0] < trimmed[1]:
                extents.append(trimmed)
    return extents


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each line that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def trim(text: str, start: int, end: int) -> Extent:
    """The extent without white space at its ends.

    >>> trim(" ab ", 0, 4)
    (1, 3)
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def spans_within(spans: Iterable[ClassSpan], window: Extent) -> tuple[ClassSpan, ...]:
    """Spans that overlap `window`, clipped to it, with offsets from its start.

    >>> spans_within([ClassSpan((3, 9), 0)], (5, 20))
    (ClassSpan(extent=(0, 4), column=0),)
    """
    low, high = window
    clipped = []
    for span in spans:
        start, end = max(span.extent[0], low), min(span.extent[1], high)
        if start < end:
            clipped.append(ClassSpan((start - low, end - low), span.column))
    return tuple(clipped)
