"""The last stage of the pipeline: a comparison and its articles become a folder to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from slantwise.records import AnalysedArticle
from slantwise.records.comparison import Comparison
from slantwise.records.reported import ReportedArticle
from slantwise.report.collecting import collect
from slantwise.report.csv import tables
from slantwise.report.extras import Extras, extra_markdown, extra_tables, with_extras
from slantwise.report.files import MANIFEST, as_bytes, write_all
from slantwise.report.html import html
from slantwise.report.markdown import markdown
from slantwise.report.numbering import number
from slantwise.report.parts import FOLDER, Carried, carried
from slantwise.report.pdf import pdf, require_pdf
from slantwise.report.redaction import redacted_comparison
from slantwise.report.settings import ReportFiles, ReportSettings
from slantwise.report.views.page import Page, page

HTML, MARKDOWN, PDF = "report.html", "report.md", "report.pdf"
TABLES = "tables/"


def write(
    comparison: Comparison,
    articles: Iterable[AnalysedArticle | ReportedArticle],
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
    csvs = tables(comparison, evidence, numbering) | extra_tables(shown_extras, evidence)
    shown = page(comparison, evidence.articles, numbering, settings=settings)
    shown = replace(with_extras(shown, shown_extras, evidence), files=tuple(sorted(csvs)))
    most = settings.max_page_bytes
    parts = carried(evidence, comparison, numbering, max_bytes=most)
    files = _files(shown, csvs, parts)
    if not parts.parts and len(files[HTML]) > most:
        parts = carried(evidence, comparison, numbering, max_bytes=0)
        files = _files(shown, csvs, parts)
    if settings.pdf:
        files[PDF] = pdf(shown)
    write_all(out, files, signature={**comparison.signature, **shown_extras.signed()})
    return _written(out, files)


def _files(shown: Page, csvs: Mapping[str, str], parts: Carried) -> dict[str, bytes]:
    """Content of every file but the PDF, by path inside the folder."""
    return {
        HTML: as_bytes(html(shown, parts)),
        MARKDOWN: as_bytes(_markdown(shown)),
        **{f"{TABLES}{name}": as_bytes(content) for name, content in csvs.items()},
        **parts.parts,
    }


def _written(out: Path, files: Iterable[str]) -> ReportFiles:
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


def _counted(
    articles: Iterable[AnalysedArticle | ReportedArticle], min_confidence: float | None
) -> Iterator[AnalysedArticle | ReportedArticle]:
    for article in articles:
        if min_confidence is None:
            yield article
        elif isinstance(article, ReportedArticle):
            yield replace(article, article=_sure(article.article, min_confidence))
        else:
            yield _sure(article, min_confidence)


def _sure(article: AnalysedArticle, min_confidence: float) -> AnalysedArticle:
    """The article with the findings at or above a confidence."""
    return replace(
        article, findings=tuple(f for f in article.findings if f.confidence >= min_confidence)
    )
