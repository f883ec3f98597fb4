"""ninjs, the JSON of news agencies: versions 1, 2 and 3 (https://iptc.org/std/ninjs/).

Version 1 names the text `body_text`, `body_xhtml` and the like; versions 2 and 3 list `bodies`
and `headlines` by role. Version 3 writes names in camel case.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from slantwise.ingest.columns import folded
from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.files import InputFile
from slantwise.ingest.json_values import json_rows
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import Row
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.values import text_of
from slantwise.ingest.web.items import Item, first_said, item_draft, said
from slantwise.ingest.web.markup import any_paragraphs, html_paragraphs, one_line
from slantwise.records import Problem

_MARKS = re.compile(
    r'"(version_?created|first_?created|content_?created|pub_?status|body_[a-z]+|headline_[a-z]+'
    r'|bodies|headlines|ed_?note|slugline|copyright_?holder)"\s*:',
    re.IGNORECASE,
)
_URI = re.compile(r'"uri"\s*:\s*"')
_FEWEST_MARKS = 2
_TEXT_TYPES = ("", "text", "composite")
_WITHDRAWN = ("canceled", "cancelled", "withheld")
_MARKUP = re.compile(r"html|richtext", re.IGNORECASE)

_Values = Mapping[str, Any]


def is_ninjs(head: Head) -> bool:
    """Whether the text is JSON with a `uri` and at least two other names that ninjs gives."""
    if head.text.lstrip()[:1] not in ("{", "["):
        return False
    marks = {folded(match[1]) for match in _MARKS.finditer(head.text)}
    return bool(_URI.search(head.text)) and len(marks) >= _FEWEST_MARKS


def read_ninjs(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The text items of the file, in order; other items and withdrawn ones are problems.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    for row in json_rows(file, settings):
        yield row if isinstance(row, Problem) else _draft(row, file)


def _draft(row: Row, file: InputFile) -> Draft | Problem:
    values = {folded(name): value for name, value in row.values.items()}
    source = file.source(row.record)
    kind = text_of(values.get("type")).casefold()
    if kind not in _TEXT_TYPES:
        message = f"the item is passed over: it is of type {kind!r}, and no text."
        return problem(source, "not-an-article", message, fatal=False)
    status = text_of(values.get("pubstatus")).casefold()
    if status in _WITHDRAWN:
        message = f"the item is left out: the agency marks it {status!r}."
        return problem(source, "withdrawn", message)
    title, title_place = _headline(row.values)
    paragraphs, body_place, notes = _body(row.values)
    if not paragraphs:
        message = "the item has no text: no body and no description. Leave it out."
        return problem(source, "no-text", message)
    item = Item(
        number=row.number,
        record=row.record,
        title=title,
        paragraphs=paragraphs,
        fields=_fields(values),
        places={"title": title_place, "body": body_place},
        notes=(*row.notes, *notes),
    )
    return item_draft(item, file)


def _fields(values: _Values) -> Any:
    """What else the item says; the names of all versions, folded."""
    version = text_of(values.get("version")).strip()
    uri = text_of(values.get("uri"))
    identity = f"{uri}#{version}" if uri and version not in ("", "1") else uri
    return said(
        id=(identity, "'uri'"),
        outlet=_outlet(values),
        date=first_said(values, "versioncreated", "contentcreated", "firstcreated"),
        url=_address(values),
        byline=first_said(values, "byline", "by"),
        section=first_said(values, "section", "desk"),
        language=(text_of(values.get("language"))[:2].lower(), "'language'"),
    )


def _outlet(values: _Values) -> tuple[object, str]:
    sources = values.get("infosources")
    if isinstance(sources, list) and any(text_of(source) for source in sources):
        return next(filter(None, map(text_of, sources))), "'infosources'"
    return first_said(values, "source", "provider", "copyrightholder")


def _address(values: _Values) -> tuple[object, str]:
    """An address of the item on the web: the first of its links that is one, or its uri."""
    links = values.get("altids")
    found = [text_of(values.get("canonicalurl")), text_of(values.get("link"))]
    if isinstance(links, list):
        found += [text_of(link) for link in links]
    place = next((link for link in found if link.startswith(("http://", "https://"))), "")
    return place, "'link'"


def _headline(values: _Values) -> tuple[str, str]:
    for entry in _entries(values.get("headlines"), "main"):
        text = one_line(_paragraphs(entry, ""))
        if text:
            return text, "'headlines'"
    names = sorted(name for name in values if folded(name).startswith("headline"))
    for name in sorted(names, key=lambda name: folded(name) not in ("headline", "headlinemain")):
        if isinstance(values[name], str) and (text := one_line(_paragraphs(values[name], ""))):
            return text, repr(name)
    return "", ""


def _body(values: _Values) -> tuple[list[str], str, tuple[Note, ...]]:
    """The text, where it stood, and a note where it is the description for want of a body.

    Of several renditions of the same length, that with the most paragraphs, as tags tell them.
    """
    for kind, listed in (("body", "bodies"), ("description", "descriptions")):
        found = [
            (_paragraphs(entry, _content_type(entry)), repr(listed))
            for entry in _entries(values.get(listed), "main")
        ]
        found += [
            (_paragraphs(values[name], name), repr(name))
            for name in sorted(values)
            if re.match(rf"{kind}(?:_|$)", name) and isinstance(values[name], str)
        ]
        whole = [each for each in found if each[0] and _is_longest(each[0], found)]
        if whole:
            best = max(whole, key=lambda each: len(each[0]))
            return *best, (_summary_note(),) if kind == "description" else ()
    return [], "", ()


def _is_longest(paragraphs: list[str], found: list[tuple[list[str], str]]) -> bool:
    """Whether about as much text stands in no other rendition: a summary may stand among them."""
    lengths = [sum(map(len, each)) for each, _ in found]
    return sum(map(len, paragraphs)) >= 0.9 * max(lengths)


def _summary_note() -> Note:
    message = (
        "the item has no body, so that its description is taken for the text; counts of words "
        "are of that alone."
    )
    return Note("summary-only", message)


def _entries(listed: object, role: str) -> list[_Values]:
    """The entries of a list by role, the one of that role first."""
    entries = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(
        listed, list
    ) else []  # fmt: skip
    return sorted(entries, key=lambda entry: text_of(entry.get("role")) != role)


def _content_type(entry: _Values) -> str:
    names = {folded(name): name for name in entry}
    return f"{text_of(entry.get(names.get('contenttype', '')))} {text_of(entry.get('role'))}"


def _paragraphs(value: object, kind: str) -> list[str]:
    text = text_of(value.get("value")) if isinstance(value, Mapping) else text_of(value)
    return html_paragraphs(text) if _MARKUP.search(kind) else any_paragraphs(text)
