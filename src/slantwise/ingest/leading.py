"""What stands before the body of a text without headers: date, headline, standfirst, byline.

Decided by form: whole lines that are a date, an address or a byline, and short lines without a
final stop. Whatever is neither is body, and the first line that is body ends the search, unless
a line of metadata follows close behind.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from slantwise.ingest.blocks import blocks_in, lines_in
from slantwise.ingest.bylines import read_byline
from slantwise.ingest.dates import explicit_date
from slantwise.records import Span

_LOOKED_AT = 6
_LONGEST_HEADLINE = 250
_LONGEST_LEAD = 400
_LONGEST_STOPPED = 150
_URL = re.compile(r"https?://\S+")
_STOP = re.compile(r"(?<![A-Z])[.:;,][\s\"'”’»)\]]*$")
_METADATA = ("date", "url", "byline")

_Form = Literal["date", "url", "byline", "short", "text"]


@dataclass(frozen=True, slots=True)
class Leading:
    """The parts of a text.

    Attributes:
        title: where the headline stands; None where the form shows none.
        body: where the paragraphs stand, standfirst first.
        values: date, url, byline and outlet found, by field.
    """

    title: Span | None
    body: tuple[Span, ...]
    values: Mapping[str, str]


def read_leading(text: str, within: Span, *, headline: bool | None = None) -> Leading:
    r"""The headline, paragraphs and metadata of the stretch of text.

    Args:
        text: all of the file.
        within: the stretch to read.
        headline: whether the first block that is no metadata is the headline, whatever its
            form; None to decide by form.

    >>> text = "May 3, 2020\n\nHills burn\n\nBy Ann Lee\n\nFire broke out. It spread."
    >>> leading = read_leading(text, Span(0, len(text)))
    >>> leading.title.of(text), [span.of(text) for span in leading.body], leading.values
    ('Hills burn', ['Fire broke out. It spread.'], {'date': 'May 3, 2020', 'byline': 'By Ann Lee'})
    """
    units = _units(text, within)
    forms = _forms([unit.of(text) for unit in units[:_LOOKED_AT]])
    n_lead = _n_leading(units, forms)
    values: dict[str, str] = {}
    lead: list[Span] = []
    for unit, form in zip(units[:n_lead], forms, strict=False):
        if form in _METADATA:
            _take(values, form, unit.of(text))
        else:
            lead.append(unit)
    rest = [*lead, *units[n_lead:]]
    short = {unit for unit, form in zip(units, forms, strict=False) if form == "short"}
    longest = _LONGEST_HEADLINE if headline else _LONGEST_STOPPED if lead else 0
    title = None
    if len(rest) > 1 and headline is not False and (len(rest[0]) <= longest or rest[0] in short):
        title = rest.pop(0)
    return Leading(title, tuple(rest), values)


def _units(text: str, within: Span) -> list[Span]:
    """Blocks of lines; the first ones line by line where they hold a headline or metadata."""
    blocks = blocks_in(text, within)
    units: list[Span] = []
    for block in blocks[:_LOOKED_AT]:
        units += _split(text, list(lines_in(text, block)))
    return units + list(blocks[_LOOKED_AT:])


def _split(text: str, lines: Sequence[Span]) -> list[Span]:
    """The leading lines of a block that stand for themselves, and the rest as one."""
    forms = [_form(line.of(text)) for line in lines[:_LOOKED_AT]]
    n_alone = max((index + 1 for index, form in enumerate(forms) if form in _METADATA), default=0)
    if not n_alone and len(lines) > 1 and forms[0] == "short" and _is_broken(text, lines):
        n_alone = 1
    units = list(lines[:n_alone])
    if n_alone < len(lines):
        units.append(Span(lines[n_alone].start, lines[-1].end))
    return units


def _is_broken(text: str, lines: Sequence[Span]) -> bool:
    """Whether the first line ends on purpose: the next word would have had room on it."""
    next_word = lines[1].of(text).split(maxsplit=1)[0]
    return len(lines[0]) + 1 + len(next_word) <= max(map(len, lines))


def _forms(texts: Sequence[str]) -> list[_Form]:
    """The form of each unit; a byline with no headline before or behind it is the headline."""
    forms = [_form(text) for text in texts]
    first = next((i for i, form in enumerate(forms) if form not in ("date", "url")), len(forms))
    if forms[first : first + 1] == ["byline"] and forms[first + 1 : first + 2] != ["short"]:
        forms[first] = "short"
    return forms


def _form(text: str) -> _Form:
    if len(text) > _LONGEST_HEADLINE:
        return "text"
    line = " ".join(text.split())
    if explicit_date(line) is not None:
        return "date"
    if _URL.fullmatch(line):
        return "url"
    if read_byline(line) is not None:
        return "byline"
    return "text" if _STOP.search(line) else "short"


def _n_leading(units: Sequence[Span], forms: Sequence[_Form]) -> int:
    """How many units to look for metadata in: up to the last one that is, nothing long before."""
    n_leading = 0
    for index, form in enumerate(forms):
        if form in _METADATA:
            n_leading = index + 1
        elif len(units[index]) > _LONGEST_LEAD:
            break
    return n_leading


def _take(values: dict[str, str], form: _Form, text: str) -> None:
    values.setdefault(form, text)
    byline = read_byline(text) if form == "byline" else None
    if byline is not None and byline.outlet:
        values.setdefault("outlet", byline.outlet)
