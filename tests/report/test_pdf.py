"""PDF: asked for without its extra, it names the command; with it, a file is written."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from slantwise.errors import SettingsError
from slantwise.report import ReportSettings, pdf, write


def test_without_the_extra_the_message_names_the_command(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"pip install 'slantwise\[pdf\]'"):
        write(run.comparison, run.articles, tmp_path / "out", settings=ReportSettings(pdf=True))
    assert not (tmp_path / "out").exists()


def test_every_shape_gets_its_colour() -> None:
    shape = '<svg class="fig w190" viewBox="0 0 190 18"><circle class="pt c1" cx="4"/></svg>'
    painted = pdf.painted(f"<p class='pt'>{shape}</p>")
    assert 'width="190" height="18"' in painted
    assert '<circle fill="#e69f00" stroke="#1b1b1a" stroke-width="1.2" cx="4"/>' in painted
    assert "<p class='pt'>" in painted


@pytest.mark.skipif(find_spec("weasyprint") is None, reason="the extra pdf is not installed")
def test_the_pdf_is_written_and_named_in_the_manifest(run, tmp_path: Path) -> None:
    files = write(run.comparison, run.articles, tmp_path, settings=ReportSettings(pdf=True))
    assert files.pdf is not None
    assert files.pdf.read_bytes().startswith(b"%PDF-")
    assert '"report.pdf"' in files.manifest.read_text()
