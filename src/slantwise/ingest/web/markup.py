"""Paragraphs out of marked-up text: fragments of HTML, and trees of XHTML and NITF."""

import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from slantwise.ingest.blocks import blocks_in
from slantwise.ingest.encodings import without_lone_surrogates
from slantwise.records import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp
    small span strike strong sub sup time tt u var wbr chron classifier copyrite event function
    lang location money num object.title org person postaddr pronounce virtloc keyword
    script style template
    """.split()
)
"""Elements of HTML and NITF that stand inside a line; any other begins and ends a paragraph."""

_NO_TEXT = frozenset(
    """script style noscript template iframe figure figcaption picture svg form button select
    audio video object canvas map math head media media-caption
    """.split()
)
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TAG = re.compile(r"<(?:/?[a-z][\w:-]*(?:\s[^<>]*)?/?>|!--)", re.IGNORECASE)
_GAP = re.compile(r"\n\s*\n")


def html_paragraphs(fragment: str) -> list[str]:
    """The paragraphs of a piece of HTML, without pictures, captions, forms and scripts.

    Two line breaks in a row part paragraphs too. Text without tags is one paragraph.

    >>> html_paragraphs("<p>One &amp; <b>two</b>.</p><figure>x</figure>Three.<br><br>Four.")
    ['One & two.', 'Three.', 'Four.']
    """
    from lxml import etree, html

    text = without_lone_surrogates(_NO_XML.sub(" ", fragment))
    if not text.strip():
        return []
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        return paragraphs_in(html.fragment_fromstring(text, create_parent="div", parser=parser))
    except etree.LxmlError:
        return []


def paragraphs_in(root: "_Element") -> list[str]:
    """The paragraphs below the element, in order, blanks made single; none of an empty one.

    The tree has to be without comments.
    """
    from lxml import etree

    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        # The tag as it stands: a QName refuses what a damaged page may hold ("p!two.<").
        tag = element.tag if isinstance(element.tag, str) else ""
        name = tag.rpartition("}")[2].lower()
        skipped += (name in _NO_TEXT) * (1 if event == "start" else -1)
        if name == "br" and event == "start":
            pieces.append("\n")
        elif name and name not in _INLINE and name != "br":
            pieces.append("\n\n")
        text = element.text if event == "start" and name else element.tail
        if event == "end" and element is root:
            break
        if (event == "end" or name) and text and not skipped:
            pieces.append(" ".join(f"|{text}|".split())[1:-1])
    return _parted("".join(pieces))


def text_paragraphs(text: str) -> list[str]:
    r"""The paragraphs of plain text: what blank lines part.

    >>> text_paragraphs("One\nmore.\n\nTwo.")
    ['One\nmore.', 'Two.']
    """
    whole = without_lone_surrogates(text)
    return [span.of(whole) for span in blocks_in(whole, Span(0, len(whole)))]


def any_paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a text that may be HTML or plain: by whether a tag stands in it.

    >>> any_paragraphs("<p>A &amp; B</p>"), any_paragraphs("A &amp; B\n\nC < D")
    (['A & B'], ['A & B', 'C < D'])
    """
    if _TAG.search(text):
        return html_paragraphs(text)
    return text_paragraphs(unescape(text) if "&" in text else text)


def one_line(paragraphs: Iterable[str]) -> str:
    """The paragraphs as one line, for headlines and names."""
    return " ".join(" ".join(paragraphs).split())


def _parted(text: str) -> list[str]:
    return [line for part in _GAP.split(text) if (line := one_line([part]))]
