"""Drafts made into articles: outlet, date and a unique id settled, problems beside them."""

from collections.abc import Iterator
from hashlib import blake2b

from slantwise.ingest.dates import read_date
from slantwise.ingest.drafts import Draft
from slantwise.ingest.page_metadata import host_of
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Article, Problem

_DATE_MESSAGES = {
    "ambiguous-date": (
        "the date {date} could be day/month or month/day, so the article has no date. Say which "
        "with --date-order day-first or month-first."
    ),
    "unreadable-date": (
        "the date {date} cannot be read, so the article has no date; expected a form such as "
        "2025-04-12 or 12 April 2025."
    ),
}


class Settler:
    """Makes the articles of one run out of drafts, in the order in which they come.

    It holds eight bytes of each id seen, and nothing else of an article.
    """

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self._files: dict[str, int] = {}
        self._ids: dict[bytes, int] = {}
        self._without_outlet: set[str] = set()

    def settle(self, draft: Draft) -> Iterator[Article | Problem]:
        """The article after its problems; only a problem where its id was used before."""
        article_id = draft.id or self._made_id(draft.key)
        first = self._first_use(article_id, draft.source.path)
        if first is not None:
            yield self._duplicate(draft, first)
            return
        date = read_date(draft.date, self._settings.date_order)
        outlet = self._settings.outlet or draft.outlet or draft.folder or host_of(draft.url)
        for reason, message in self._complaints(draft, date.failure, outlet):
            found = problem(draft.source, reason, message, fatal=False)
            yield Problem(found.stage, reason, found.message, draft.source, article_id, fatal=False)
        yield Article(
            id=article_id,
            outlet=outlet,
            raw=draft.raw,
            title=draft.title,
            body=draft.body,
            source=draft.source,
            published=date.value,
            url=draft.url,
            event=draft.event,
            byline=draft.byline,
            language=draft.language,
        )

    def _made_id(self, key: str) -> str:
        """The key, with a number behind it where a file has given it as an id before."""
        made, count = key, 1
        while _digest(made) in self._ids:
            count += 1
            made = f"{key}~{count}"
        return made

    def _first_use(self, article_id: str, path: str) -> str | None:
        """The file in which the id was used before; None where this is its first use."""
        file = self._files.setdefault(path, len(self._files))
        first = self._ids.setdefault(_digest(article_id), file | _NEW)
"""

