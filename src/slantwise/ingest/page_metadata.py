"""Headline, outlet, date, byline and address of a saved page: JSON-LD first, then meta tags."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from slantwise.ingest.values import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"\w*(?:Article|Posting)|Report")
_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"),
    "date": (
        "article:published_time", "og:article:published_time", "og:published_time",
        "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:publishtime",
        "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publish-date",
        "publish_date", "publication_date", "date",
    ),
    "outlet": ("og:site_name", "sitename", "dc.publisher", "publisher", "application-name"),
    "byline": (
        "article:author_name", "sailthru.author", "parsely-author", "byl", "dc.creator", "author",
        "article:author",
    ),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "language": ("dc.language", "language", "og:locale"),
    "summary": ("og:description", "description", "twitter:description"),
}  # fmt: skip
"""Names of meta tags for each field of the article, the one to prefer first."""

_WRAPPING = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")


def page_metadata(page: "HtmlElement") -> dict[str, str]:
    """What the page says of itself, by field of the article; fields it does not name are absent.

    `summary` is what the page says it is about; it stands on the page, or nowhere.

    The outlet falls back on the host of the page's address, the headline on the page's first
    heading, then on its title.
    """
    meta = dict(_meta_tags(page))
    canonical = page.xpath("string(//link[@rel='canonical']/@href)")
    fallback = {
        "title": page.xpath("normalize-space(//h1)") or page.xpath("normalize-space(//title)"),
        "date": page.xpath("string(//time[@pubdate or @itemprop='datePublished']/@datetime)"),
    }
    own = {"url": canonical, "language": page.xpath("string(/html/@lang)")}
    values: dict[str, str] = {}
    for source in (own, _linked_data(page), meta, fallback):
        for field, value in source.items():
            if value and value.strip():
                values.setdefault(field, " ".join(value.split()))
    if "url" in values:
        values.setdefault("outlet", host_of(values["url"]))
    if "language" in values:
        values["language"] = values["language"][:2].lower()
    return values


def host_of(url: str) -> str:
    """The host of the address without "www."; empty where the text is no web address.

    >>> host_of("https://www.example.org/a"), host_of("example")
    ('example.org', '')
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""


def _meta_tags(page: "HtmlElement") -> Iterator[tuple[str, str]]:
    tags: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if content:
            tags.setdefault(name.lower(), content)
    for field, names in _META.items():
        found = (tags[name] for name in names if name in tags)
        if field == "byline":
            found = (value for value in found if "://" not in value)
        yield field, next(found, "")


def _linked_data(page: "HtmlElement") -> dict[str, str]:
    """Fields of the first article among the page's JSON-LD objects; none where there is none."""
    scripts = page.xpath("//script[@type='application/ld+json']/text()")
    article = next(filter(_is_article, _objects(map(_parsed, scripts))), None)
    if article is None:
        return {}
    return {
        "title": text_of(article.get("headline")),
        "date": text_of(article.get("datePublished")),
        "outlet": text_of(article.get("publisher")),
        "byline": ", ".join(filter(None, map(_author, _as_list(article.get("author"))))),
        "language": text_of(article.get("inLanguage")),
    }


def _parsed(script: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        # Pages do carry broken JSON-LD; the meta tags then speak.
        return None


def _objects(values: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    for value in values:
        if isinstance(value, list):
            yield from _objects(value)
        elif isinstance(value, Mapping):
            yield value
            yield from _objects(_as_list(value.get("@graph")))


def _is_article(value: Mapping[str, Any]) -> bool:
    types = _as_list(value.get("@type"))
    return any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in types)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _author(value: Any) -> str:
    name = text_of(value) or (text_of(value.get("byline")) if isinstance(value, Mapping) else "")
    return "" if "://" in name else name
