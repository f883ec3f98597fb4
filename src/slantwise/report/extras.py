"""Sections that only some reports have: wording contrasts, and a researcher's codebook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from slantwise.records import AnalysedArticle
from slantwise.records.codebook_counts import CodebookCounts
from slantwise.records.contrasts import WordingContrasts
from slantwise.report.coding_markdown import coding_markdown
from slantwise.report.views.coding import coding_tables, coding_view
from slantwise.report.views.page import Page
from slantwise.report.views.wording import wording_view
from slantwise.report.wording_csv import wording_tables
from slantwise.report.wording_markdown import wording_markdown


@dataclass(frozen=True, slots=True)
class Extras:
    """What further sections are made of.

    Attributes:
        wording: how outlets word the same; None leaves that section out.
        codebook: counts of the researcher's own kinds; None leaves that section out.
    """

    wording: WordingContrasts | None = None
    codebook: CodebookCounts | None = None

    def signed(self) -> Mapping[str, str]:
        """What made these sections, for the report's manifest."""
        return self.wording.signature if self.wording else {}


def with_extras(page: Page, extras: Extras, articles: Sequence[AnalysedArticle]) -> Page:
    """The page with its further sections."""
    outlets = [row.outlet for row in page.comparison.outlets]
    wording = wording_view(extras.wording, outlets) if extras.wording else None
    coding = coding_view(extras.codebook, articles, outlets) if extras.codebook else None
    return replace(page, wording=wording, coding=coding)


def extra_tables(extras: Extras, articles: Sequence[AnalysedArticle]) -> dict[str, str]:
    """Their CSV tables by file name; none without such sections."""
    tables = wording_tables(extras.wording) if extras.wording else {}
    return tables | (coding_tables(extras.codebook, articles) if extras.codebook else {})


def extra_markdown(page: Page) -> Iterator[str]:
    """Their blocks of Markdown."""
    if page.coding:
        yield from coding_markdown(page.coding)
    if page.wording:
        yield from wording_markdown(page.wording)
