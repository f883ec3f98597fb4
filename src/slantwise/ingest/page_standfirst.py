"""The standfirst of a saved page: the line or two between headline and body."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from slantwise.ingest.columns import folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAME = re.compile(r"(?:^|[\s_-])(?:standfirst|subtitle|dek|deck|sub-?head(?:line)?)(?:$|[\s_-])")
_TAGS = ("h2", "h3", "p", "div", "span")
_LONGEST = 600
_FEWEST_WORDS = 5


def standfirst_of(page: "HtmlElement", summary: str, headings: Collection[str]) -> str:
    """The page's standfirst; empty where it shows none.

    The first element whose words are those of the page's summary (what stands in the metadata
    alone is no part of the article), or one that is named as a standfirst.

    Args:
        page: the page.
        summary: what its metadata say it is about; may be empty.
        headings: headlines, which are never the standfirst.
    """
    wanted = folded(summary)
    not_wanted = set(map(folded, headings))
    named = ""
    for element in _candidates(page):
        text = " ".join(element.text_content().split())
        if len(text) > _LONGEST or len(text.split()) < _FEWEST_WORDS or folded(text) in not_wanted:
            continue
        if wanted and folded(text) == wanted:
            return text
        if not named and _NAME.search(_names(element)):
            named = text
    return named


def _candidates(page: "HtmlElement") -> "Iterator[HtmlElement]":
    """Elements of the page that hold little but text, in order."""
    body = page.find("body")
    for element in (page if body is None else body).iter(*_TAGS):
        if len(element) <= 3:
            yield element


def _names(element: "HtmlElement") -> str:
    parent = element.getparent()
    own = f"{element.get('class', '')} {element.get('data-gu-name', '')}"
    return own if parent is None else f"{own} {parent.get('class', '')}"
