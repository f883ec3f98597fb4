"""Drafts made into articles: outlet, date and a unique id settled, problems beside them."""

from collections.abc import Iterator
from hashlib import blake2b

from slantwise.ingest.dates import DateReading, read_date
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.page_metadata import host_of
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.settings import IngestSettings
from slantwise.outlets import OutletTable, agencies_of
from slantwise.records import Article, Origin, Problem

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
_NO_OUTLET = (
    "nothing says which outlet published this article (said once a file), so it cannot be "
    "compared. Name it with --outlet, with --columns outlet=NAME, by a line such as "
    "'Outlet: The Example' at the top of a text file, or by the folder's name."
)
_FROM_FOLDER = (
    "the file names no outlet, so the name of its folder, {folder}, is taken for it. Name it with "
    "--outlet, or by a line such as 'Outlet: The Example' at the top."
)


class Settler:
    """Makes the articles of one run out of drafts, in the order in which they come.

    It holds a number for each id and the path of each file, and nothing else of an article.
    """

    def __init__(self, settings: IngestSettings, outlets: OutletTable | None = None) -> None:
        """Begin a run in which no id is used yet.

        Args:
            settings: how files are read.
            outlets: what names of outlets and marks of agencies are looked up in.
        """
        self._settings = settings
        self._outlets = outlets or OutletTable()
        self._paths: list[str] = []
        self._first_file: dict[int, int] = {}
        self._without_outlet: set[str] = set()

    def settle(self, draft: Draft) -> Iterator[Article | Problem]:
        """The article after its problems; only a problem where its id was used before."""
        article_id = draft.id or self._made_id(draft.key)
        first = self._claim(article_id, draft.source.path)
        if first:
            message = (
                f"the id {shown(article_id)} was used before, in {first}; that article is kept "
                "and this one left out. Give each article its own id."
            )
            yield problem(draft.source, "duplicate-id", message, article_id=article_id)
            return
        date = read_date(draft.date, self._settings.date_order)
        given = self._settings.outlet or draft.outlet
        notes = [*draft.notes, *_date_note(draft, date.failure), *self._outlet_note(draft, given)]
        for note in notes:
            yield problem(
                draft.source, note.reason, note.message, fatal=False, article_id=article_id
            )
        yield self._article(draft, article_id, date, given=given)

    def _article(self, draft: Draft, article_id: str, date: DateReading, *, given: str) -> Article:
        """The draft as an article; `given` is the outlet as the user or the file names it."""
        written = given or draft.folder or host_of(draft.url)
        outlet = self._outlet(given or draft.folder, draft.url) or written
        return Article(
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
            section=draft.section,
            language=draft.language,
            origins=_origins(draft, self._settings.outlet),
            precision=date.precision,
            outlet_given=written if written != outlet else "",
            agencies=agencies_of(
                draft.byline, [span.of(draft.raw) for span in draft.body], self._outlets
            ),
        )

    def _outlet(self, written: str, url: str) -> str:
        """The name that the table counts the outlet under; empty where it knows none.

        What the user says with --outlet stands as it is.
        """
        if self._settings.outlet:
            return ""
        found = self._outlets.resolve(written, url)
        return found.name if found else ""

    def _made_id(self, key: str) -> str:
        """The key, with a number behind it where a file has given just that as an id before."""
        made, count = key, 1
        while _digest(made) in self._first_file:
            count += 1
            made = f"{key}~{count}"
        return made

    def _claim(self, article_id: str, path: str) -> str:
        """The file in which the id was used before; empty where this is its first use."""
        if self._paths[-1:] != [path]:
            self._paths.append(path)
        digest = _digest(article_id)
        first = self._first_file.get(digest)
        if first is not None:
            return self._paths[first]
        self._first_file[digest] = len(self._paths) - 1
        return ""

    def _outlet_note(self, draft: Draft, given: str) -> Iterator[Note]:
        """That there is no outlet, once a file; that a folder's name was taken for one."""
        path = draft.source.path
        if not given and draft.folder and draft.named:
            yield Note("outlet-from-folder", _FROM_FOLDER.format(folder=shown(draft.folder)))
        elif not (given or draft.folder or host_of(draft.url) or path in self._without_outlet):
            self._without_outlet.add(path)
            yield Note("no-outlet", _NO_OUTLET)


def _origins(draft: Draft, outlet: str) -> tuple[Origin, ...]:
    """Where the fields that the article has were read; that of the outlet as it was settled."""
    found = [
        Origin("published", origin.place) if origin.field == "date" else origin
        for origin in draft.origins
        if (origin.field != "outlet" or not outlet) and getattr(draft, origin.field)
    ]
    if outlet:
        found.append(Origin("outlet", "--outlet"))
    elif not draft.outlet and draft.folder:
        found.append(Origin("outlet", "name of the folder"))
    elif not draft.outlet and host_of(draft.url):
        found.append(Origin("outlet", "host of the address"))
    return tuple(found)


def _date_note(draft: Draft, failure: str) -> Iterator[Note]:
    if failure:
        message = _DATE_MESSAGES[failure].format(date=shown(draft.date.strip()))
        yield Note(failure, message)


def _digest(article_id: str) -> int:
    """Eight bytes: two of a million ids fall together once in 37 million runs."""
    return int.from_bytes(blake2b(article_id.encode(), digest_size=8).digest())
