"""Parts of a saved page that stand beside the article, taken out before its text is looked for.

Recognised by what pages call such parts (classes and ids) and by form: a paragraph that is one
link and nothing else. Headline, body and whatever holds most of the page's words stay, whatever
they are called.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOX = "box"
"""The kind of part that holds words of the outlet: said in a note where it is left out."""

_NAMES: Mapping[str, str] = {
    BOX: r"(?:fact|info)-?box",
    "caption": r"(?:image|photo|picture|media|video|figure|gallery)?-?caption",
    "pull-quote": r"pull-?quote",
    "author": r"(?:author|writer|contributor)-(?:bio|info|box|description)|about-(?:the-)?author",
    "related": (
        r"related(?:-.*)?|recommended(?:-.*)?|(?:most|popular)-(?:popular|read|viewed|shared"
        r"|articles|posts|stories).*|read-(?:more|next|also)|more-(?:stories|from|on|articles)"
        r"|you-may-also-like|trending|collections|inline-(?:link|recirc\w*)"
    ),
    "letter": r"(?:.*-)?newsletter(?:-.*)?|sign-?up(?:-.*)?|subscribe(?:-.*)?",
    "share": r"share(?:-.*)?|social-(?:share|links|media|buttons|icons).*",
    "promotion": r"promo(?:-.*)?|taboola|outbrain|advert(?:s|isement)?|sponsored(?:-.*)?",
    "comments": r"comments?(?:-(?:section|list|area|wrapper|container))?",
}
_NAMED = {kind: re.compile(names) for kind, names in _NAMES.items()}
_ANY = re.compile("|".join(f"(?:{names})" for names in _NAMES.values()))
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PREFIX = re.compile(r"^[a-z]{1,12}-(?=(?:fact|info)-?box$)")
_KEPT_TAGS = frozenset({"html", "body", "main", "article", "head", "h1"})
_MOST = 0.5
"""A part with more of the words of the page's paragraphs than this is taken for the article."""

_FEWEST_WORDS = 4


def prune(page: "HtmlElement") -> int:
    """Take such parts out of the page; how many words of boxes went with them.

    The page is changed. Parts with the headline in them stay, and so do those, but for boxes,
    that hold more than half of the words of its paragraphs.
    """
    n_words = _n_words(page)
    n_in_boxes = 0
    for element, kind in list(_furniture(page)):
        if kind == BOX:
            n_in_boxes += _n_words(element)
        elif n_words and _n_words(element) > _MOST * n_words:
            continue
        _drop(element)
    for paragraph in list(page.iter("p")):
        if _is_one_link(paragraph):
            _drop(paragraph)
    return n_in_boxes


def _furniture(page: "HtmlElement") -> "Iterator[tuple[HtmlElement, str]]":
    """Outermost parts of such a name, with their kind."""
    within: set[HtmlElement] = set()
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in _KEPT_TAGS:
            continue
        if element.getparent() in within:
            within.add(element)
            continue
        kind = "caption" if element.tag == "figcaption" else _kind(element)
        if kind and element.get("itemprop") != "articleBody" and element.find(".//h1") is None:
            within.add(element)
            yield element, kind


def _kind(element: "HtmlElement") -> str:
    """What the names of the part say that it is; empty for a part of the article."""
    for name in f"{element.get('class', '')} {element.get('id', '')}".split():
        plain = _CAMEL.sub("-", name).replace("_", "-").lower().partition("--")[0]
        plain = _PREFIX.sub("", plain)
        if _ANY.fullmatch(plain):
            return next(kind for kind, names in _NAMED.items() if names.fullmatch(plain))
    return ""


def _n_words(element: "HtmlElement") -> int:
    return sum(len(paragraph.text_content().split()) for paragraph in element.iter("p", "li"))


def _is_one_link(paragraph: "HtmlElement") -> bool:
    """Whether all words of the paragraph are one link, and no sentence."""
    links = list(paragraph.iter("a"))
    if len(links) != 1:
        return False
    text = " ".join(paragraph.text_content().split())
    return (
        len(text.split()) >= _FEWEST_WORDS
        and not text.endswith((".", "”", '"'))
        and text == " ".join(links[0].text_content().split())
    )


def _drop(element: "HtmlElement") -> None:
    if element.getparent() is not None:
        element.drop_tree()
