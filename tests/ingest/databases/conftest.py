"""Small exports in each database's layout, of text that we wrote: `exports/`, and a DOCX."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

EXPORTS = Path(__file__).parent / "exports"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Line = str | tuple[str, str]
"""A paragraph of a DOCX: its text, or a bookmark and its text; "\\n" is a line break."""

NEXIS_DOCX: Sequence[Line] = (
    "User Name: A READER",
    "Date and Time: Monday, March 9, 2026 7:08:00 PM GMT",
    "Documents (3)",
    "1. Bridge over the Orr is closed",
    "Client/Matter: -None-",
    "2. Both sides claim the harbour vote",
    "3. Ferry fares to rise",
    ("Bookmark_1", ""),
    "Bridge over the Orr is closed",
    "The Example(London)",
    "March 2, 2026 Monday 9:20 AM GMT",
    "",
    "\nCopyright 2026 Example Newspapers Limited All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 4",
    "Length:\u00a028 words",
    "Byline:\u00a0Ann Lee in Orrmouth",
    "Highlight:\u00a0Engineers found cracks in its piers",
    ("Body", "Body"),
    "",
    "ABSTRACT",
    "What the abstract says is not the article.",
    "FULL TEXT",
    "The bridge over the Orr was closed on Monday after engineers found cracks in its piers.",
    "Length: of the detour, ten miles, drivers said.",
    "\nhttps://example.test/news/bridge",
    ("Classification", "Classification"),
    "",
    "Language:\u00a0ENGLISH",
    "\nPublication-Type:\u00a0Newspaper",
    "\nSubject:\u00a0BRIDGES (93%); RIVERS (71%)",
    "\nLoad-Date:\u00a0March 2, 2026",
    "",
    "\nEnd of Document",
    "",
    ("Bookmark_2", ""),
    "HARBOUR;\nBoth sides claim the harbour vote  - Correction Appended",
    " The Sample Post",
    "March 3, 2026 Tuesday,  Late Edition - Final",
    "\n Correction Appended",
    "\nCopyright 2026 The Sample Post Company",
    "Length:\u00a024 words",
    ("Body_0", "Body"),
    "",
    "Unionists and reformers each said on Tuesday that the vote on the harbour was theirs.",
    "The count ends on Friday, the clerk said.",
    ("Correction", "Correction"),
    "A picture caption misnamed the clerk.",
    "\nGraphic",
    "",
    "PHOTO: The clerk at her desk",
    "\nLoad-Date:\u00a0March 3, 2026",
    "",
    "\nEnd of Document",
    ("Bookmark_3", ""),
    "Ferry fares to rise",
    "Beispiel Kurier",
    "4. März 2026 Mittwoch 11:21 PM GMT+1",
    "Length:\u00a08 words",
    ("Body_1", "Body"),
    "Fares rise by a tenth in May.",
    "\nEnd of Document",
)


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """Makes a DOCX of paragraphs (`Line`)."""
    return _docx


def _docx(lines: Sequence[Line], *, before: str = "", extra: str = "") -> bytes:
    body = "".join(map(_paragraph, lines))
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<w:document xmlns:w="{W}"><w:body>'
        f"{body}{extra}</w:body></w:document>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", "<w:styles/>")
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def _paragraph(line: Line) -> str:
    mark, text = line if isinstance(line, tuple) else ("", line)
    start = f'<w:bookmarkStart w:id="1" w:name={quoteattr(mark)}/>' if mark else ""
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in text.split("\n")
    )
    return f'<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>{start}{runs}</w:p>'


@pytest.fixture(scope="session")
def exports() -> Mapping[str, bytes]:
    """A small export by the name of its format; several of one format have a number behind it."""
    return {
        "nexis-docx": _docx(NEXIS_DOCX),
        **{path.stem: path.read_bytes() for path in sorted(EXPORTS.iterdir())},
    }
