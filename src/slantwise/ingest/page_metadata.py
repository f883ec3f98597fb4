"""Headline, outlet, date, byline and address of a saved page: JSON-LD first, then meta tags."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from slantwise.ingest.drafts import Said
from slantwise.ingest.linked_data import linked_data

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
    "section": ("article:section", "og:article:section", "parsely-section"),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "language": ("dc.language", "language", "og:locale"),
    "summary": ("og:description", "description", "twitter:description"),
}  # fmt: skip
"""Names of meta tags for each field of the article, the one to prefer first."""

_TIME = "string(//time[@pubdate or @itemprop='datePublished']/@datetime)"


def page_sayings(page: "HtmlElement") -> dict[str, Said]:
    """What the page says of itself, by field of the article, and where; absent where nothing.

    `summary` is what the page says it is about; it stands on the page, or nowhere.

    The outlet falls back on the host of the page's address, the headline on the page's first
    heading, then on its title.
    """
    meta = {field: Said(value, f"meta tag {name}") for field, name, value in _meta_tags(page)}
    canonical = page.xpath("string(//link[@rel='canonical']/@href)")
    linked = linked_data(page)
    found = (
        ("url", Said(canonical, "link rel=canonical")),
        ("language", Said(page.xpath("string(/html/@lang)"), "html lang")),
        *((field, Said(value, "JSON-LD")) for field, value in linked.items()),
        *meta.items(),
        ("title", Said(page.xpath("normalize-space(//h1)"), "first heading")),
        ("title", Said(page.xpath("normalize-space(//title)"), "title tag")),
        ("date", Said(page.xpath(_TIME), "time tag")),
    )
    sayings: dict[str, Said] = {}
    for field, said in found:
        if said.value and said.value.strip():
            sayings.setdefault(field, Said(" ".join(said.value.split()), said.place))
    host = host_of(sayings["url"].value) if "url" in sayings else ""
    if host:
        sayings.setdefault("outlet", Said(host, "host of the address"))
    if "language" in sayings:
        language = sayings["language"]
        sayings["language"] = Said(language.value[:2].lower(), language.place)
    return sayings


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


def _meta_tags(page: "HtmlElement") -> Iterator[tuple[str, str, str]]:
    """Field, name and content of the tags that speak of the article."""
    tags: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if content:
            tags.setdefault(name.lower(), content)
    for field, names in _META.items():
        for name in names:
            if name in tags and not (field == "byline" and "://" in tags[name]):
                yield field, name, tags[name]
                break
