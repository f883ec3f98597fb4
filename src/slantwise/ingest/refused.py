"""Forms that are recognised and cannot be read yet: better refused than read as something else."""

import re
from collections.abc import Mapping

from slantwise.ingest.content import Head

_BYTES: Mapping[bytes, str] = {
    b"%PDF": "a PDF document. Save its text as a .txt file",
    b"PK\x03\x04": "a DOCX, XLSX, OpenDocument or EPUB file. Save it as text or CSV",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office document. Save it as text or CSV",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive. Unpack it",
    b"BZh": "a bzip2 archive. Unpack it",
    b"\xfd7zXZ": "an xz archive. Unpack it",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive. Unpack it",
    b"SQLite format 3": "an SQLite database. Export the articles as CSV",
}
_TEXTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (r"(?sm).{0,2000}?^Content-Type: multipart/related", "a web archive (MHTML). Save as HTML"),
        (r"\s*<\?xml(?!.{0,500}<(?:!doctype )?html)", "an XML file"),
        (r"\s*<(?:nitf|xmi)\b", "an XML file"),
    )
)
_LATER = ". Save the articles as text, CSV or JSON Lines; this form is not read yet"


def refusal(head: Head) -> str:
    """What the file is and what to do instead; empty where it is no form known to be unreadable."""
    for start, what in _BYTES.items():
        if head.content.startswith(start):
            return what
    for pattern, what in _TEXTS:
        if pattern.match(head.text):
            return what if ". " in what else what + _LATER
    return ""
