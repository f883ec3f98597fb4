"""Articles as the crawler news-please saves them (https://github.com/fhamborg/news-please)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.json_values import json_rows
from slantwise.ingest.rows import Row, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

_TEXT = re.compile(r'"maintext"\s*:')
_MARKS = re.compile(r'"(?:source_domain|date_publish|date_download|title_page|title_rss)"\s*:')
_USED = ("maintext", "title", "date_publish", "source_domain", "authors", "language", "url")


def is_news_please(head: Head) -> bool:
    """Whether the text is JSON with `maintext` and another name that only news-please gives."""
    return (
        head.text.lstrip()[:1] in ("{", "[")
        and bool(_TEXT.search(head.text))
        and bool(_MARKS.search(head.text))
    )


def read_news_please(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order: one object, an array of them, or one a line.

    The date of download is never taken for that of publication.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    own = replace(settings, columns={}, format=settings.format or "news-please")
    yield from drafts_from_rows(_rows(json_rows(file, settings)), file, own)


def _rows(rows: Iterator[Row | Problem]) -> Iterator[Row | Problem]:
    for row in rows:
        if isinstance(row, Problem):
            yield row
        else:
            yield replace(row, values={"maintext": None} | _used(row))


def _used(row: Row) -> dict[str, object]:
    return {name: row.values[name] for name in _USED if name in row.values}
