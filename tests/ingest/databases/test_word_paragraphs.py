import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from slantwise.ingest.databases import word_paragraphs
from slantwise.ingest.databases.word_paragraphs import Paragraph, paragraphs
from slantwise.ingest.databases.xml_elements import RefusedXmlError

Docx = Callable[..., bytes]


def _read(content: bytes) -> list[Paragraph]:
    return list(paragraphs(io.BytesIO(content)))


def test_text_breaks_and_bookmarks(make_docx: Docx) -> None:
    found = _read(make_docx(["One\ntwo", ("Mark", "three")]))
    assert found == [Paragraph("One\ntwo"), Paragraph("three", ("Mark",))]


def test_text_boxes_are_left_out(make_docx: Docx) -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:p><w:r><w:t>A</w:t><w:pict>{inner}</w:pict></w:r></w:p>"
    assert [p.text for p in _read(make_docx([], extra=box))] == ["A"]


def test_a_file_that_unpacks_without_end_is_given_up(make_docx: Docx) -> None:
    text = "<w:p><w:r><w:t>" + "a" * 900_000 + "</w:t></w:r></w:p>"
    content = make_docx(["One"], extra=text * 60)  # 54 MB, of which 60 KB are left when packed
    assert len(content) < 100_000
    tracemalloc.start()
    with pytest.raises(RefusedXmlError, match="unpacks to more than 50000000 bytes"):
        for _ in paragraphs(io.BytesIO(content)):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_paragraphs_without_end_are_given_up(
    make_docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_paragraphs, "_MOST_PARAGRAPHS", 50)
    with pytest.raises(RefusedXmlError, match="more than 50 paragraphs"):
        _read(make_docx(["One"], extra="<w:p/>" * 60))


def test_a_paragraph_without_end_is_given_up(make_docx: Docx) -> None:
    extra = "<w:p>" + "<w:r><w:t>word </w:t></w:r>" * 800_000 + "</w:p>"  # 22 MB
    with pytest.raises(RefusedXmlError, match="longer than 16000000 bytes"):
        _read(make_docx(["One"], extra=extra))


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE d SYSTEM "http://example.test/d.dtd">',
    ],
)
def test_declared_entities_are_refused(make_docx: Docx, before: str) -> None:
    extra = "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" if "ENTITY" in before else ""
    with pytest.raises(RefusedXmlError, match="declares"):
        _read(make_docx(["One"], before=before, extra=extra))


def test_what_is_no_docx_is_refused(make_docx: Docx) -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/styles.xml", "")
    for content in (b"", b"PK\x03\x04", empty.getvalue(), make_docx(["One"])[:60]):
        with pytest.raises(RefusedXmlError, match=r"no sound (?:DOCX|XML)"):
            _read(content)


def test_broken_xml_is_refused_behind_what_is_whole(make_docx: Docx) -> None:
    found = paragraphs(io.BytesIO(make_docx(["One"], extra="<w:p><w:r></w:p>")))
    assert next(found).text == "One"
    with pytest.raises(RefusedXmlError, match="no sound XML"):
        next(found)
