"""Files that hold files: archives made into the files inside them, archives inside them too."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from slantwise.ingest.archives import Allowance, members, unpacked_copy
from slantwise.ingest.content import is_packed, open_bytes
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.unpacking import Unpacking
from slantwise.records import Problem

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SEEKING = (*_ZIP, b"PAR1", b"ARROW1")
_DOCUMENT = (b"[Content_Types].xml", b"mimetypeapplication/")
_LONGEST_START = 4096


def expanded(file: InputFile, limits: Unpacking) -> Iterator[InputFile | Problem]:
    """The file itself, or the files of the archive that it is, those of archives inside it too.

    A gzipped file of a form that cannot be read from the front is unpacked first. Office
    documents, which are ZIP archives, are themselves. Unpacked copies last until the next file
    is asked for.
    """
    yield from _expanded(file, Allowance(limits), depth=0)


def _expanded(
    file: InputFile, allowance: Allowance, *, depth: int
) -> Iterator[InputFile | Problem]:
    start, packed = _start(file.path)
    if packed and start.startswith(_SEEKING):
        yield from _unpacked(file, allowance, depth=depth)
    elif not start.startswith(_ZIP) or _is_document(file.path, start):
        yield file
    elif depth == allowance.limits.max_depth:
        message = (
            f"the archive lies {depth} archives deep, which is as deep as is read. Unpack it "
            "yourself if you trust it, or raise the limit."
        )
        yield problem(file.source(), "archive-too-deep", message)
    else:
        for member in members(file, allowance):
            if isinstance(member, Problem):
                yield member
            else:
                yield from _expanded(member, allowance, depth=depth + 1)


def _unpacked(
    file: InputFile, allowance: Allowance, *, depth: int
) -> Iterator[InputFile | Problem]:
    with TemporaryDirectory(prefix="slantwise-") as folder:
        try:
            copy = unpacked_copy(file, Path(folder), allowance.limits)
        except (OSError, EOFError, zlib.error) as error:
            message = (
                f"the file cannot be unpacked ({type(error).__name__}: {error}). Save or download "
                "it again."
            )
            yield problem(file.source(), "unreadable-file", message)
            return
        yield from _expanded(copy, allowance, depth=depth)


def _start(path: Path) -> tuple[bytes, bool]:
    """The first bytes, unpacked, and whether they were packed; none where it cannot be read."""
    try:
        with open_bytes(path) as stream:
            return stream.read1(_LONGEST_START), is_packed(path)
    except (OSError, EOFError, zlib.error):
        # The reader meets the same error, and says it.
        return b"", False


def _is_document(path: Path, start: bytes) -> bool:
    """Whether the ZIP archive is an Office, OpenDocument or EPUB file."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return any(mark in start for mark in _DOCUMENT)
    return "[Content_Types].xml" in names or names[:1] == ["mimetype"]
