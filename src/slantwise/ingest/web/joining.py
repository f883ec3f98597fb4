"""Texts by the addresses they were published under, for lists that give addresses alone.

The texts are read once, and lie in a file of SQLite until the run ends: a crawl of any size
may stand beside a list, and what is listed is looked up in the list's order.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from slantwise.ingest.addresses import comparable
from slantwise.ingest.drafts import Draft, Listed, Note
from slantwise.ingest.problems import problem, shown
from slantwise.records import Origin, Problem, Source, Span

_SPARED = 1000
"""Texts between two writes to the disk."""

_TABLES = """
CREATE TABLE texts (number INTEGER PRIMARY KEY, draft TEXT NOT NULL);
CREATE TABLE addresses (address TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
"""
_METADATA = ("id", "outlet", "date", "byline", "section", "language", "event")
_NO_TEXTS = (
    "the row gives an address and no text. Save the pages, and name the folder, the WARC file or "
    "the JSON Lines file that holds them with --texts."
)


class Joiner:
    """Gives listed articles their text. Used as a context, it removes its file at the end."""

    def __init__(self, texts: Iterable[Draft | Problem] | None) -> None:
        """Take the texts, which are read when the first listed article comes; None for none."""
        self._texts = texts
        self._folder: TemporaryDirectory[str] | None = None
        self._store: sqlite3.Connection | None = None
        self._seen: set[bytes] = set()

    def __enter__(self) -> "Joiner":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._store is not None:
            self._store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def joined(self, listed: Listed) -> Iterator[Draft | Problem]:
        """The listed article with its text, or the problem that there is none for it.

        Problems met while the texts were read come before the first. An address listed before
        is a problem too, or the article would count twice.
        """
        address = comparable(listed.draft.url)
        if self._texts is not None and self._store is None:
            yield from self._filled(self._texts)
        if address and not self._is_first(address):
            message = (
                f"the address {shown(listed.draft.url, 200)} was listed before; it counts once."
            )
            yield problem(listed.draft.source, "listed-twice", message)
            return
        text = self._found(address) if address else None
        yield _with_text(listed.draft, text) if text else self._without_text(listed.draft)

    def _is_first(self, address: str) -> bool:
        digest = blake2b(address.encode(), digest_size=8).digest()
        if digest in self._seen:
            return False
        self._seen.add(digest)
        return True

    def _filled(self, texts: Iterable[Draft | Problem]) -> Iterator[Problem]:
        """Read the texts into the store."""
        self._folder = TemporaryDirectory(prefix="slantwise-")
        self._store = sqlite3.connect(Path(self._folder.name) / "texts.sqlite")
        self._store.executescript(_TABLES)
        for number, text in enumerate(texts):
            if isinstance(text, Problem):
                yield text
                continue
            found = {comparable(each) for each in (text.url, *text.addresses)} - {""}
            if not found:
                message = (
                    "nothing says under which address this text was published, so it is joined to "
                    "no row of a list. Save the page whole, or add a column 'url'."
                )
                yield problem(text.source, "no-address", message, fatal=False)
                continue
            self._keep(number, text, sorted(found))
        self._store.commit()

    def _keep(self, number: int, text: Draft, addresses: list[str]) -> None:
        """Of two texts under one address, the first is kept."""
        if self._store is None:
            raise RuntimeError("the store is filled before it is made")
        self._store.execute("INSERT INTO texts VALUES (?, ?)", (number, _packed(text)))
        self._store.executemany(
            "INSERT OR IGNORE INTO addresses VALUES (?, ?)",
            [(address, number) for address in addresses],
        )
        if number % _SPARED == 0:
            self._store.commit()

    def _found(self, address: str) -> Draft | None:
        if self._store is None:
            return None
        query = "SELECT draft FROM texts JOIN addresses USING (number) WHERE address = ?"
        with closing(self._store.execute(query, (address,))) as rows:
            row = rows.fetchone()
        return _unpacked(row[0]) if row else None

    def _without_text(self, draft: Draft) -> Draft | Problem:
        if draft.body:
            return draft
        if self._texts is None:
            return problem(draft.source, "no-text", _NO_TEXTS)
        message = (
            f"none of the texts given has the address {shown(draft.url, 200)}, so that the row "
            "stays without text. Save that page too."
        )
        return problem(draft.source, "no-text", message)


def _with_text(listed: Draft, text: Draft) -> Draft:
    """The text with what the list says of it; what the list leaves open, as the text has it."""
    from_list = {name: getattr(listed, name) for name in _METADATA if getattr(listed, name)}
    places = {
        origin.field: origin.place
        for origin in text.origins
        if origin.field in ("title", "body") or getattr(text, origin.field)
    }
    origins = {name: f"{text.source}: {place}" for name, place in places.items()}
    origins.setdefault("body", f"{text.source}: text")
    for origin in listed.origins:
        if origin.field in from_list or origin.field == "url":
            origins[origin.field] = f"{listed.source}: {origin.place}"
    return replace(
        text,
        source=listed.source,
        key=listed.key,
        folder="",
        named=listed.named,
        url=listed.url,
        notes=(*(note for note in listed.notes if note.reason != "summary-only"), *text.notes),
        origins=tuple(Origin(name, place) for name, place in origins.items()),
        **from_list,
    )


def _packed(draft: Draft) -> str:
    values: dict[str, Any] = {name: getattr(draft, name) for name in (*_METADATA, "raw", "url")}
    values["source"] = [draft.source.path, draft.source.record]
    values["title"] = [draft.title.start, draft.title.end] if draft.title else None
    values["body"] = [[span.start, span.end] for span in draft.body]
    values["notes"] = [[note.reason, note.message] for note in draft.notes]
    values["origins"] = [[origin.field, origin.place] for origin in draft.origins]
    return json.dumps(values)


def _unpacked(packed: str) -> Draft:
    values = json.loads(packed)
    values["source"] = Source(*values["source"])
    values["title"] = Span(*values["title"]) if values["title"] else None
    values["body"] = tuple(Span(*span) for span in values["body"])
    values["notes"] = tuple(Note(*note) for note in values["notes"])
    values["origins"] = tuple(Origin(*origin) for origin in values["origins"])
    return Draft(key="", **values)
