"""Rows of tables and records of JSON files, as articles.

What the readers of records share: the row's columns in, a draft or the problem with it out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from slantwise.ingest.blocks import blocks_in, tight
from slantwise.ingest.columns import ColumnMap, map_columns
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.values import text_of
from slantwise.records import Problem, Span

_LOOKED_AT = 50
"""Records looked at before a file counts as holding no articles."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file.

    Attributes:
        number: counted from 1; part of the id where the file gives none.
        record: how it is named ("row 3", "line 12"); empty where it is the whole file.
        values: its values by column.
        notes: what to report beside the article.
    """

    number: int
    record: str
    values: Mapping[str, Any]
    notes: tuple[Note, ...] = ()


def column_problem(
    names: Iterable[str], file: InputFile, settings: IngestSettings
) -> Problem | None:
    """Why a table with these columns holds no articles; None where it can.

    Not fatal for a file met in a folder that has neither a headline nor a text: it is likely
    something else, such as labels.
    """
    columns = map_columns(names, settings.columns)
    if columns.has_text:
        return None
    if columns.is_of_articles or file.named or settings.format:
        return problem(file.source(), "missing-column", columns.complaint())
    return _not_articles(file, columns.found)


def drafts_from_rows(
    rows: Iterable[Row | Problem], file: InputFile, settings: IngestSettings
) -> Iterator[Draft | Problem]:
    """A draft or a problem for each row, in order.

    A file in a folder whose first records have neither headline nor text is no file of
    articles: one problem, and nothing more is read of it.
    """
    mapper = _Mapper(settings)
    source = iter(rows)
    first = [] if file.named or settings.format else mapper.up_to_an_article(source)
    names = next((tuple(row.values) for row in first if isinstance(row, Row)), None)
    if names is not None and not mapper.any_of_articles(first):
        yield _not_articles(file, names)
        return
    for row in chain(first, source):
        yield row if isinstance(row, Problem) else _draft(row, mapper.of(row), file)


class _Mapper:
    """Finds the columns of each row; rows with the same columns are looked up once."""

    def __init__(self, settings: IngestSettings) -> None:
        self._chosen = settings.columns
        self._known: dict[tuple[str, ...], ColumnMap] = {}

    def of(self, row: Row) -> ColumnMap:
        names = tuple(row.values)
        found = self._known.get(names)
        if found is None:
            if len(self._known) > 1000:
                self._known.clear()
            found = self._known[names] = map_columns(names, self._chosen)
        return found

    def any_of_articles(self, rows: Iterable[Row | Problem]) -> bool:
        return any(isinstance(row, Row) and self.of(row).is_of_articles for row in rows)

    def up_to_an_article(self, rows: Iterator[Row | Problem]) -> list[Row | Problem]:
        """The first rows, no more than it takes to see that the file is one of articles."""
        looked_at: list[Row | Problem] = []
        for row in islice(rows, _LOOKED_AT):
            looked_at.append(row)
            if self.any_of_articles((row,)):
                break
        return looked_at


def _not_articles(file: InputFile, names: tuple[str, ...]) -> Problem:
    found = ", ".join(map(repr, names[:12]))
    message = (
        f"the file is passed over: its records hold neither headline nor text (found {found}). "
        "If they are articles, say which column is the text with --columns body=NAME."
    )
    return problem(file.source(), "not-an-article", message, fatal=False)


def _draft(row: Row, columns: ColumnMap, file: InputFile) -> Draft | Problem:
    source = file.source(row.record)
    if not columns.has_text:
        return problem(source, "missing-column", columns.complaint())
    values = {name: row.values[column] for name, column in columns.by_field.items()}
    title, text = text_of(values.pop("title", None)), text_of(values.pop("body"), "\n\n")
    raw = f"{title}\n\n{text}" if title.strip() else text
    start = len(raw) - len(text)
    body = blocks_in(raw, Span(start, len(raw)))
    if not body:
        column = columns.by_field["body"]
        message = (
            f"the article has no text: {column!r} is empty. Leave the record out, or name "
            "another column with --columns body=NAME."
        )
        return problem(source, "no-text", message)
    return Draft(
        source=source,
        raw=raw,
        title=tight(raw, Span(0, len(title))) if start else None,
        body=body,
        key=f"{file.key}#{row.number}" if row.record else file.key,
        named=file.named,
        notes=row.notes,
        origins=columns.origins,
        addresses=(),
        **{name: text_of(value).strip() for name, value in values.items()},
    )
