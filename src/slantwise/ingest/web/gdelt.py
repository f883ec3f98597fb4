"""GDELT's Global Knowledge Graph 2: addresses of articles, without their text.

Tab-separated, no row of names, 27 columns; columns and marks as in GDELT's GKG 2.1 codebook
(http://data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf).
"""

import html
import re
from collections.abc import Iterator, Sequence

from slantwise.ingest.content import Head
from slantwise.ingest.drafts import Listed
from slantwise.ingest.encodings import guess_message
from slantwise.ingest.files import InputFile
from slantwise.ingest.lines import open_text, read_lines
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.web.items import Item, item_draft, said
from slantwise.records import Problem

N_COLUMNS = 27
ID, DATE, COLLECTION, OUTLET, ADDRESS = 0, 1, 2, 3, 4
TRANSLATION, EXTRAS = 25, 26
"""Where the columns stand that are read, from 0."""

_FIRST = re.compile(r"\d{14}-T?\d+\t\d{8}(?:\d{6})?\t\d\t")
_STAMP = re.compile(r"\d{14}")
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>")
_AUTHORS = re.compile(r"<PAGE_AUTHORS>(.*?)</PAGE_AUTHORS>")
_PUBLISHED = re.compile(r"<PAGE_PRECISEPUBTIMESTAMP>(\d{14})</PAGE_PRECISEPUBTIMESTAMP>")
_WEB = "1"


def is_gkg(head: Head) -> bool:
    """Whether the first line begins as rows of the GKG do."""
    return bool(_FIRST.match(head.first_line)) and head.first_line.count("\t") >= ADDRESS


def read_gkg(file: InputFile, settings: IngestSettings) -> Iterator[Listed | Problem]:
    """The rows of the file, in order, as listed articles; a row that is none is a problem.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    guessed = ""
    with open_text(file.path, settings.unpacking) as stream:
        for line in read_lines(stream, settings.max_record_chars):
            source = file.source(f"row {line.number}")
            if line.guessed and line.guessed != guessed:
                guessed = line.guessed
                yield problem(source, "guessed-encoding", guess_message(guessed), fatal=False)
            cells = line.text.rstrip("\r\n").split("\t")
            fault = _too_long(settings) if line.too_long else _fault(cells)
            if fault and (line.too_long or line.text.strip()):
                yield problem(source, "bad-row", f"the row cannot be read: {fault}.")
            elif line.text.strip():
                yield _listed(cells, line.number, file)


def _too_long(settings: IngestSettings) -> str:
    return f"it is longer than {settings.max_record_chars} characters"


def _fault(cells: Sequence[str]) -> str:
    if len(cells) != N_COLUMNS:
        return f"it has {len(cells)} cells; expected the {N_COLUMNS} columns of the GKG"
    if cells[COLLECTION] != _WEB:
        return (
            f"it is no page of the web (collection {cells[COLLECTION]}), so that no text can be "
            "joined to it"
        )
    return ""


def _listed(cells: Sequence[str], number: int, file: InputFile) -> Listed:
    extras = cells[EXTRAS]
    precise = _PUBLISHED.search(extras)
    date, place = (precise[1], "PAGE_PRECISEPUBTIMESTAMP") if precise else (cells[DATE], "DATE")
    title, authors = _TITLE.search(extras), _AUTHORS.search(extras)
    item = Item(
        number=number,
        record=f"row {number}",
        title=" ".join(html.unescape(title[1]).split()) if title else "",
        paragraphs=(),
        fields=said(
            id=(cells[ID], "GKGRECORDID"),
            outlet=(cells[OUTLET], "SourceCommonName"),
            date=(f"{date}Z" if _STAMP.fullmatch(date) else date, place),
            url=(cells[ADDRESS], "DocumentIdentifier"),
            byline=(_names(authors[1]) if authors else "", "PAGE_AUTHORS"),
        ),
        places={"title": "PAGE_TITLE"},
    )
    return Listed(item_draft(item, file))


def _names(written: str) -> str:
    return ", ".join(name.strip() for name in html.unescape(written).split(";") if name.strip())
