"""Tables of addresses without text: the CSV that Media Cloud exports, and others like it."""

import re
from collections.abc import Iterator

from slantwise.ingest.columns import folded, map_columns
from slantwise.ingest.content import Head
from slantwise.ingest.delimited import table_rows
from slantwise.ingest.dialects import column_names
from slantwise.ingest.drafts import Listed
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import Row
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.values import text_of
from slantwise.ingest.web.items import Item, item_draft, said
from slantwise.records import Problem

_NAME = re.compile(r"media.?name", re.IGNORECASE)
_MEDIA_CLOUD = frozenset(map(folded, ("media_name", "media_url", "publish_date", "url")))


def is_media_cloud(head: Head) -> bool:
    """Whether the text is a table with the columns that Media Cloud gives, and none for a text."""
    if not _NAME.search(head.first_line):
        return False
    names = column_names(head)
    return set(map(folded, names)) >= _MEDIA_CLOUD and not map_columns(names, head.columns).has_text


def read_url_list(file: InputFile, settings: IngestSettings) -> Iterator[Listed | Problem]:
    """The rows of the table, in order, as listed articles.

    Forced on any other table, it takes the column of addresses by its usual name, or as the
    settings name it.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    for row in table_rows(file, settings):
        yield row if isinstance(row, Problem) else _listed(row, file, settings)


def _listed(row: Row, file: InputFile, settings: IngestSettings) -> Listed | Problem:
    columns = map_columns(row.values, settings.columns).by_field
    source = file.source(row.record)
    if "url" not in columns:
        message = (
            f"no column holds the address; found {', '.join(map(repr, row.values))}. Say which it "
            "is with --columns url=NAME."
        )
        return problem(source, "missing-column", message)
    found = {
        name: (row.values[column], repr(column))
        for name, column in columns.items()
        if name not in ("title", "body", "event")
    }
    item = Item(
        number=row.number,
        record=row.record,
        title=" ".join(text_of(row.values.get(columns.get("title", ""))).split()),
        paragraphs=(),
        fields=said(**found),
        places={"title": repr(columns.get("title", ""))},
        notes=row.notes,
    )
    return Listed(item_draft(item, file))
