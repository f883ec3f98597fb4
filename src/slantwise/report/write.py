"""The last stage of the pipeline: a comparison and its articles become a folder to read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from slantwise.records import AnalysedArticle
from slantwise.records.comparison import Comparison
from slantwise.report.csv import tables
from slantwise.report.evidence import collect
from slantwise.report.extras import Extras, extra_markdown, extra_tables, with_extras
from slantwise.report.files import MANIFEST, as_bytes, write_all
from slantwise.report.html import html
from slantwise.report.markdown import markdown
from slantwise.report.numbering import number
from slantwise.report.parts import carried
from slantwise.report.pdf import pdf, require_pdf
from slantwise.report.redaction import redacted_comparison
from slantwise.report.settings import ReportFiles, ReportSettings
from slantwise.report.views.page import Page, page

PDF = "report.pdf"


def write(
    comparison: Comparison,
    articles: Iterable[AnalysedArticle],
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
    counted = _counted(articles, settings.min_confidence)
    evidence = collect(comparison, counted, numbering, told=told, redact=settings.redact)
    shown = page(comparison, evidence.articles, numbering, settings=settings)
    shown = with_extras(shown, shown_extras, evidence)
    csvs = tables(comparison, evidence, numbering) | extra_tables(shown_extras, evidence)
    shown = replace(shown, files=tuple(sorted(csvs)))
    parts = carried(evidence, comparison, numbering, max_bytes=settings.max_page_bytes)
    written = html(shown, parts)
    files = {
        "report.html": as_bytes(written),
        "report.md": as_bytes(_markdown(shown)),
        **{f"tables/{name}": as_bytes(content) for name, content in csvs.items()},
        **parts.parts,
    }
    if settings.pdf:
        files[PDF] = pdf(shown)
    write_all(out, files, signature={**comparison.signature, **shown_extras.signed()})
    return ReportFiles(
        html=out / "report.html",
        markdown=out / "report.md",
        tables=tuple(out / "tables" / name for name in csvs),
        manifest=out / MANIFEST,
        evidence=tuple(out / name for name in parts.parts),
        pdf=out / PDF if settings.pdf else None,
    )


def _markdown(shown: Page) -> str:
    further = "".join(f"\n{block}\n" for block in extra_markdown(shown))
    return markdown(shown) + further


def _counted(
    articles: Iterable[AnalysedArticle], min_confidence: float | None
) -> Iterator[AnalysedArticle]:
    for article in articles:
        if min_confidence is None:
            yield article
        else:
            sure = tuple(f for f in article.findings if f.confidence >= min_confidence)
            yield replace(article, findings=sure)
