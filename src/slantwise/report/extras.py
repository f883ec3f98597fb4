"""Sections that only some reports have: wording contrasts, and a researcher's codebook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from slantwise.records.codebook_counts import CodebookCounts
from slantwise.records.contrasts import Sentence, WordingContrasts
from slantwise.report.coding_markdown import coding_markdown
from slantwise.report.evidence import Evidence, Told
from slantwise.report.redaction import redacted_wording
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

    def redacted(self) -> "Extras":
        """The same without sentences."""
        wording = redacted_wording(self.wording) if self.wording else None
        return replace(self, wording=wording)

    def told(self) -> Told:
        """The aligned acts, numbered in order, and the sentences quoted, by article."""
        acts: dict[str, list[tuple[int, Sentence]]] = {}
        sentences: dict[str, list[Sentence]] = {}
        for number, act in enumerate(self.wording.acts if self.wording else ()):
            for each in act.wordings:
                acts.setdefault(each.sentence.article, []).append((number, each.sentence))
                sentences.setdefault(each.sentence.article, []).append(each.sentence)
        for row in self.wording.actors if self.wording else ():
            for expression in row.expressions:
                for sentence in expression.sentences:
                    sentences.setdefault(sentence.article, []).append(sentence)
        return Told(acts, sentences)


def with_extras(page: Page, extras: Extras, evidence: Evidence) -> Page:
    """The page with its further sections."""
    outlets = [row.outlet for row in page.comparison.outlets]
    wording = None
    if extras.wording:
        wording = wording_view(
            extras.wording,
            outlets,
            listed=[row.outlet for row in page.overview.outlets],
            loaded=evidence.loaded,
            places=evidence.places,
        )
    coding = None
    if extras.codebook:
        coding = coding_view(extras.codebook, evidence.coded, outlets, redact=page.redacted)
    return replace(page, wording=wording, coding=coding)


def extra_tables(extras: Extras, evidence: Evidence) -> dict[str, str]:
    """Their CSV tables by file name; none without such sections."""
    tables = wording_tables(extras.wording) if extras.wording else {}
    if extras.codebook is None:
        return tables
    return tables | coding_tables(extras.codebook, evidence.coded, redact=evidence.redacted)


def extra_markdown(page: Page) -> Iterator[str]:
    """Their blocks of Markdown."""
    if page.coding:
        yield from coding_markdown(page.coding)
    if page.wording:
        yield from wording_markdown(page.wording)
