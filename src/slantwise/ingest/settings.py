"""What a researcher may set about reading; everything else is recognised from the content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from slantwise.errors import SettingsError
from slantwise.ingest.columns import FIELDS
from slantwise.ingest.unpacking import Unpacking

DateOrder = Literal["", "day-first", "month-first"]


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """How files are read.

    Attributes:
        columns: column of the file for a field of the article ({"title": "headline"}); fields
            not named here are found by the usual names of columns.
        outlet: outlet of every article, over what the files say; empty for none.
        format: name of the format to read every file as; empty to recognise it by content.
        date_order: how 04/05/2021 is to be read; empty leaves such a date out, with a problem.
        max_record_chars: longest record read, in characters; a longer one is a problem, so that
            no single line or file fills the memory.
        texts: files and folders of pages or articles that give lists of addresses (Media Cloud,
            GDELT, feeds) their text, by address; nothing else of them is read.
        unpacking: limits on packed files.

    Raises:
        SettingsError: a field that articles do not have, or a limit below 1.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    outlet: str = ""
    format: str = ""
    date_order: DateOrder = ""
    max_record_chars: int = 20_000_000
    texts: tuple[Path, ...] = ()
    unpacking: Unpacking = field(default_factory=Unpacking)

    def __post_init__(self) -> None:
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise SettingsError(
                f"an article has no field {', '.join(map(repr, unknown))}; "
                f"expected some of {', '.join(FIELDS)}, as in title=headline"
            )
        if self.max_record_chars < 1:
            raise SettingsError(f"max_record_chars is {self.max_record_chars}; expected at least 1")


def parse_columns(text: str) -> dict[str, str]:
    """The columns named in "field=column,field=column"; empty for an empty text.

    Raises:
        SettingsError: a part without "=", or a field named twice.

    >>> parse_columns("title=headline, body=full text")
    {'title': 'headline', 'body': 'full text'}
    """
    columns: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not (name and equals and column):
            raise SettingsError(f"{part!r} names no column; expected FIELD=COLUMN")
        if name in columns:
            raise SettingsError(f"the field {name!r} is given two columns; expected one")
        columns[name] = column
    return columns
