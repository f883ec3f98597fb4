"""The last stage of the pipeline: a comparison and its articles become a folder to read."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from slantwise.records.comparison import Comparison
from slantwise.report.collecting import Articles, collect
from slantwise.report.csv import tables
from slantwise.report.evidence import Evidence
from slantwise.report.extras import Extras, extra_markdown, extra_tables, with_extras
from slantwise.report.files import MANIFEST, Content, as_bytes, write_all
from slantwise.report.html import html
from slantwise.report.markdown import markdown
from slantwise.report.numbering import Numbering, number
from slantwise.report.parts import FOLDER, carried
from slantwise.report.pdf import pdf, require_pdf
from slantwise.report.redaction import redacted_comparison
from slantwise.report.settings import ReportFiles, ReportSettings
from slantwise.report.views.page import Page, page

HTML, MARKDOWN, PDF = "report.html", "report.md", "report.pdf"
TABLES = "tables/"


def write(
    comparison: Comparison,
    articles: Articles,
    out: Path,
    *,
    settings: ReportSettings,
    extras: Extras | None = None,
) -> ReportFiles:
    """Writes the report into the folder `out` and says which files it holds.

    Writes `report.html` (one file that works offline), `report.md`, `tables/*.csv` and
    `manifest.json` (signature, and size and digest of every other file); `report.pdf` where it
    is asked for, and `evidence/*.js` where the page cannot carry its evidence. The same input
    gives the same bytes, save those of the PDF. Files of an earlier report in `out` are replaced
    one by one, the manifest last.

    Args:
        comparison: the figures.
        articles: every article that the comparison counts; read once, in order.
        out: a folder; made where it is missing.
        settings: how much to show.
        extras: what further sections are made of; None for none.

    Raises:
        RunError: the articles are not those of the comparison, or one stands twice.
        SettingsError: `out` is a file, or a PDF is asked for without the extra `pdf`.
        OSError: the disk refuses.
    """
    if settings.pdf:
        require_pdf()
    shown_extras = extras or Extras()
    told = shown_extras.told()
    if settings.redact:
        comparison, shown_extras = redacted_comparison(comparison), shown_extras.redacted()
    numbering = number(comparison)
    collected = collect(
        comparison,
        articles,
        numbering,
        told=told,
        redact=settings.redact,
        min_confidence=settings.min_confidence,
    )
    with closing(collected) as evidence:
        return _written(out, (comparison, evidence, numbering), settings, shown_extras)


def _written(
    out: Path,
    told: tuple[Comparison, Evidence, Numbering],
    settings: ReportSettings,
    extras: Extras,
) -> ReportFiles:
    """Write what was gathered."""
    comparison, evidence, numbering = told
    csvs: dict[str, Content] = {
        name: as_bytes(content) if isinstance(content, str) else content
        for name, content in (
            *tables(comparison, evidence, numbering).items(),
            *extra_tables(extras, evidence).items(),
        )
    }
    shown = page(comparison, evidence.articles, numbering, settings=settings)
    shown = replace(with_extras(shown, extras, evidence), files=tuple(sorted(csvs)))
    most = settings.max_page_bytes
    parts = carried(evidence, comparison, numbering, max_bytes=most)
    content = as_bytes(html(shown, parts))
    if not parts.parts and len(content) > most:
        parts = carried(evidence, comparison, numbering, max_bytes=0)
        content = as_bytes(html(shown, parts))
    files: dict[str, Content] = {
        HTML: content,
        MARKDOWN: as_bytes(_markdown(shown)),
        **{f"{TABLES}{name}": table for name, table in csvs.items()},
        **parts.parts,
    }
    if settings.pdf:
        files[PDF] = pdf(shown)
    write_all(out, files, signature={**comparison.signature, **extras.signed()})
    return _named(out, files)


def _named(out: Path, files: Iterable[str]) -> ReportFiles:
    names = list(files)
    return ReportFiles(
        html=out / HTML,
        markdown=out / MARKDOWN,
        tables=tuple(out / name for name in names if name.startswith(TABLES)),
        manifest=out / MANIFEST,
        evidence=tuple(out / name for name in names if name.startswith(f"{FOLDER}/")),
        pdf=out / PDF if PDF in names else None,
    )


def _markdown(shown: Page) -> str:
    further = "".join(f"\n{block}\n" for block in extra_markdown(shown))
    return markdown(shown) + further
