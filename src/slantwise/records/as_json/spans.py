"""Spans as plain data, and the form that plain data have here."""

from collections.abc import Mapping, Sequence
from typing import Any

from slantwise.records.spans import Span

Plain = dict[str, Any]
"""Dictionaries, lists, strings, numbers, truth values and None, as JSON knows them."""


def span_to_dict(span: Span) -> Plain:
    """A span as `start` and `end`.

    >>> span_to_dict(Span(2, 5))
    {'start': 2, 'end': 5}
    """
    return {"start": span.start, "end": span.end}


def span_from_dict(data: Mapping[str, Any]) -> Span:
    """The span of anything with `start` and `end`."""
    return Span(data["start"], data["end"])


def optional_span_to_dict(span: Span | None) -> Plain | None:
    """A span as plain data; None for None."""
    return None if span is None else span_to_dict(span)


def optional_span_from_dict(data: Mapping[str, Any] | None) -> Span | None:
    """The span that `optional_span_to_dict` gave `data` for."""
    return None if data is None else span_from_dict(data)


def spans_to_list(spans: Sequence[Span]) -> list[Plain]:
    """Spans as plain data, in order."""
    return [span_to_dict(span) for span in spans]


def spans_from_list(data: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """The spans that `spans_to_list` gave `data` for."""
    return tuple(span_from_dict(span) for span in data)
