"""Which column of a table, or key of a record, holds which field of an article."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slantwise.records import Origin

ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "uuid", "guid", "doc_id", "document_id", "identifier", "stories_id"),
    "outlet": (
        "outlet", "outlet_name", "source", "source_name", "publisher", "publication", "newspaper",
        "media_name", "media", "news_outlet", "news_source", "site_name", "site", "source_domain",
        "domain", "media_url",
    ),
    "title": ("title", "headline", "article_title", "news_title", "title_original"),
    "body": (
        "body", "maintext", "main_text", "text", "article_text", "full_text", "body_text",
        "article_body", "content_original", "content", "article_content", "article", "story",
        "document",
    ),
    "date": (
        "published", "date", "publish_date", "date_publish", "published_at", "publication_date",
        "date_published", "pub_date", "publishing_date", "published_date", "article_date",
        "datetime", "timestamp",
    ),
    "url": ("url", "link", "article_url", "web_url", "canonical_url", "permalink"),
    "event": ("event", "event_id", "story_id", "triplet_uuid", "cluster", "cluster_id"),
    "byline": ("byline", "author", "authors", "by", "journalist", "creator"),
    "section": ("section", "article_section", "rubric", "desk", "category"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Usual names for each field, the one to prefer first. Names are compared without case, blanks,
hyphens and underscores. `content_original` stands before `content`, which one release holds
tokenised beside it, and `maintext` before `text`, which news-please leaves empty."""

FIELDS = tuple(ALIASES)
"""The fields of an article that a column can hold."""

_PLAIN = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """The name without case, blanks, hyphens and underscores, as it is compared.

    >>> folded("Publish-Date"), folded("publish_date")
    ('publishdate', 'publishdate')
    """
    return _PLAIN.sub("", name.casefold())


_FOLDED = {field: tuple(map(folded, names)) for field, names in ALIASES.items()}
_KNOWN = frozenset(name for names in _FOLDED.values() for name in names)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Where the fields of an article stand in one table.

    Attributes:
        by_field: the column of each field that the table has.
        found: all columns, in their order.
        absent: columns that the settings name and the table lacks.
        origins: the same as origins of the fields.
    """

    by_field: Mapping[str, str]
    found: tuple[str, ...]
    absent: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether there is a column for the article's text."""
        return "body" in self.by_field and not self.absent

    @property
    def is_of_articles(self) -> bool:
        """Whether the table seems to be one of articles at all: a headline or a text."""
        return bool({"title", "body"} & set(self.by_field)) or bool(self.absent)

    def complaint(self) -> str:
        """What is missing, what was found, what was expected and what to try."""
        found = ", ".join(map(repr, self.found[:30])) or "none"
        if self.absent:
            wanted = ", ".join(map(repr, self.absent))
            return f"there is no column {wanted}; found {found}. Name one of those in --columns."
        names = ", ".join(ALIASES["body"])
        return (
            f"no column holds the text of the articles; found {found}; expected one of {names}. "
            "Say which it is with --columns body=NAME."
        )


def map_columns(found: Iterable[str], chosen: Mapping[str, str]) -> ColumnMap:
    """The column of each field, the chosen ones first, then by the table of usual names.

    Where several columns would do for one field, the first name in `ALIASES` wins. A column
    chosen for one field is not taken for another.

    >>> map_columns(["Headline", "text", "when"], {"date": "when"}).by_field
    {'date': 'when', 'title': 'Headline', 'body': 'text'}
    """
    names = tuple(found)
    absent = tuple(column for column in chosen.values() if column not in names)
    by_field = {field: column for field, column in chosen.items() if column in names}
    taken = set(by_field.values())
    by_name: dict[str, str] = {}
    for name in names:
        if name not in taken:
            by_name.setdefault(folded(name), name)
    for field, aliases in _FOLDED.items():
        if field not in chosen:
            column = next((by_name[alias] for alias in aliases if alias in by_name), None)
            if column is not None:
                by_field[field] = column
    origins = tuple(Origin(field, repr(column)) for field, column in by_field.items())
    return ColumnMap(by_field, names, absent, origins)


def n_known(names: Iterable[str], chosen: Mapping[str, str]) -> int:
    """How many of the names are usual or chosen names of columns.

    >>> n_known(["Headline", "colour"], {})
    1
    """
    picked = set(chosen.values())
    return sum(name in picked or folded(name) in _KNOWN for name in names)
