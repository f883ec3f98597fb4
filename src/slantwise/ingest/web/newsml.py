"""NewsML-G2 of news agencies (https://iptc.org/standards/newsml-g2/): one item, or a message.

Read with lxml as a stream. A text stands in an item as XHTML, as NITF or as plain text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.drafts import Draft, Said
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.web.items import Item, item_draft, said
from slantwise.ingest.web.markup import one_line, paragraphs_in, text_paragraphs
from slantwise.ingest.web.skipped import skipped_note
from slantwise.ingest.web.xml_elements import (
    ElementTooLongError,
    UnsafeXmlError,
    xml_elements,
)
from slantwise.records import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_G2 = f"{{{_NAMESPACE}}}"
_ITEM = f"{_G2}newsItem"
_OTHERS = tuple(f"{_G2}{name}Item" for name in ("package", "concept", "knowledge", "planning"))
_ROOT = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem)\b")
_WITHDRAWN = ("stat:canceled", "stat:withheld")


def is_newsml(head: Head) -> bool:
    """Whether the text is XML whose root is an item or message of NewsML-G2."""
    start = head.text.lstrip()
    return start.startswith("<") and _NAMESPACE in start and bool(_ROOT.search(start, 0, 5000))


def read_newsml(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The text items of the file, in order; pictures, packages and the like are counted.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    from lxml import etree

    skipped: Counter[str] = Counter()
    number = 0
    try:
        with open_bytes(file.path, settings.unpacking) as stream:
            for element in xml_elements(stream, (_ITEM, *_OTHERS), settings.max_record_chars):
                number += 1
                kind = _kind(element)
                if kind:
                    skipped[kind] += 1
                else:
                    yield _draft(element, number, file)
    except etree.XMLSyntaxError as error:
        message = (
            f"the XML breaks off or is not well formed ({error.msg}); the {number} items before "
            "it are read. Save or download the file again."
        )
        yield problem(file.source(f"line {error.lineno}"), "bad-xml", message)
    except UnsafeXmlError as error:
        yield problem(file.source(), "entity-declaration", f"{error}.")
    except ElementTooLongError as error:
        yield problem(file.source(f"item {number + 1}"), "record-too-long", f"{error}.")
    if skipped:
        yield skipped_note(file, skipped, "items without text of an article")


def _kind(item: "_Element") -> str:
    """What the item is, where it is no text; empty where it is one, or does not say."""
    if item.tag != _ITEM:
        return str(item.tag).removeprefix(_G2)
    qcode = _attribute(item, "itemMeta/itemClass", "qcode")
    kind = qcode.rpartition(":")[2]
    return "" if kind in ("", "text", "composite") else kind


def _draft(item: "_Element", number: int, file: InputFile) -> Draft | Problem:
    record = f"item {number}"
    status = _attribute(item, "itemMeta/pubStatus", "qcode")
    if status in _WITHDRAWN:
        message = f"the item is left out: the agency marks it {status!r}."
        return problem(file.source(record), "withdrawn", message)
    paragraphs, place = _body(item)
    if not paragraphs:
        message = "the item has no text: its contentSet is empty, or names another file."
        return problem(file.source(record), "no-text", message)
    title, title_place = _headline(item)
    fields = _fields(item)
    places = {"title": title_place, "body": place}
    return item_draft(Item(number, record, title, paragraphs, fields, places), file)


def _fields(item: "_Element") -> dict[str, Said]:
    guid, version = item.get("guid", ""), item.get("version", "1")
    tag = _attribute(item, "contentMeta/language", "tag")
    lang = item.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    return said(
        id=(f"{guid}#{version}" if guid and version != "1" else guid, "guid"),
        outlet=_first(item, *_OUTLETS),
        date=_first(item, *_DATES),
        url=_link(item),
        byline=_first(item, "contentMeta/by", "contentMeta/creator", ".//byline"),
        language=((tag or lang)[:2].lower(), "language" if tag else "xml:lang"),
    )


_OUTLETS = ("itemMeta/provider", "contentMeta/infoSource", "contentMeta/creditline")
_DATES = (
    "itemMeta/versionCreated", "contentMeta/contentModified", "contentMeta/contentCreated",
    "itemMeta/firstCreated",
)  # fmt: skip


def _first(item: "_Element", *paths: str) -> tuple[object, str]:
    """The name or text at the first of the paths where there is one, and the path."""
    for path in paths:
        for element in _found(item, path):
            named = element.find(f"{_G2}name")
            text = one_line(["".join((element if named is None else named).itertext())])
            text = text or element.get("literal", "") or element.get("qcode", "").rpartition(":")[2]
            if text:
                return text, path.removeprefix(".//")
    return "", ""


def _link(item: "_Element") -> tuple[object, str]:
    for element in _found(item, "itemMeta/link"):
        href = element.get("href", "")
        if href.startswith(("http://", "https://")) and "html" in element.get("contenttype", ""):
            return href, "itemMeta/link"
    return "", ""


def _headline(item: "_Element") -> tuple[str, str]:
    found = _found(item, "contentMeta/headline")
    found.sort(key=lambda element: not element.get("role", "").endswith((":main", ":hedline")))
    places = [("contentMeta/headline", found)]
    places += [(name, _named(item, name)) for name in ("hl1", "h1", "title")]
    for place, elements in places:
        for element in elements:
            text = one_line(paragraphs_in(element))
            if text:
                return text, place
    return "", ""


def _body(item: "_Element") -> tuple[list[str], str]:
    """The text of the longest rendition that stands in the item, and where it stood."""
    best: tuple[list[str], str] = ([], "")
    for element in _found(item, "contentSet/inlineXML"):
        bodies = [*_named(element, "body.content"), *_named(element, "body"), element]
        paragraphs = paragraphs_in(bodies[0])
        best = max(best, (paragraphs, f"inlineXML {element.get('contenttype', '')}"), key=_length)
    for element in _found(item, "contentSet/inlineData"):
        paragraphs = text_paragraphs("".join(element.itertext()))
        best = max(best, (paragraphs, f"inlineData {element.get('contenttype', '')}"), key=_length)
    return best[0], best[1].strip()


def _length(rendition: tuple[list[str], str]) -> int:
    return sum(map(len, rendition[0]))


def _found(item: "_Element", path: str) -> list["_Element"]:
    if path.startswith(".//"):
        return _named(item, path.removeprefix(".//"))
    return list(item.findall("/".join(_G2 + name for name in path.split("/"))))


def _named(element: "_Element", name: str) -> list["_Element"]:
    """The elements below of that name, in any namespace."""
    return list(element.iter(f"{{*}}{name}"))


def _attribute(item: "_Element", path: str, name: str) -> str:
    return next((element.get(name, "") for element in _found(item, path)), "")
