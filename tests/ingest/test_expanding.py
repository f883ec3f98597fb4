import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from slantwise.ingest.expanding import expanded
from slantwise.ingest.files import InputFile
from slantwise.ingest.unpacking import Unpacking

Put = Callable[..., Path]


def office(first: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(first, "application/epub+zip")
        archive.writestr("content.xml", "<x/>")
    return stream.getvalue()


def test_plain_and_gzipped_text_are_themselves(put: Put) -> None:
    for path in (put("a.txt", "x"), put("b.txt.gz", gzip.compress(b"x"))):
        assert list(expanded(InputFile(path, "a"), Unpacking())) == [InputFile(path, "a")]


def test_documents_that_are_archives_are_themselves(put: Put) -> None:
    for first in ("[Content_Types].xml", "mimetype"):
        path = put("a", office(first))
        assert list(expanded(InputFile(path, "a"), Unpacking())) == [InputFile(path, "a")]
        cut_off = put("b", office(first)[:-30])
        assert list(expanded(InputFile(cut_off, "b"), Unpacking())) == [InputFile(cut_off, "b")]


def test_a_gzipped_document_is_unpacked_under_its_name(put: Put) -> None:
    path = put("report.docx.gz", gzip.compress(office("[Content_Types].xml")))
    for file in expanded(InputFile(path, "a"), Unpacking()):
        assert isinstance(file, InputFile)
        assert (file.path.name, file.source().path) == ("report.docx", str(path))
        assert file.path.read_bytes() == office("[Content_Types].xml")
        copy = file.path
    assert not copy.exists()


def test_a_file_that_is_gone_is_left_to_its_reader(tmp_path: Path) -> None:
    gone = InputFile(tmp_path / "no", "no")
    assert list(expanded(gone, Unpacking())) == [gone]
