"""schema.org metadata that saved pages carry as JSON-LD.

https://schema.org/NewsArticle names the properties, https://www.w3.org/TR/json-ld11/ the form:
objects alone, in lists or in a `@graph`, which may name one another by `@id`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from slantwise.ingest.values import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:https?://schema\.org/|schema:)?(?:\w*(?:Article|Posting)|Report)")
_WRAPPING = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")
_LD_JSON = re.compile(r"\s*application/ld\+json\b", re.IGNORECASE)
_DEEPEST = 20

_Object = Mapping[str, Any]


def linked_data(page: "HtmlElement") -> dict[str, str]:
    """Fields of the first article among the page's JSON-LD objects; none where there is none.

    An empty field is one that the article does not name.
    """
    article, by_id = _article(page)
    if article is None:
        return {}

    def named(name: str) -> str:
        return text_of(_whole(article.get(name), by_id))

    authors = (_author(_whole(author, by_id)) for author in _as_list(article.get("author")))
    return {
        "title": named("headline"),
        "date": named("datePublished"),
        "outlet": named("publisher"),
        "byline": ", ".join(dict.fromkeys(filter(None, authors))),
        "section": named("articleSection"),
        "language": named("inLanguage"),
        "url": _address(article),
    }


def article_body(page: "HtmlElement") -> str:
    """The article's text as its JSON-LD gives it; empty on most pages."""
    article, _ = _article(page)
    return text_of(article.get("articleBody"), "\n\n") if article else ""


def _article(page: "HtmlElement") -> tuple[_Object | None, dict[str, _Object]]:
    """The first article, and all objects of the page by their `@id`."""
    scripts = (script for script in page.iter("script") if _LD_JSON.match(script.get("type") or ""))
    objects = list(_objects(_parsed(script.text or "") for script in scripts))
    by_id: dict[str, _Object] = {}
    for value in objects:
        key = value.get("@id")
        # The longest: other objects repeat the id alone, to refer to it.
        if isinstance(key, str) and len(value) > len(by_id.get(key, {})):
            by_id[key] = value
    return next(filter(_is_article, objects), None), by_id


def _whole(value: Any, by_id: Mapping[str, _Object]) -> Any:
    """The object that the value refers to by its `@id`; the value where it is none."""
    if isinstance(value, list):
        return [_whole(part, by_id) for part in value]
    if isinstance(value, Mapping) and isinstance(value.get("@id"), str) and not text_of(value):
        return by_id.get(value["@id"], value)
    return value


def _address(article: _Object) -> str:
    """The page's address; `mainEntityOfPage` names it where `url` does not."""
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, Mapping) else page
    found = (text_of(article.get("url")), named if isinstance(named, str) else "")
    return next((value for value in found if value.startswith(("http://", "https://"))), "")


def _parsed(script: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        # Pages do carry broken JSON-LD; the meta tags then speak.
        return None


def _objects(values: Iterable[Any], depth: int = 0) -> Iterator[_Object]:
    if depth > _DEEPEST:
        return
    for value in values:
        if isinstance(value, list):
            yield from _objects(value, depth + 1)
        elif isinstance(value, Mapping):
            yield value
            for name in ("@graph", "mainEntity"):
                yield from _objects(_as_list(value.get(name)), depth + 1)


def _is_article(value: _Object) -> bool:
    types = _as_list(value.get("@type"))
    return any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in types)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _author(value: Any) -> str:
    name = text_of(value) or (text_of(value.get("byline")) if isinstance(value, Mapping) else "")
    return "" if "://" in name else name
